package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;

/** What the transactions do that a node signs with its machine account. */
final class MachineTransactions {

    private final StakingSignatures signatures;

    MachineTransactions(StakingSignatures signatures) {
        this.signatures = signatures;
    }

    /** {@code submit_vote.cdc}. */
    void vote(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        Stored.Voter voter = draft.account(signer).stored(StoragePaths.VOTER, Stored.Voter.class);
        if (voter == null) {
            throw Aborted.panic("The signer has no Voter at the path /storage/flowEpochsQCVoter");
        }
        FlowClusterQc.vote(draft, signatures, voter, arguments.string(0), arguments.string(1));
    }

    /** {@code send_whiteboard_message.cdc}. */
    static void post(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        FlowDkg.post(draft, participant(draft, signer), arguments.string(0));
    }

    /** {@code send_final_submission.cdc}. */
    static void submit(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        String nodeId = participant(draft, signer);
        ResultSubmission submission =
                new ResultSubmission(
                        arguments.string(0),
                        arguments.strings(1),
                        Arguments.indices(arguments.at(2)));
        submission.check();
        FlowDkg.submit(draft, nodeId, submission);
    }

    /** {@code send_empty_final_submission.cdc}. */
    static void submitEmpty(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        FlowDkg.submit(draft, participant(draft, signer), ResultSubmission.empty());
    }

    private static String participant(Draft draft, FlowAddress signer) throws Aborted {
        Stored.Participant participant =
                draft.account(signer).stored(StoragePaths.PARTICIPANT, Stored.Participant.class);
        if (participant == null) {
            throw Aborted.panic(
                    "The signer has no Participant at the path /storage/flowEpochsDKGParticipant");
        }
        return participant.nodeId();
    }
}
