package dev.troupe.provider.authorization;

import dev.troupe.provider.ledger.LedgerEntry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** What the ledger says about every key, kept at hand; entries of one key are applied one after another. */
public final class Register {

    private final ConcurrentMap<String, Authorization> byKey = new ConcurrentHashMap<>();

    /**
     * Takes one more entry in.
     *
     * @throws dev.troupe.provider.ledger.LedgerRefused if it is impossible after what was said before
     */
    public Authorization apply(LedgerEntry entry) {
        Authorization after = Authorization.after(byKey.get(entry.key()), entry);
        byKey.put(after.key(), after);
        return after;
    }

    @Nullable
    Authorization find(String key) {
        return byKey.get(key);
    }
}
