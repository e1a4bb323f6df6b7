package dev.troupe.provider.ledger;

/**
 * What the whole ledger adds up to. The sums are in minor units, over all currencies, and
 * {@code authorizedMinor = capturedMinor + voidedMinor + openMinor} always holds.
 *
 * @param authorizations how many times money was held
 * @param charges how many times held money was collected
 * @param openMinor what is held, neither collected nor let go
 * @param declined how many keys were refused
 * @param closed how many keys were closed before anything was held
 * @param keysChargedMoreThanOnce keys under which money was held or collected twice; never above 0
 * @param referencesChargedMoreThanOnce client references for which money is held or was collected under two keys at the same time
 */
public record LedgerSummary(
        long authorizations,
        long charges,
        long authorizedMinor,
        long capturedMinor,
        long voidedMinor,
        long refundedMinor,
        long declined,
        long closed,
        long openMinor,
        long keysChargedMoreThanOnce,
        long referencesChargedMoreThanOnce) {}
