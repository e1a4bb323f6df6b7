/** The replays of all services, for the page: the same client as that of the command line, asked in the name of whoever asks. */
@NullMarked
package dev.troupe.viewer.replay;

import org.jspecify.annotations.NullMarked;
