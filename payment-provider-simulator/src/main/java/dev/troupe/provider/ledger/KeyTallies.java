package dev.troupe.provider.ledger;

import java.util.Arrays;

/**
 * What the entries say per key, in a few bytes each, so that a ledger far larger than the memory can be added up. Keys and references
 * are told apart by 64-bit hashes: among a million of them the chance that any two are mistaken for one another is 1 in 37 million.
 */
final class KeyTallies {

    private static final int HELD = 1;
    private static final int HELD_TWICE = 2;
    private static final int COLLECTED = 4;
    private static final int COLLECTED_TWICE = 8;
    private static final int LET_GO = 16;

    private long[] keys = new long[1024];
    private long[] references = new long[1024];
    private long[] heldMinor = new long[1024];
    private byte[] marks = new byte[1024];
    private int size;

    void add(LedgerEntry entry) {
        switch (entry.type()) {
            case AUTHORIZED -> {
                int slot = slot(entry.key());
                references[slot] = hash(String.valueOf(entry.reference()));
                heldMinor[slot] = Math.addExact(heldMinor[slot], entry.amountMinor());
                mark(slot, HELD, HELD_TWICE);
            }
            case CAPTURED -> mark(slot(entry.key()), COLLECTED, COLLECTED_TWICE);
            case VOIDED -> mark(slot(entry.key()), LET_GO, LET_GO);
            case DECLINED, REFUNDED, CLOSED -> {}
        }
    }

    /** From whether a key was settled, not from by how much: so that a settlement of another amount shows as a difference. */
    long openMinor() {
        long open = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if ((marks[slot] & (COLLECTED | LET_GO)) == 0) {
                open = Math.addExact(open, heldMinor[slot]);
            }
        }
        return open;
    }

    long keysChargedTwice() {
        long twice = 0;
        for (byte mark : marks) {
            twice += (mark & (HELD_TWICE | COLLECTED_TWICE)) != 0 ? 1 : 0;
        }
        return twice;
    }

    long referencesChargedTwice() {
        long[] charged = new long[size];
        int count = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if ((marks[slot] & (HELD | LET_GO)) == HELD) {
                charged[count++] = references[slot];
            }
        }
        Arrays.sort(charged, 0, count);
        long twice = 0;
        for (int i = 1; i < count; i++) {
            boolean repeated = charged[i] == charged[i - 1];
            boolean counted = i > 1 && charged[i] == charged[i - 2];
            twice += repeated && !counted ? 1 : 0;
        }
        return twice;
    }

    private void mark(int slot, int once, int again) {
        marks[slot] |= (byte) ((marks[slot] & once) == 0 ? once : again);
    }

    private int slot(String key) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int slot = find(keys, hash(key));
        if (keys[slot] == 0) {
            keys[slot] = hash(key);
            size++;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldReferences = references;
        long[] oldHeldMinor = heldMinor;
        byte[] oldMarks = marks;
        keys = new long[oldKeys.length * 2];
        references = new long[keys.length];
        heldMinor = new long[keys.length];
        marks = new byte[keys.length];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != 0) {
                int slot = find(keys, oldKeys[old]);
                keys[slot] = oldKeys[old];
                references[slot] = oldReferences[old];
                heldMinor[slot] = oldHeldMinor[old];
                marks[slot] = oldMarks[old];
            }
        }
    }

    /** Where a hash is, or the free slot where it belongs. */
    private static int find(long[] keys, long hash) {
        int slot = (int) hash & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    /** FNV-1a, finished as SplitMix64 does; never 0, which marks a free slot. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }
}
