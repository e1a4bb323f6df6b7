package dev.troupe.kit.idempotency;

import java.util.function.Supplier;

/** Answers a request that is sent again from the answer it got the first time, kept with the events it caused in one transaction. */
public interface IdempotentRequests {

    /**
     * Runs a request once per key.
     *
     * @param key the client's {@code Idempotency-Key}
     * @param fingerprint a digest of what the request asks for
     * @param request does it, in the transaction in which the answer is kept
     * @throws dev.troupe.kit.problem.Refusal if the key was used for another request (422) or its request is still running (409)
     */
    Answer once(String key, String fingerprint, Supplier<Answer> request);

    /**
     * An answer to keep.
     *
     * @param status the HTTP status
     * @param location the {@code Location} header
     * @param flowId the {@code Flow-Id} header
     * @param body the body as JSON
     */
    record Answer(int status, String location, String flowId, String body) {}
}
