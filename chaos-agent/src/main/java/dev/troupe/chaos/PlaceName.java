package dev.troupe.chaos;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks the parameter of an advice that takes the name of the place the advice is put in. */
@Retention(RetentionPolicy.RUNTIME)
@interface PlaceName {}
