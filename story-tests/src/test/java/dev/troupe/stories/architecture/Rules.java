package dev.troupe.stories.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.troupe.events.Fact;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.reaction.Reaction;
import java.util.Set;

/** The rules of the choreography. */
final class Rules {

    static final ArchRule NO_SERVICE_DEPENDS_ON_ANOTHER = slices().matching(
                    "dev.troupe.(order|payment|inventory|notification)..")
            .should()
            .notDependOnEachOther()
            .because("services share facts and nothing else");

    static final ArchRule FACTS_ARE_SHARED = classes()
            .that()
            .areAnnotatedWith(Fact.class)
            .should()
            .resideInAPackage("dev.troupe.events..")
            .because("a fact that others cannot see is no fact");

    static final ArchRule COMMANDS_ARE_PRIVATE = noClasses()
            .that()
            .resideInAPackage("dev.troupe.events..")
            .should()
            .haveSimpleNameEndingWith("Command")
            .orShould()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.axonframework..",
                    "dev.troupe.order..",
                    "dev.troupe.payment..",
                    "dev.troupe.inventory..",
                    "dev.troupe.notification.."))
            .because("a service that could see another's commands could command it");

    static final ArchRule NO_SAGA = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.axonframework.modelling.saga..", "org.axonframework.deadline.."))
            .because("there is no coordinator");

    static final ArchRule PROJECTIONS_CAUSE_NOTHING = noClasses()
            .that(assignableTo(Projection.class))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "java.net..",
                    "java.io..",
                    "java.nio..",
                    "org.axonframework..",
                    "dev.troupe.kit.command..",
                    "dev.troupe.kit.job..",
                    "dev.troupe.kit.reaction.."))
            .orShould()
            .accessTargetWhere(describe("asks the clock or chance", Rules::isClockOrChance))
            .because("a projection is folded again at any time, and must come out the same");

    static final ArchRule REACTIONS_ONLY_TRANSLATE = noClasses()
            .that(assignableTo(Reaction.class))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "java.net..",
                    "org.axonframework..",
                    "dev.troupe.kit.command..",
                    "dev.troupe.kit.projection.."))
            .orShould()
            .accessTargetWhere(describe("asks the clock or chance", Rules::isClockOrChance))
            .because("the same fact must always lead to the same commands");

    static final ArchRule REACTIONS_SAY_WHAT_THEY_DO = classes()
            .that(assignableTo(Reaction.class))
            .and()
            .areNotInterfaces()
            .should()
            .haveSimpleNameStartingWith("When")
            .andShould()
            .haveNameMatching(".*\\.When[A-Z]\\w+Then[A-Z]\\w+")
            .because("the folder of reactions reads as the choreography");

    static final ArchRule ONLY_THE_PROVIDER_CLIENT_CALLS_OUT = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.troupe.order..", "dev.troupe.inventory..", "dev.troupe.notification..", "dev.troupe.payment..")
            .and()
            .resideOutsideOfPackage("dev.troupe.payment.provider..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "org.springframework.web.client.."))
            .because("no service calls another over HTTP");

    static final ArchRule NO_XSTREAM = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.thoughtworks.xstream.."))
            .because("XStream stores Java class names and creates whatever they say");

    static final ArchRule NO_DEFAULT_TYPING = noClasses()
            .should()
            .accessTargetWhere(describe("turns on default typing", Rules::isDefaultTyping))
            .because("default typing lets stored text choose which class is made");

    private Rules() {}

    private static boolean isClockOrChance(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        return (owner.getFullName().startsWith("java.time.") && name.equals("now"))
                || (owner.isEquivalentTo(System.class)
                        && Set.of("currentTimeMillis", "nanoTime").contains(name))
                || (owner.isEquivalentTo(java.util.UUID.class) && name.equals("randomUUID"))
                || (owner.isEquivalentTo(Math.class) && name.equals("random"))
                || owner.isAssignableTo(java.util.random.RandomGenerator.class);
    }

    private static boolean isDefaultTyping(JavaAccess<?> access) {
        return Set.of(
                        "enableDefaultTyping",
                        "activateDefaultTyping",
                        "activateDefaultTypingAsProperty",
                        "defaultTyping")
                .contains(access.getName());
    }
}
