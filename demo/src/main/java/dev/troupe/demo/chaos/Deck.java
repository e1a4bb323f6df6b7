package dev.troupe.demo.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws from what there is at random, but nothing a second time before everything was drawn once. */
final class Deck<T> {

    private final List<T> all;
    private final Random random;
    private final List<T> left = new ArrayList<>();

    Deck(List<T> all, Random random) {
        this.all = List.copyOf(all);
        this.random = random;
    }

    T draw() {
        if (left.isEmpty()) {
            left.addAll(all);
            Collections.shuffle(left, random);
        }
        return left.removeLast();
    }
}
