package io.epochdesk.rehearsal.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/** Worlds for tests: nodes with made-up points and full stakes, one operator. */
final class SampleWorlds {

    static final EpochConfig CONFIG = new EpochConfig(1000, 100, 50, 2, 0);

    private SampleWorlds() {}

    /** So many collection, consensus, execution, verification and access nodes, in an auction. */
    static Genesis genesis(int... numbers) {
        Genesis genesis =
                new Genesis()
                        .config(CONFIG)
                        .operator(AccountKey.standard(hex(1, 128)), UFix64.of(2_000_000));
        int number = 0;
        for (int role = 1; role <= numbers.length; role++) {
            for (int i = 0; i < numbers[role - 1]; i++) {
                number++;
                genesis.node(
                        new GenesisNode(
                                id(role, i),
                                role,
                                "node-" + number + ".example.com:3569",
                                hex(1000 + number, 128),
                                "80" + hex(5000 + number, 190),
                                StakingTable.empty().minimum(role),
                                role <= 2 ? hex(9000 + number, 128) : null,
                                UFix64.of(10),
                                0));
            }
        }
        return genesis;
    }

    /** What must be there. */
    static <T> T some(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    static String id(int role, int index) {
        return hex(role * 100_000 + index, 64);
    }

    static String hex(int number, int length) {
        return String.format(Locale.ROOT, "%0" + length + "x", number);
    }

    static Moment at(long view) {
        return new Moment(view, view, Instant.EPOCH, new byte[] {(byte) view, 7});
    }
}
