package dev.troupe.bench.measure;

import java.time.Duration;

/**
 * What one contender did in one turn.
 *
 * @param value what is compared: a rate, or a time
 * @param operations how many operations it took
 * @param client CPU time this process spent
 * @param server CPU time the server spent
 */
public record Slice(double value, long operations, Duration client, Duration server) {

    /** CPU time of this process per operation, in microseconds. */
    public double clientMicros() {
        return perOperation(client);
    }

    /** CPU time of the server per operation, in microseconds. */
    public double serverMicros() {
        return perOperation(server);
    }

    private double perOperation(Duration cpu) {
        return operations == 0 ? 0 : cpu.toNanos() / 1e3 / operations;
    }
}
