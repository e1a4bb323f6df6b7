package dev.troupe.demo.container;

import dev.troupe.demo.launch.Service;
import dev.troupe.kit.database.DatabaseSetup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who logs in at the database, and where their passwords lie. */
final class Roles {

    /** The folder that every service sees. */
    static final String SHARED = "services";

    static final List<String> ALL = Stream.concat(
                    Stream.of(DatabaseSetup.READER),
                    Service.ALL.stream().map(Service::role).flatMap(Optional::stream))
            .distinct()
            .toList();

    private Roles() {}

    /** The folder with the password of a role, in the one that 'secrets' fills: what all services see, or what one alone does. */
    static Path folder(Path all, String role) {
        return all.resolve(isShared(role) ? SHARED : role);
    }

    /** The name of the file with the password of a role, in its folder. */
    static String file(String role) {
        return isShared(role) ? role : "password";
    }

    private static boolean isShared(String role) {
        return role.equals(DatabaseSetup.READER);
    }
}
