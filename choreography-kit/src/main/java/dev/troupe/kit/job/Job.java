package dev.troupe.kit.job;

import com.fasterxml.jackson.databind.type.TypeFactory;

/**
 * Work that needs the outside. It is never done inside a database transaction, may be done more than once (after a crash), and so
 * carries a key that the outside recognises.
 *
 * @param <D> what the job needs to know; stored as JSON
 */
public interface Job<D> {

    /** The name under which jobs of this kind are stored, for ever. */
    String name();

    /**
     * Does the work.
     *
     * @throws Exception when it should be tried again later
     */
    JobResult run(D data, JobContext context) throws Exception;

    /** How urgent the job is; the higher goes first. */
    default int priority(D data) {
        return 0;
    }

    /** The type of what the job needs to know. */
    @SuppressWarnings("unchecked")
    default Class<D> dataType() {
        return (Class<D>) TypeFactory.defaultInstance()
                .findTypeParameters(getClass(), Job.class)[0]
                .getRawClass();
    }
}
