package dev.troupe.events;

import dev.troupe.events.upcast.Upcaster;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives an event record the name and revision under which it is stored, for ever; the Java class name is never stored. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Fact {

    /** The registered name: owner, a dot, and what happened in past tense, such as {@code order.placed}. */
    String name();

    /** The revision of the fact's shape, counted from 1. */
    int revision() default 1;

    /** What leads from each older revision to the next, the first from 1 to 2; so many as the revision is above 1. */
    Class<? extends Upcaster>[] upcasters() default {};

    /** Whether nothing needs to react to this fact, so that it may end a path of the choreography. */
    boolean terminal() default false;
}
