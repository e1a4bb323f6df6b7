package dev.troupe.demo.chaos;

/** The connections that can be disturbed. */
enum Line {
    DATABASE("PostgreSQL"),
    PROVIDER("the payment provider");

    private final String end;

    Line(String end) {
        this.end = end;
    }

    /** Where they lead. */
    String end() {
        return end;
    }
}
