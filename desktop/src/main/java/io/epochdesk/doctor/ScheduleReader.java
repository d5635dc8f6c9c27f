package io.epochdesk.doctor;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;
import io.epochdesk.epoch.EpochAnswer;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.epoch.OutlookRules;
import io.epochdesk.epoch.ViewRate;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.BlockReader;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.ScriptAnswer;

import java.util.List;

/**
 * Reads where the epoch stands, and measures the view rate over the last blocks. Whoever runs a
 * board has better figures; a doctor run from cron has nothing else.
 */
final class ScheduleReader {

    /** Some six minutes on a public network. */
    private static final long BLOCKS = 400;

    private static final Program EPOCH = Program.shipped("epoch", "epoch");

    private final FlowNetwork network;
    private final CadenceDecoder decoder = new CadenceDecoder();

    ScheduleReader(FlowNetwork network) {
        this.network = network;
    }

    Schedule read() {
        try {
            ScriptAnswer answer = network.scripts().run(EPOCH, List.of());
            EpochState epoch =
                    EpochAnswer.read(Shape.of(decoder.decode(answer.json().value()), EPOCH.name()));
            OutlookRules rules = new OutlookRules(network.profile().finalizationSafetyThreshold());
            return new Schedule(
                    epoch,
                    rules.of(epoch, null, rate(), answer.json().provenance().blockTime()),
                    null);
        } catch (FaultException e) {
            return new Schedule(null, null, e.fault());
        }
    }

    /** The rate, not measured when the nodes do not have an earlier block any more. */
    private ViewRate rate() {
        ViewRate rate = new ViewRate();
        BlockReader blocks = network.blocks();
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
