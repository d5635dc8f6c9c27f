package io.epochdesk.doctor;

import io.epochdesk.epoch.ViewRate;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.BlockReader;

/**
 * Measures the view rate over the last blocks. A board that has been watched for a while has a
 * better figure; a doctor run from cron has nothing else.
 */
final class RateReader {

    /** Some six minutes on a public network. */
    private static final long BLOCKS = 400;

    private final BlockReader blocks;

    RateReader(BlockReader blocks) {
        this.blocks = blocks;
    }

    /** The rate; not measured when the nodes do not have an earlier block any more. */
    ViewRate read() {
        ViewRate rate = new ViewRate();
        try {
            BlockHeader newest = blocks.latestSealed();
            long back = Math.max(blocks.rootHeight(), newest.height() - BLOCKS);
            if (back < newest.height()) {
                BlockHeader earlier = blocks.at(back);
                rate.add(earlier.view(), earlier.timestamp());
            }
            rate.add(newest.view(), newest.timestamp());
        } catch (FaultException _) {
            return new ViewRate();
        }
        return rate;
    }
}
