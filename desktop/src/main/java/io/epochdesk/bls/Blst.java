package io.epochdesk.bls;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import supranational.blst.P1_Affine;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The C functions of blst ({@code bindings/blst.h}), as exported by the native library that jblst
 * carries and loads. Memory is the caller's: Java arrays are handed over in place ({@link
 * Linker.Option#critical}); every function returns within a millisecond or is given native memory.
 *
 * <p>Nothing here checks anything: lengths are those of the named structures.
 */
@SuppressWarnings("restricted") // the launcher allows native access; this is what it is for
final class Blst {

    /** Sizes of blst's structures, in longs. */
    static final int FP = 6;

    static final int P1_AFFINE = 12;
    static final int P1 = 18;
    static final int P2_AFFINE = 24;
    static final int P2 = 36;
    static final int FP12 = 72;
    static final int SCALAR_BYTES = 32;

    /** Lines of a Miller loop for one point of G2: 68 elements of the sextic extension. */
    static final int LINES = 68 * 36;

    /** {@code BLST_ERROR}: all is well. */
    static final int SUCCESS = 0;

    static final int BAD_ENCODING = 1;
    static final int NOT_IN_GROUP = 3;

    private static final MemoryLayout P = ADDRESS;
    private static final SymbolLookup LIBRARY = library();

    static final MethodHandle P1_UNCOMPRESS = function("blst_p1_uncompress", JAVA_INT, P, P);
    static final MethodHandle P2_UNCOMPRESS = function("blst_p2_uncompress", JAVA_INT, P, P);
    static final MethodHandle P1_AFFINE_IN_G1 = function("blst_p1_affine_in_g1", JAVA_BOOLEAN, P);
    static final MethodHandle P2_AFFINE_IN_G2 = function("blst_p2_affine_in_g2", JAVA_BOOLEAN, P);
    static final MethodHandle P1_AFFINE_COMPRESS = procedure("blst_p1_affine_compress", P, P);
    static final MethodHandle P2_AFFINE_COMPRESS = procedure("blst_p2_affine_compress", P, P);
    static final MethodHandle P1_TO_AFFINE = procedure("blst_p1_to_affine", P, P);
    static final MethodHandle P2_TO_AFFINE = procedure("blst_p2_to_affine", P, P);
    static final MethodHandle P1_FROM_AFFINE = procedure("blst_p1_from_affine", P, P);
    static final MethodHandle P2_FROM_AFFINE = procedure("blst_p2_from_affine", P, P);
    static final MethodHandle P1_ADD_AFFINE = procedure("blst_p1_add_or_double_affine", P, P, P);
    static final MethodHandle P2_ADD_AFFINE = procedure("blst_p2_add_or_double_affine", P, P, P);
    static final MethodHandle P2_ADD = procedure("blst_p2_add_or_double", P, P, P);
    static final MethodHandle P2_DOUBLE = procedure("blst_p2_double", P, P);
    static final MethodHandle P1_NEGATE = procedure("blst_p1_cneg", P, JAVA_BOOLEAN);
    static final MethodHandle P2_NEGATE = procedure("blst_p2_cneg", P, JAVA_BOOLEAN);
    static final MethodHandle P2_IS_EQUAL = function("blst_p2_is_equal", JAVA_BOOLEAN, P, P);
    static final MethodHandle P2S_TO_AFFINE = nativeOnly("blst_p2s_to_affine", P, P, JAVA_LONG);
    static final MethodHandle P1S_MULT =
            nativeOnly("blst_p1s_mult_pippenger", P, P, JAVA_LONG, P, JAVA_LONG, P);
    static final MethodHandle P2S_MULT =
            nativeOnly("blst_p2s_mult_pippenger", P, P, JAVA_LONG, P, JAVA_LONG, P);
    static final MethodHandle P1S_SCRATCH =
            function("blst_p1s_mult_pippenger_scratch_sizeof", JAVA_LONG, JAVA_LONG);
    static final MethodHandle P2S_SCRATCH =
            function("blst_p2s_mult_pippenger_scratch_sizeof", JAVA_LONG, JAVA_LONG);
    static final MethodHandle FP_FROM_BENDIAN = procedure("blst_fp_from_bendian", P, P);
    static final MethodHandle MAP_TO_G1 = procedure("blst_map_to_g1", P, P, P);
    static final MethodHandle KEYGEN = procedure("blst_keygen", P, P, JAVA_LONG, P, JAVA_LONG);
    static final MethodHandle SCALAR_FROM_BENDIAN = procedure("blst_scalar_from_bendian", P, P);
    static final MethodHandle BENDIAN_FROM_SCALAR = procedure("blst_bendian_from_scalar", P, P);
    static final MethodHandle SK_CHECK = function("blst_sk_check", JAVA_BOOLEAN, P);
    static final MethodHandle FR_FROM_SCALAR = procedure("blst_fr_from_scalar", P, P);
    static final MethodHandle SCALAR_FROM_FR = procedure("blst_scalar_from_fr", P, P);
    static final MethodHandle FR_ADD = procedure("blst_fr_add", P, P, P);
    static final MethodHandle FR_MUL = procedure("blst_fr_mul", P, P, P);
    static final MethodHandle SK_TO_PK = procedure("blst_sk_to_pk_in_g2", P, P);
    static final MethodHandle SIGN = procedure("blst_sign_pk_in_g2", P, P, P);
    static final MethodHandle PRECOMPUTE_LINES = procedure("blst_precompute_lines", P, P);
    static final MethodHandle MILLER_LOOP = procedure("blst_miller_loop", P, P, P);
    static final MethodHandle MILLER_LOOP_LINES = procedure("blst_miller_loop_lines", P, P, P);
    static final MethodHandle FP12_MUL = procedure("blst_fp12_mul", P, P, P);
    static final MethodHandle FINAL_VERIFY = function("blst_fp12_finalverify", JAVA_BOOLEAN, P, P);

    private Blst() {}

    private static SymbolLookup library() {
        // unpacks and loads the native library into this class loader
        P1_Affine.generator();
        return SymbolLookup.loaderLookup();
    }

    private static MethodHandle procedure(String name, MemoryLayout... parameters) {
        return linked(name, FunctionDescriptor.ofVoid(parameters), Linker.Option.critical(true));
    }

    private static MethodHandle function(
            String name, ValueLayout result, MemoryLayout... parameters) {
        return linked(
                name, FunctionDescriptor.of(result, parameters), Linker.Option.critical(true));
    }

    /** For what takes arrays of pointers: Java arrays may move, native memory does not. */
    private static MethodHandle nativeOnly(String name, MemoryLayout... parameters) {
        return linked(name, FunctionDescriptor.ofVoid(parameters));
    }

    private static MethodHandle linked(
            String name, FunctionDescriptor descriptor, Linker.Option... options) {
        return Linker.nativeLinker().downcallHandle(LIBRARY.findOrThrow(name), descriptor, options);
    }

    static MemorySegment memory(long[] array) {
        return MemorySegment.ofArray(array);
    }

    static MemorySegment memory(byte[] array) {
        return MemorySegment.ofArray(array);
    }

    static void run(MethodHandle procedure, MemorySegment a, MemorySegment b) {
        try {
            procedure.invokeExact(a, b);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void run(MethodHandle procedure, MemorySegment a, MemorySegment b, MemorySegment c) {
        try {
            procedure.invokeExact(a, b, c);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void negate(MethodHandle procedure, MemorySegment point) {
        try {
            procedure.invokeExact(point, true);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int error(MethodHandle function, MemorySegment a, MemorySegment b) {
        try {
            return (int) function.invokeExact(a, b);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static boolean holds(MethodHandle predicate, MemorySegment a) {
        try {
            return (boolean) predicate.invokeExact(a);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static boolean holds(MethodHandle predicate, MemorySegment a, MemorySegment b) {
        try {
            return (boolean) predicate.invokeExact(a, b);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void keygen(MemorySegment scalar, byte[] material, byte[] info) {
        try {
            KEYGEN.invokeExact(
                    scalar,
                    memory(material),
                    (long) material.length,
                    memory(info),
                    (long) info.length);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void toAffine(MemorySegment affines, MemorySegment pointers, long count) {
        try {
            P2S_TO_AFFINE.invokeExact(affines, pointers, count);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long scratchSize(MethodHandle function, long count) {
        try {
            return (long) function.invokeExact(count);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void multiply(
            MethodHandle procedure,
            MemorySegment result,
            MemorySegment points,
            long count,
            MemorySegment scalars,
            long bits,
            MemorySegment scratch) {
        try {
            procedure.invokeExact(result, points, count, scalars, bits, scratch);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static IllegalStateException unexpected(Throwable e) {
        return new IllegalStateException("blst cannot be called", e);
    }
}
