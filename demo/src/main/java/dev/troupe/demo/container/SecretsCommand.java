package dev.troupe.demo.container;

import dev.troupe.demo.launch.Secrets;
import dev.troupe.operator.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the passwords and keys that are not there yet. */
@Command(name = "secrets", description = "Make the passwords and keys that are missing in DIR.")
final class SecretsCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            description = "The folder of the folders database, services and issuer, and of one for each role.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        // PostgreSQL's own user reads this one by way of the group.
        Path database = folder.resolve("database");
        Path password = new Secrets(database).passwordFile("postgres");
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rwxr-x---"));
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r-----"));
        for (String role : Roles.ALL) {
            new Secrets(Roles.folder(folder, role)).passwordFile(Roles.file(role));
        }
        Secrets shared = new Secrets(folder.resolve(Roles.SHARED));
        shared.masterKey();
        Path publicKeys = new Secrets(folder.resolve("issuer")).tokenPublicKeys();
        Files.copy(
                publicKeys,
                folder.resolve(Roles.SHARED).resolve(publicKeys.getFileName()),
                StandardCopyOption.REPLACE_EXISTING);
        return ExitCode.OK.code();
    }
}
