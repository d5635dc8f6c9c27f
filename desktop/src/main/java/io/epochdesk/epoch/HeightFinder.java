package io.epochdesk.epoch;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.BlockReader;

import java.util.OptionalLong;

/**
 * Finds the block with which a view was reached, by bisecting headers: some 30 requests for a chain
 * of a thousand million blocks. Heights that the nodes no longer have count as too early.
 */
public final class HeightFinder {

    private final BlockReader blocks;

    public HeightFinder(BlockReader blocks) {
        this.blocks = blocks;
    }

    /**
     * The lowest height still to be had whose view is at least this one, or empty when the chain
     * has not come so far.
     *
     * @throws FaultException when headers cannot be read
     */
    public OptionalLong firstHeightAt(long view) {
        long tooLow = blocks.rootHeight() - 1;
        long enough = blocks.latestSealed().height();
        if (!reached(enough, view)) {
            return OptionalLong.empty();
        }
        while (enough - tooLow > 1) {
            long middle = tooLow + (enough - tooLow) / 2;
            if (reached(middle, view)) {
                enough = middle;
            } else {
                tooLow = middle;
            }
        }
        return OptionalLong.of(enough);
    }

    private boolean reached(long height, long view) {
        try {
            return blocks.at(height).view() >= view;
        } catch (FaultException e) {
            if (e.fault() instanceof NetworkFault fault
                    && fault.kind() == NetworkFault.Kind.UNAVAILABLE_HEIGHT) {
                return false;
            }
            throw e;
        }
    }
}
