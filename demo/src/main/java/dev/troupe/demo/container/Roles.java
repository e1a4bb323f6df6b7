package dev.troupe.demo.container;

import dev.troupe.demo.launch.Service;
import dev.troupe.kit.database.DatabaseSetup;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who logs in at the database. */
final class Roles {

    static final List<String> ALL = Stream.concat(
                    Stream.of(DatabaseSetup.READER),
                    Service.ALL.stream().map(Service::role).flatMap(Optional::stream))
            .distinct()
            .toList();

    private Roles() {}
}
