package io.epochdesk.bls;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;

/** Sums of points times factors, by blst's bucket method (Pippenger), in native memory. */
final class MultiScalar {

    /** Bytes of a factor. */
    static final int FACTOR_BYTES = 16;

    private MultiScalar() {}

    /** Σ factor · point in G1, affine. */
    static long[] g1(List<long[]> affines, List<byte[]> factors) {
        return G1.toAffine(
                sum(Blst.P1S_MULT, Blst.P1S_SCRATCH, affines, factors, Blst.P1_AFFINE, Blst.P1));
    }

    /** Σ factor · point in G2, affine. */
    static long[] g2(List<long[]> affines, List<byte[]> factors) {
        return G2.toAffine(
                sum(Blst.P2S_MULT, Blst.P2S_SCRATCH, affines, factors, Blst.P2_AFFINE, Blst.P2));
    }

    private static long[] sum(
            MethodHandle multiply,
            MethodHandle scratchSize,
            List<long[]> affines,
            List<byte[]> factors,
            int affineLongs,
            int resultLongs) {
        int count = affines.size();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment points = arena.allocate((long) count * affineLongs * Long.BYTES, 8);
            MemorySegment scalars = arena.allocate((long) count * FACTOR_BYTES, 8);
            for (int i = 0; i < count; i++) {
                MemorySegment.copy(
                        affines.get(i),
                        0,
                        points,
                        ValueLayout.JAVA_LONG,
                        (long) i * affineLongs * Long.BYTES,
                        affineLongs);
                MemorySegment.copy(
                        factors.get(i),
                        0,
                        scalars,
                        ValueLayout.JAVA_BYTE,
                        (long) i * FACTOR_BYTES,
                        FACTOR_BYTES);
            }
            MemorySegment result = arena.allocate((long) resultLongs * Long.BYTES, 8);
            MemorySegment scratch = arena.allocate(Blst.scratchSize(scratchSize, count), 8);
            Blst.multiply(
                    multiply,
                    result,
                    pointers(arena, points),
                    count,
                    pointers(arena, scalars),
                    FACTOR_BYTES * 8L,
                    scratch);
            return result.toArray(ValueLayout.JAVA_LONG);
        }
    }

    /** One pointer and a null: what it points at follows in memory. */
    private static MemorySegment pointers(Arena arena, MemorySegment first) {
        MemorySegment pointers = arena.allocate(2L * ValueLayout.ADDRESS.byteSize(), 8);
        pointers.set(ValueLayout.ADDRESS, 0, first);
        return pointers;
    }
}
