package dev.troupe.demo.launch;

import java.nio.file.Path;
import java.util.List;

/** Knows what each module's process runs on. */
@FunctionalInterface
interface Classpaths {

    /** The jars and folders of a module's process, in order. */
    List<Path> of(String module);
}
