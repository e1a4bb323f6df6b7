package dev.troupe.stories.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses TROUPE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.troupe");

    private static final JavaClasses PLANTED = new ClassFileImporter()
            .importPackages(
                    "dev.troupe.stories.architecture.planted", "dev.troupe.order.planted", "dev.troupe.events.planted");

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("no service depends on another", Rules.NO_SERVICE_DEPENDS_ON_ANOTHER),
                rule("facts are shared", Rules.FACTS_ARE_SHARED),
                rule("commands are private", Rules.COMMANDS_ARE_PRIVATE),
                rule("no saga", Rules.NO_SAGA),
                rule("projections cause nothing", Rules.PROJECTIONS_CAUSE_NOTHING),
                rule("reactions only translate", Rules.REACTIONS_ONLY_TRANSLATE),
                rule("reactions say what they do", Rules.REACTIONS_SAY_WHAT_THEY_DO),
                rule("only the provider's client calls out", Rules.ONLY_THE_PROVIDER_CLIENT_CALLS_OUT),
                rule("no default typing", Rules.NO_DEFAULT_TYPING),
                rule("no XStream", Rules.NO_XSTREAM));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theCodeKeepsTheRule(ArchRule rule) {
        rule.check(TROUPE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleCatchesAPlantedViolation(ArchRule rule) {
        assertThat(rule.evaluate(PLANTED).hasViolation()).isTrue();
    }

    private static Arguments rule(String name, ArchRule rule) {
        return Arguments.of(Named.of(name, rule));
    }
}
