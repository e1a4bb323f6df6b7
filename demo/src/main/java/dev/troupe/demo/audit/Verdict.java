package dev.troupe.demo.audit;

import java.util.List;

/**
 * Whether a promise was kept.
 *
 * @param promise its name
 * @param broken how often it was not
 * @param examples the first few of these
 */
public record Verdict(String promise, int broken, List<String> examples) {

    private static final int SHOWN = 5;

    public Verdict {
        examples = List.copyOf(examples);
    }

    static Verdict of(String promise, List<String> broken) {
        return new Verdict(promise, broken.size(), broken.subList(0, Math.min(SHOWN, broken.size())));
    }

    /** Whether nothing speaks against it. */
    public boolean holds() {
        return broken == 0;
    }
}
