package dev.troupe.demo.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files that nobody but their owner can read, from the moment they exist. */
public final class OwnerOnly {

    private static final FileAttribute<Set<PosixFilePermission>> FILE = PosixFilePermissions.asFileAttribute(
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private OwnerOnly() {}

    /** Writes a new file, replacing one of that name. */
    public static Path file(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, FILE);
        return Files.writeString(file, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    /** Makes a folder, unless it is there, and those it lies in. */
    public static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, FOLDER);
    }
}
