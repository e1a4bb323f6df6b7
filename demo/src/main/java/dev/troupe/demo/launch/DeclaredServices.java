package dev.troupe.demo.launch;

import dev.troupe.kit.document.ChoreographyPart;
import dev.troupe.kit.status.Declaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks the services, as they are built, for their parts of the choreography, without running them. */
final class DeclaredServices {

    private static final List<String> IN_ORDER_OF_THE_STORY =
            List.of("order-service", "payment-service", "inventory-service", "notification-service");

    private final Classpaths classpaths;

    DeclaredServices(Classpaths classpaths) {
        this.classpaths = classpaths;
    }

    /** What each declares. */
    List<Declaration> read() throws IOException {
        List<Declaration> declarations = new ArrayList<>();
        for (String module : IN_ORDER_OF_THE_STORY) {
            URL[] jars =
                    classpaths.of(module).stream().map(DeclaredServices::url).toArray(URL[]::new);
            try (URLClassLoader loader = new URLClassLoader(jars, DeclaredServices.class.getClassLoader())) {
                declarations.addAll(ChoreographyPart.declarations(loader));
            }
        }
        return declarations;
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
