package dev.troupe.stories.architecture.planted;

import dev.troupe.events.Fact;

/** A fact that others cannot see. */
@Fact(name = "planted.hidden")
record HiddenFact() {}
