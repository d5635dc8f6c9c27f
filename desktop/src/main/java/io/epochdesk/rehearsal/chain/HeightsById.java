package io.epochdesk.rehearsal.chain;

import java.util.Arrays;

/**
 * Places of blocks by the first eight bytes of their IDs, in two arrays with open addressing: a map
 * of a million boxed entries would take more than the blocks. Hashes are spread as they come.
 */
final class HeightsById {

    private static final int FIRST_SIZE = 1 << 12;

    private long[] keys = new long[FIRST_SIZE];
    private int[] places = emptyPlaces(FIRST_SIZE);
    private int size;

    private static int[] emptyPlaces(int length) {
        int[] places = new int[length];
        Arrays.fill(places, -1);
        return places;
    }

    /** Remembers a place, in place of any other of the same key. */
    void put(long key, long place) {
        if (2 * size >= keys.length) {
            grow();
        }
        int slot = slot(key);
        if (places[slot] < 0) {
            size++;
        }
        keys[slot] = key;
        places[slot] = Math.toIntExact(place);
    }

    /** The place of a key, or -1. */
    long get(long key) {
        return places[slot(key)];
    }

    /** Forgets a key and closes the gap it leaves in its run. */
    void remove(long key) {
        int slot = slot(key);
        if (places[slot] < 0) {
            return;
        }
        places[slot] = -1;
        size--;
        int mask = keys.length - 1;
        for (int next = (slot + 1) & mask; places[next] >= 0; next = (next + 1) & mask) {
            int place = places[next];
            places[next] = -1;
            int home = slot(keys[next]);
            keys[home] = keys[next];
            places[home] = place;
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) key & mask;
        while (places[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldPlaces = places;
        keys = new long[2 * oldKeys.length];
        places = emptyPlaces(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldPlaces[i] >= 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                places[slot] = oldPlaces[i];
            }
        }
    }
}
