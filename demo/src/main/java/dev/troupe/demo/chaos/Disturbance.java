package dev.troupe.demo.chaos;

import java.time.Duration;

/** Something that goes wrong. */
sealed interface Disturbance {

    /** What happens, for a person. */
    String inWords();

    /** Whether somebody dies of it. */
    default boolean isKill() {
        return false;
    }

    /** Whether it can come between the sending of a mail and the writing down of that. */
    default boolean canHitMails() {
        return true;
    }

    /** {@code kill -9} wherever the victim happens to be. */
    record Kill(Victim victim) implements Disturbance {

        @Override
        public String inWords() {
            return "kill -9 " + victim.process();
        }

        @Override
        public boolean isKill() {
            return true;
        }

        @Override
        public boolean canHitMails() {
            return victim == Victim.NOTIFICATION || victim == Victim.POSTGRESQL;
        }
    }

    /**
     * {@code kill -9} at the moment in which a thread of a service reaches a point, and while it waits there.
     *
     * @param hit at which reaching from now on
     */
    record KillAt(Victim victim, Victim service, Point point, int hit) implements Disturbance {

        @Override
        public String inWords() {
            return "kill -9 %s when %s is %s (hit %d)"
                    .formatted(victim.process(), service.process(), point.inWords(), hit);
        }

        @Override
        public boolean isKill() {
            return true;
        }

        @Override
        public boolean canHitMails() {
            return new Kill(victim).canHitMails() || service == Victim.NOTIFICATION;
        }
    }

    /** A process that stands still for a while, as in a long garbage collection, and then goes on as if nothing had been. */
    record Pause(Victim victim, Duration lasting) implements Disturbance {

        @Override
        public String inWords() {
            return "stop %s for %d ms".formatted(victim.process(), lasting.toMillis());
        }

        @Override
        public boolean canHitMails() {
            return victim == Victim.NOTIFICATION;
        }
    }

    /** All connections break at once. */
    record Cut(Line line) implements Disturbance {

        @Override
        public String inWords() {
            return "cut all connections to " + line.end();
        }

        @Override
        public boolean canHitMails() {
            return line == Line.DATABASE;
        }
    }

    /** Everything sent arrives late for a while. */
    record Delay(Line line, Duration each, Duration lasting) implements Disturbance {

        @Override
        public String inWords() {
            return "delay all that goes to and from %s by %d ms for %d ms"
                    .formatted(line.end(), each.toMillis(), lasting.toMillis());
        }

        @Override
        public boolean canHitMails() {
            return line == Line.DATABASE;
        }
    }

    /** Events that a service has reacted to are delivered to its reactions again. */
    record Redeliver(Victim service, int events) implements Disturbance {

        @Override
        public String inWords() {
            return "deliver the last %d events to the reactions of %s again".formatted(events, service.process());
        }

        @Override
        public boolean canHitMails() {
            return false;
        }
    }
}
