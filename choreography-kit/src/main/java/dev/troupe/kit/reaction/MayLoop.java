package dev.troupe.kit.reaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a reaction through which facts may lead back to themselves, and says why that ends; any other loop is an error. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MayLoop {

    /** Why the loop ends, in a sentence for whoever reads the choreography. */
    String endsBecause();
}
