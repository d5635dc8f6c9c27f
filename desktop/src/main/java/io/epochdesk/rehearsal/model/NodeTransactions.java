package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;

/** The transactions that node software sends from machine accounts during a setup. */
public final class NodeTransactions {

    private static final String ROOM = "rehearsal";

    private NodeTransactions() {}

    /**
     * A catalogue with these transactions.
     *
     * @param signatures how votes are verified
     */
    public static ProgramCatalogue addedTo(
            ProgramCatalogue catalogue, StakingSignatures signatures) {
        return with(
                with(
                        with(
                                with(
                                        catalogue,
                                        "submit_vote",
                                        (draft, signer, arguments) ->
                                                FlowClusterQc.vote(
                                                        draft,
                                                        signatures,
                                                        voter(draft, signer),
                                                        arguments.string(0),
                                                        arguments.string(1))),
                                "send_whiteboard_message",
                                (draft, signer, arguments) ->
                                        FlowDkg.post(
                                                draft,
                                                participant(draft, signer),
                                                arguments.string(0))),
                        "send_final_submission",
                        NodeTransactions::submit),
                "send_empty_final_submission",
                (draft, signer, _) ->
                        FlowDkg.submit(
                                draft, participant(draft, signer), ResultSubmission.empty()));
    }

    private static ProgramCatalogue with(
            ProgramCatalogue catalogue, String name, OwnTransaction.Deed deed) {
        Program program = Program.shipped(ROOM, name);
        return catalogue.with(program, new OwnTransaction(program, deed));
    }

    private static void submit(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        String nodeId = participant(draft, signer);
        ResultSubmission submission =
                new ResultSubmission(
                        arguments.string(0),
                        arguments.strings(1),
                        Arguments.indices(arguments.at(2)));
        submission.check();
        FlowDkg.submit(draft, nodeId, submission);
    }

    private static Stored.Voter voter(Draft draft, FlowAddress signer) throws Aborted {
        Stored.Voter voter = draft.account(signer).stored(StoragePaths.VOTER, Stored.Voter.class);
        if (voter == null) {
            throw Aborted.panic("no Voter at the standard path of this account");
        }
        return voter;
    }

    private static String participant(Draft draft, FlowAddress signer) throws Aborted {
        Stored.Participant participant =
                draft.account(signer).stored(StoragePaths.PARTICIPANT, Stored.Participant.class);
        if (participant == null) {
            throw Aborted.panic("no Participant at the standard path of this account");
        }
        return participant.nodeId();
    }
}
