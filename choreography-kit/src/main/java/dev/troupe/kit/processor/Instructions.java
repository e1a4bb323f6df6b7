package dev.troupe.kit.processor;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What others ask of a coordinator, which does it on its own thread, so that segments never change while it looks at them. */
final class Instructions {

    private final BlockingQueue<Instruction> waiting = new LinkedBlockingQueue<>();

    /** Has something done soon; tells whether it could be. */
    CompletableFuture<Boolean> add(Callable<Boolean> work) {
        Instruction instruction = new Instruction(work, new CompletableFuture<>());
        waiting.add(instruction);
        return instruction.answer;
    }

    /** Does the next thing that is asked for; returns when it is done, or when nobody has asked for so long. */
    void doNext(long withinMillis) throws InterruptedException {
        @Nullable Instruction next = waiting.poll(withinMillis, TimeUnit.MILLISECONDS);
        if (next != null) {
            next.run();
        }
    }

    /** Nothing will be done any more. */
    void refuseAll() {
        for (Instruction next = waiting.poll(); next != null; next = waiting.poll()) {
            next.answer.complete(false);
        }
    }

    private record Instruction(Callable<Boolean> work, CompletableFuture<Boolean> answer) {

        void run() {
            try {
                answer.complete(work.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        }
    }
}
