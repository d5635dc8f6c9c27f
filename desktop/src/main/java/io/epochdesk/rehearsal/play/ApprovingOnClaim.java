package io.epochdesk.rehearsal.play;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.rehearsal.model.Aborted;
import io.epochdesk.rehearsal.model.Draft;
import io.epochdesk.rehearsal.model.PersistentMap;
import io.epochdesk.rehearsal.model.StakingTable;
import io.epochdesk.rehearsal.model.TransactionProgram;
import io.epochdesk.rehearsal.model.World;

import java.util.List;

/**
 * A transaction that hands out a Voter or Participant. As soon as one of a spare account's node is,
 * the rehearsal's governance approves the node: one that nobody claimed would be an idle member.
 *
 * @param program the transaction
 * @param nodeIds the spare accounts' nodes
 */
record ApprovingOnClaim(TransactionProgram program, List<String> nodeIds)
        implements TransactionProgram {

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public int computation() {
        return program.computation();
    }

    @Override
    public void run(Draft draft, List<FlowAddress> authorizers, List<CadenceValue> arguments)
            throws Aborted {
        program.run(draft, authorizers, arguments);
        World world = draft.world();
        PersistentMap<String, Boolean> approved = world.staking().approved();
        for (String nodeId : nodeIds) {
            if (world.quorum().claimed().containsKey(nodeId)
                    || world.dkg().claimed().containsKey(nodeId)) {
                approved = approved.with(nodeId, true);
            }
        }
        StakingTable table = world.staking();
        draft.set(world.with(table.approving(approved)));
    }
}
