package dev.troupe.demo.chaos;

/** Lets only so many orders through until told otherwise, so that orders and disturbances keep pace whatever the machine. */
final class Gate {

    private int openUpTo;

    synchronized void open(int upTo) {
        openUpTo = Math.max(openUpTo, upTo);
        notifyAll();
    }

    /** Waits until the order of this number, from 1, may start. */
    synchronized void pass(int number) throws InterruptedException {
        while (number > openUpTo) {
            wait();
        }
    }
}
