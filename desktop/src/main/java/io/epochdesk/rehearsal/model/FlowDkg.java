package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.nil;
import static io.epochdesk.cadence.CadenceValues.optional;
import static io.epochdesk.cadence.CadenceValues.string;

import io.epochdesk.cadence.CadenceValue;

import java.util.ArrayList;
import java.util.List;

/** The functions of the contract FlowDKG that change something. */
final class FlowDkg {

    private static final String CONTRACT = "FlowDKG";

    private FlowDkg() {}

    /** {@code Admin.createParticipant}: hands out a node's Participant, once for ever. */
    static Stored.Participant createParticipant(Draft draft, String nodeId) throws Aborted {
        DistributedKeyGeneration dkg = draft.world().dkg();
        if (dkg.claimed().containsKey(nodeId)) {
            throw Aborted.precondition(
                    "FlowDKG.Participant.init: Cannot create Participant resource for a node ID ("
                            + nodeId
                            + ") that has already been claimed");
        }
        draft.set(draft.world().with(dkg.claiming(nodeId)));
        return new Stored.Participant(nodeId);
    }

    /** {@code Admin.startDKG}: clears the board and the submissions. */
    static void start(Draft draft, List<String> committee) throws Aborted {
        DistributedKeyGeneration dkg = draft.world().dkg();
        if (dkg.enabled()) {
            throw Aborted.precondition(
                    "FlowDKG.Admin.startDKG: Cannot start the DKG when it is already running");
        }
        PersistentMap<String, Boolean> members = PersistentMap.empty();
        for (String nodeId : committee) {
            members = members.with(nodeId, true);
        }
        draft.set(draft.world().with(dkg.started(members)));
        draft.emit(CONTRACT, "StartDKG");
    }

    /** {@code Admin.endDKG}: only once there is a result. */
    static void end(Draft draft) throws Aborted {
        DistributedKeyGeneration dkg = draft.world().dkg();
        if (!dkg.enabled()) {
            throw Aborted.precondition(
                    "FlowDKG.Admin.endDKG: Cannot end the DKG when it is already disabled");
        }
        ResultSubmission result =
                dkg.completed()
                        .orElseThrow(
                                () ->
                                        Aborted.assertion(
                                                "FlowDKG.Admin.endDKG: Cannot end the DKG without"
                                                        + " a canonical final ResultSubmission"));
        CadenceValue value = new ContractValues(draft.world()).submission(result);
        draft.set(draft.world().with(dkg.ended()));
        draft.emit(CONTRACT, "EndDKG", field("finalSubmission", optional(value)));
    }

    /** {@code Admin.forceEndDKG}: the event has no submission, whatever was submitted. */
    static void forceEnd(Draft draft) {
        draft.set(draft.world().with(draft.world().dkg().ended()));
        draft.emit(CONTRACT, "EndDKG", field("finalSubmission", nil()));
    }

    /** {@code Participant.postMessage}. */
    static void post(Draft draft, String nodeId, String content) throws Aborted {
        DistributedKeyGeneration dkg = draft.world().dkg();
        if (!dkg.committee().containsKey(nodeId)) {
            throw refused(
                    "Cannot post whiteboard message. Sender (node ID: "
                            + nodeId
                            + ") is not registered for the current DKG instance");
        }
        if (content.isEmpty()) {
            throw refused("Cannot post empty message to the whiteboard");
        }
        if (!dkg.enabled()) {
            throw refused("Cannot post whiteboard message when DKG is disabled");
        }
        draft.set(draft.world().with(dkg.with(new WhiteboardMessage(nodeId, content))));
        draft.emit(
                CONTRACT,
                "BroadcastMessage",
                field("nodeID", string(nodeId)),
                field("content", string(content)));
    }

    /** {@code Participant.sendFinalSubmission}. */
    static void submit(Draft draft, String nodeId, ResultSubmission submission) throws Aborted {
        DistributedKeyGeneration dkg = draft.world().dkg();
        if (!dkg.enabled()) {
            throw refused("Cannot send final submission when DKG is disabled");
        }
        if (!dkg.committee().containsKey(nodeId)) {
            throw Aborted.precondition(
                    "FlowDKG.addSubmission: Submittor (node ID: "
                            + nodeId
                            + ") is not authorized for this DKG instance.");
        }
        if (dkg.byNode().containsKey(nodeId)) {
            throw Aborted.precondition(
                    "FlowDKG.SubmissionTracker.addSubmission: Submittor (node ID: "
                            + nodeId
                            + ") may only submit once and has already submitted");
        }
        if (!submission.covers(dkg.committee())) {
            throw Aborted.precondition(
                    "FlowDKG.SubmissionTracker.addSubmission: Submission must contain exactly one"
                            + " public key per authorized participant");
        }
        List<ResultSubmission> uniques = new ArrayList<>(dkg.uniques());
        List<Long> counts = new ArrayList<>(dkg.counts());
        int index = uniques.indexOf(submission);
        if (index < 0) {
            index = uniques.size();
            uniques.add(submission);
            counts.add(1L);
        } else {
            counts.set(index, counts.get(index) + 1);
        }
        draft.set(draft.world().with(dkg.with(uniques, counts, dkg.byNode().with(nodeId, index))));
    }

    /** {@code Admin.setSafeSuccessThreshold}; {@code NO_PERCENTAGE} for nil. */
    static void setSafeThreshold(Draft draft, long percentage) throws Aborted {
        DistributedKeyGeneration dkg = draft.world().dkg();
        if (dkg.enabled()) {
            throw Aborted.precondition(
                    "FlowDKG.Admin.setSafeSuccessThreshold: Cannot set the DKG success threshold"
                            + " while the DKG is enabled");
        }
        if (percentage >= UFix64.ONE) {
            throw Aborted.precondition(
                    "FlowDKG.Admin.setSafeSuccessThreshold: Invalid input. Safe threshold"
                            + " percentage must be in [0,1)");
        }
        draft.set(draft.world().with(dkg.withSafePercentage(percentage)));
    }

    private static Aborted refused(String words) {
        return Aborted.precondition("FlowDKG.Participant.postMessage: " + words);
    }
}
