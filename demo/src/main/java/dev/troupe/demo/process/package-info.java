/** The child processes of the launcher: started together, watched, and never left behind. */
@NullMarked
package dev.troupe.demo.process;

import org.jspecify.annotations.NullMarked;
