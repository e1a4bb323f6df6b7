package dev.troupe.chaos;

import dev.troupe.chaos.bug.Bug;
import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.Transformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * The beginning of the agent. Its argument is the port the harness listens on, the name of the service, and then any bugs to plant, with
 * commas between them.
 */
public final class ChaosAgent {

    private ChaosAgent() {}

    /** Called by the JVM before the service's own main method. */
    public static void premain(String argument, Instrumentation instrumentation) throws Exception {
        String[] parts = argument.split(",");
        AgentBuilder agent = new AgentBuilder.Default().disableClassFormatChanges();
        for (Place place : Place.values()) {
            agent = agent.type(ElementMatchers.named(place.type())).transform(stopsAround(place));
        }
        for (int i = 2; i < parts.length; i++) {
            Bug bug = Bug.named(parts[i]);
            agent = agent.type(ElementMatchers.named(bug.type())).transform(planted(bug));
        }
        agent.installOn(instrumentation);
        Harness.connect(Integer.parseInt(parts[0]), parts[1]);
    }

    private static Transformer stopsAround(Place place) {
        return (builder, type, loader, module, domain) -> builder.visit(Advice.withCustomMapping()
                .bind(PlaceName.class, place.point())
                .to(StopAround.class)
                .on(ElementMatchers.named(place.method())));
    }

    private static Transformer planted(Bug bug) {
        return (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(bug.advice()).on(ElementMatchers.named(bug.method())));
    }
}
