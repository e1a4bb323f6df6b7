package dev.troupe.kit.document;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.status.Declaration;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Tells a service's part of the choreography, with its default settings, to whoever documents or checks it without running the service.
 * Each service has one and names it in {@code META-INF/services}.
 */
public interface ChoreographyPart {

    /** The part; its jobs may be left out, because they are found through the reactions that add them. */
    Choreography choreography();

    /** What the services on a class loader's path declare, in the order of the path. */
    static List<Declaration> declarations(ClassLoader loader) {
        return ServiceLoader.load(ChoreographyPart.class, loader).stream()
                .map(provider -> Declaration.of(provider.get().choreography()))
                .toList();
    }
}
