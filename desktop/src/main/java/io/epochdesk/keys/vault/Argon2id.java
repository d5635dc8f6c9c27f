package io.epochdesk.keys.vault;

import io.epochdesk.fault.VaultFault;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.util.Arrays;
import java.util.function.LongSupplier;

/** Argon2id, version 1.3 (RFC 9106). */
public final class Argon2id implements KeyDerivation {

    private static final long SECOND = 1_000_000_000L;

    /** The fastest of so many counts. */
    private static final int RUNS = 3;

    @Override
    public byte[] derive(KdfParameters parameters, byte[] password, byte[] salt) {
        byte[] key = new byte[KEY_LENGTH];
        try {
            Argon2BytesGenerator argon = new Argon2BytesGenerator();
            argon.init(
                    new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                            .withMemoryAsKB(parameters.memoryKib())
                            .withIterations(parameters.iterations())
                            .withParallelism(parameters.parallelism())
                            .withSalt(salt)
                            .build());
            argon.generateBytes(password, key);
            return key;
        } catch (OutOfMemoryError e) {
            Arrays.fill(key, (byte) 0);
            throw VaultFault.of(
                    VaultFault.Kind.NOT_ENOUGH_MEMORY,
                    "",
                    "needed",
                    (parameters.memoryKib() >> 10) + " MiB");
        }
    }

    /**
     * Parameters that take about a second on this machine: first the memory grows, up to a quarter
     * of what this process may have, then the number of passes. Takes about two seconds.
     */
    public KdfParameters calibrated() {
        return calibrated(System::nanoTime, Runtime.getRuntime().maxMemory());
    }

    KdfParameters calibrated(LongSupplier nanos, long memory) {
        // the first run is the compiler's
        timed(KdfParameters.LEAST, nanos);
        // whatever else the machine does makes single runs slower, and the vault weaker for ever
        long once = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            once = Math.min(once, Math.max(1, timed(KdfParameters.LEAST, nanos)));
        }
        int most = (int) Math.min(KdfParameters.MOST_MEMORY, (memory >> 2) >> 10);
        int kib = KdfParameters.LEAST_MEMORY;
        long cost = once;
        while (kib * 2 <= most && cost * 2 <= SECOND) {
            kib *= 2;
            cost *= 2;
        }
        long passes = SECOND * KdfParameters.LEAST.iterations() / cost;
        int iterations =
                Math.clamp(passes, KdfParameters.LEAST.iterations(), KdfParameters.MOST_ITERATIONS);
        return new KdfParameters(kib, iterations, KdfParameters.LEAST.parallelism());
    }

    private long timed(KdfParameters parameters, LongSupplier nanos) {
        long begin = nanos.getAsLong();
        Arrays.fill(derive(parameters, new byte[16], new byte[SALT_LENGTH]), (byte) 0);
        return nanos.getAsLong() - begin;
    }
}
