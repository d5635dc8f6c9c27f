package io.epochdesk.emulator;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How an emulator is started.
 *
 * @param fees whether transactions cost fees
 * @param blockTime time between blocks, or null for one block per transaction
 * @param transactionExpiry blocks after which a transaction expires; real networks have 600
 * @param database folder of a chain to go on with, or null to keep the chain in a folder of the
 *     process's own
 * @param keep whether the chain outlives the process at all, so that a restart can go on with it
 */
public record EmulatorOptions(
        boolean fees,
        @Nullable Duration blockTime,
        int transactionExpiry,
        @Nullable Path database,
        boolean keep) {

    /** A fresh chain in memory, no fees, a block per transaction. */
    public static EmulatorOptions fresh() {
        return new EmulatorOptions(false, null, 600, null, false);
    }

    /** The same with fees. */
    public EmulatorOptions withFees() {
        return new EmulatorOptions(true, blockTime, transactionExpiry, database, keep);
    }

    /** The same with a block every so often. */
    public EmulatorOptions withBlockTime(Duration time) {
        return new EmulatorOptions(fees, time, transactionExpiry, database, keep);
    }

    /** The same on disk, so that a restart can keep the chain. */
    public EmulatorOptions kept() {
        return new EmulatorOptions(fees, blockTime, transactionExpiry, database, true);
    }

    /** The same, going on with the chain in this folder. */
    public EmulatorOptions on(Path folder) {
        return new EmulatorOptions(fees, blockTime, transactionExpiry, folder, true);
    }

    List<String> arguments() {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                // nothing of these has to do with epochs, and each costs time
                                "--setup-vm-bridge=false",
                                "--scheduled-transactions=false",
                                "--transaction-expiry",
                                Integer.toString(transactionExpiry)));
        if (fees) {
            arguments.add("--transaction-fees");
        }
        if (blockTime != null) {
            arguments.addAll(List.of("--block-time", blockTime.toMillis() + "ms"));
        }
        return arguments;
    }
}
