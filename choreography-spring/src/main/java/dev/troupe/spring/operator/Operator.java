package dev.troupe.spring.operator;

/** Who changes something. */
final class Operator {

    private Operator() {}

    /** The name of whoever makes the present request. */
    static String name() {
        return "operator";
    }
}
