package dev.troupe.kit.code;

import dev.troupe.events.Fact;
import dev.troupe.events.FactCatalogue;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.Choreography.AggregateType;
import dev.troupe.kit.job.Deadline;
import dev.troupe.kit.job.Job;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.reaction.Reaction;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;

/** What a service contributes beyond what it says: which commands its reactions lead to, which facts those publish, and what it reads. */
public final class Contribution {

    private final FactCatalogue catalogue;
    private final Map<Class<?>, Method> handlers = new LinkedHashMap<>();

    /** Reads the code of a service. */
    public Contribution(Choreography choreography, FactCatalogue catalogue) {
        this.catalogue = catalogue;
        choreography.aggregates().stream()
                .map(AggregateType::type)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .sorted((one, other) -> commandOf(one)
                        .getSimpleName()
                        .compareTo(commandOf(other).getSimpleName()))
                .forEach(method -> handlers.put(commandOf(method), method));
    }

    /** The commands that an aggregate handles, each with the names of the facts that may come of it. */
    public Map<String, List<String>> commandsOf(AggregateType aggregate) {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        handlers.forEach((command, handler) -> {
            if (handler.getDeclaringClass() == aggregate.type()) {
                commands.put(command.getSimpleName(), facts(CodeWalk.from(handler)));
            }
        });
        return commands;
    }

    /** The commands a reaction may lead to, directly, through a job or when a deadline is due. */
    public List<String> commandsOf(Reaction<?> reaction) {
        return footprint(reaction).created().stream()
                .filter(handlers::containsKey)
                .map(Class::getSimpleName)
                .sorted()
                .distinct()
                .toList();
    }

    /** What a reaction, and the job it adds, read of facts. */
    public SortedMap<String, List<String>> readBy(Reaction<?> reaction) {
        return FieldUse.of(footprint(reaction), catalogue);
    }

    /** What a projection reads of facts. */
    public SortedMap<String, List<String>> readBy(Projection<?> projection) {
        return FieldUse.of(CodeWalk.from(projection.getClass()), catalogue);
    }

    /** What an aggregate reads of facts, others' included. */
    public SortedMap<String, List<String>> readBy(AggregateType aggregate) {
        return FieldUse.of(CodeWalk.from(aggregate.type()), catalogue);
    }

    private static Footprint footprint(Reaction<?> reaction) {
        Footprint direct = CodeWalk.from(reaction.getClass(), "on");
        return direct.mentioned().stream().flatMap(Contribution::later).reduce(direct, Footprint::and);
    }

    /** What a job or deadline does when its time comes. */
    private static Stream<Footprint> later(Class<?> type) {
        if (Job.class.isAssignableFrom(type)) {
            return Stream.of(CodeWalk.from(type, "run"));
        }
        return Deadline.class.isAssignableFrom(type) ? Stream.of(CodeWalk.from(type, "whenDue")) : Stream.empty();
    }

    private static List<String> facts(Footprint footprint) {
        return footprint.created().stream()
                .filter(type -> type.isAnnotationPresent(Fact.class))
                .map(FactCatalogue::nameOf)
                .sorted()
                .toList();
    }

    private static Class<?> commandOf(Method handler) {
        return handler.getParameterTypes()[0];
    }
}
