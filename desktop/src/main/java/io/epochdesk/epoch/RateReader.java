package io.epochdesk.epoch;

import io.epochdesk.fault.FaultException;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.BlockReader;

import java.time.Duration;
import java.util.Optional;

/**
 * Finds an earlier block to measure the view rate from, when nothing was watched yet: one that lies
 * at least {@link ViewRate#SHORTEST} and at most {@link ViewRate#WINDOW} back. Networks make blocks
 * at very different speeds, so it looks nearer or further until it fits.
 */
public final class RateReader {

    /** Some six minutes on a public network. */
    private static final long USUAL = 500;

    private static final int NEARER = 2;
    private static final int FURTHER = 4;
    private static final int MOST_LOOKS = 8;

    private final BlockReader blocks;

    public RateReader(BlockReader blocks) {
        this.blocks = blocks;
    }

    /**
     * The earlier block; empty when the chain or what its nodes keep is too short, or its blocks
     * too rare.
     *
     * @throws FaultException when headers cannot be read
     */
    public Optional<BlockHeader> before(BlockHeader newest) {
        // a root block's timestamp is when its spork was made, on an emulator years before
        long most = newest.height() - blocks.rootHeight() - 1;
        long back = Math.min(USUAL, most);
        Optional<BlockHeader> best = Optional.empty();
        for (int look = 0; look < MOST_LOOKS && back > 0; look++) {
            BlockHeader earlier = blocks.at(newest.height() - back);
            Duration span = Duration.between(earlier.timestamp(), newest.timestamp());
            if (span.compareTo(ViewRate.WINDOW) > 0) {
                if (best.isPresent()) {
                    return best;
                }
                back /= NEARER;
            } else if (span.compareTo(ViewRate.SHORTEST) >= 0 || back == most) {
                return Optional.of(earlier);
            } else {
                best = Optional.of(earlier);
                back = Math.min(most, back * FURTHER);
            }
        }
        return best;
    }

    /** The rate up to the newest sealed block; not measured when it cannot be. */
    public ViewRate read() {
        ViewRate rate = new ViewRate();
        try {
            BlockHeader newest = blocks.latestSealed();
            before(newest).ifPresent(earlier -> rate.add(earlier.view(), earlier.timestamp()));
            rate.add(newest.view(), newest.timestamp());
        } catch (FaultException _) {
            return new ViewRate();
        }
        return rate;
    }
}
