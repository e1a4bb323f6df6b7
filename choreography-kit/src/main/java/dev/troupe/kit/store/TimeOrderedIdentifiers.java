package dev.troupe.kit.store;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.axonframework.common.IdentifierFactory;

/** Gives messages ids that begin with their time (UUIDv7), so that the index of event ids grows at its end only. */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    private final NoArgGenerator generator = Generators.timeBasedEpochGenerator();

    @Override
    public String generateIdentifier() {
        return generator.generate().toString();
    }
}
