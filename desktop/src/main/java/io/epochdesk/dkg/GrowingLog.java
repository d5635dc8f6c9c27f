package io.epochdesk.dkg;

import org.jspecify.annotations.Nullable;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list that only grows, with immutable snapshots that cost nothing: a snapshot shares the chunks
 * and keeps its own length. One thread at a time appends; snapshots may be read anywhere.
 *
 * @param <E> an immutable type
 */
final class GrowingLog<E> {

    private static final int CHUNK = 1024;

    private Object[][] chunks = new Object[4][];
    private int size;

    void append(E element) {
        int chunk = size / CHUNK;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length * 2);
        }
        if (size % CHUNK == 0) {
            chunks[chunk] = new Object[CHUNK];
        }
        chunks[chunk][size % CHUNK] = element;
        size++;
    }

    int size() {
        return size;
    }

    /** All elements appended so far; later ones do not show in it. */
    List<E> snapshot() {
        return new Snapshot<>(chunks, size);
    }

    private static final class Snapshot<E> extends AbstractList<E> implements RandomAccess {

        private final Object[][] chunks;
        private final int size;

        Snapshot(Object[][] chunks, int size) {
            this.chunks = chunks;
            this.size = size;
        }

        @Override
        @SuppressWarnings("unchecked") // only append() writes, and it takes an E
        public E get(int index) {
            if (index < 0 || index >= size) {
                throw new IndexOutOfBoundsException(index);
            }
            return (E) chunks[index / CHUNK][index % CHUNK];
        }

        @Override
        public int size() {
            return size;
        }

        /**
         * Two snapshots of one log are the same when they are equally long; nothing is compared.
         */
        @Override
        @SuppressWarnings("ReferenceEquality") // chunks are shared, never copied
        public boolean equals(@Nullable Object other) {
            if (other instanceof Snapshot<?> snapshot) {
                boolean sameLog = size > 0 && snapshot.size > 0 && chunks[0] == snapshot.chunks[0];
                if (sameLog || size != snapshot.size) {
                    return size == snapshot.size;
                }
            }
            return super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }
}
