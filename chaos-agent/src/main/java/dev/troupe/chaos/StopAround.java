package dev.troupe.chaos;

import net.bytebuddy.asm.Advice;

/** What is put around the method of a place: a stop before and one after it, neither of which does anything unless the harness wants it. */
final class StopAround {

    private StopAround() {}

    @Advice.OnMethodEnter
    static void before(@PlaceName String place) {
        Stops.pass("BEFORE_", place);
    }

    /** Not when the method fails: then it has not done what the place stands for. */
    @Advice.OnMethodExit
    static void after(@PlaceName String place) {
        Stops.pass("AFTER_", place);
    }
}
