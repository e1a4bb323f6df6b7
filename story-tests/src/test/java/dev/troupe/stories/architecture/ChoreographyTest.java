package dev.troupe.stories.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.troupe.kit.document.Checks;
import dev.troupe.kit.document.ChoreographyMap;
import dev.troupe.kit.document.ChoreographyPart;
import dev.troupe.kit.document.GeneratedDocuments;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.status.Declaration;
import dev.troupe.kit.status.Declaration.DeclaredReaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the services declare, taken together, is sound, complete and written down. */
class ChoreographyTest {

    private static final List<Declaration> DECLARED =
            ChoreographyPart.declarations(ChoreographyTest.class.getClassLoader());

    @Test
    void theChoreographyIsSound() {
        assertThat(Checks.of(ChoreographyMap.of(DECLARED))).isEmpty();
    }

    @Test
    void everyReactionInTheCodeIsDeclared() {
        List<String> declared = DECLARED.stream()
                .flatMap(service -> service.reactions().stream())
                .map(DeclaredReaction::name)
                .toList();
        assertThat(namesOfSubtypes(Reaction.class))
                .as("each reaction must be added to the choreography in the wiring of its service")
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void everyProjectionInTheCodeIsDeclared() {
        assertThat(namesOfSubtypes(Projection.class))
                .as("each projection must be added to the choreography in the wiring of its service")
                .hasSize(DECLARED.stream()
                        .mapToInt(service -> service.projections().size())
                        .sum());
    }

    @Test
    void theGeneratedDocumentsAreCurrent() throws IOException {
        for (Map.Entry<String, String> document :
                GeneratedDocuments.of(DECLARED).entrySet()) {
            assertThat(Files.readString(Path.of("..").resolve(document.getKey())))
                    .as("%s is stale: ./troupe build, then ./troupe choreography --write", document.getKey())
                    .isEqualTo(document.getValue());
        }
    }

    private static List<String> namesOfSubtypes(Class<?> type) {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(
                                "dev.troupe.order",
                                "dev.troupe.payment",
                                "dev.troupe.inventory",
                                "dev.troupe.notification")
                        .stream()
                        .filter(found -> found.isAssignableTo(type) && !found.isInterface())
                        .map(JavaClass::getSimpleName)
                        .toList();
    }
}
