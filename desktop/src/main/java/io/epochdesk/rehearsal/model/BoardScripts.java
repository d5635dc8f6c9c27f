package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.array;
import static io.epochdesk.cadence.CadenceValues.bool;
import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.integer;
import static io.epochdesk.cadence.CadenceValues.nil;
import static io.epochdesk.cadence.CadenceValues.optional;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.uint16;
import static io.epochdesk.cadence.CadenceValues.uint64;
import static io.epochdesk.cadence.CadenceValues.uint8;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValues;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What the board's scripts answer: {@code board.cdc} and the smaller ones it is made of. */
final class BoardScripts {

    private BoardScripts() {}

    static CadenceValue board(World world, Moment moment, Arguments arguments) {
        return ScriptStruct.of(
                "BoardAnswer",
                field("epoch", epoch(world, moment, arguments)),
                field("quorum", quorum(world, moment, arguments)),
                field("dkg", dkg(world, moment, arguments)));
    }

    static CadenceValue epoch(World world, Moment moment, Arguments arguments) {
        Epoch epoch = world.epoch();
        EpochMetadata current = epoch.current();
        if (current == null) {
            return nil();
        }
        EpochConfig config = epoch.config();
        EpochTiming timing = epoch.timing();
        return optional(
                ScriptStruct.of(
                        "EpochAnswer",
                        field("counter", uint64(epoch.counter())),
                        field("phase", uint8(epoch.phase().rawValue())),
                        field("view", uint64(moment.view())),
                        field("startView", uint64(current.startView())),
                        field("stakingEndView", uint64(current.stakingEndView())),
                        field("endView", uint64(current.endView())),
                        field("viewsInEpoch", uint64(config.viewsInEpoch())),
                        field("viewsInStakingAuction", uint64(config.viewsInStakingAuction())),
                        field("viewsInDkgPhase", uint64(config.viewsInDkgPhase())),
                        field("collectorClusters", uint16(config.collectorClusters())),
                        field("duration", uint64(timing.duration())),
                        field("refCounter", uint64(timing.refCounter())),
                        field("refTimestamp", uint64(timing.refTimestamp()))));
    }

    static CadenceValue metadata(World world, Moment moment, Arguments arguments) {
        EpochMetadata found = world.epoch().metadata().get(arguments.integer(0));
        return found == null
                ? nil()
                : optional(
                        array(
                                uint64(found.startView()),
                                uint64(found.stakingEndView()),
                                uint64(found.endView())));
    }

    static CadenceValue quorum(World world, Moment moment, Arguments arguments) {
        ClusterVoting quorum = world.quorum();
        return ScriptStruct.of(
                "QuorumAnswer",
                field("inProgress", bool(quorum.inProgress())),
                field("completed", bool(quorum.votingCompleted())),
                field("clusters", ContractValues.list(quorum.clusters(), BoardScripts::cluster)));
    }

    private static CadenceValue cluster(Cluster cluster) {
        List<CadenceValue> members = new ArrayList<>();
        cluster.nodeWeights()
                .forEach((id, weight) -> members.add(voter(id, weight, cluster.votes().get(id))));
        return ScriptStruct.of(
                "ClusterAnswer",
                field("index", uint16(cluster.index())),
                field("totalWeight", uint64(cluster.totalWeight())),
                field("threshold", uint64(cluster.voteThreshold())),
                field("complete", bool(cluster.quorumMessage().isPresent())),
                field("members", array(members)),
                field("weightByMessage", ContractValues.weights(cluster.messageWeights())));
    }

    private static CadenceValue voter(String nodeId, long weight, @Nullable Vote vote) {
        return ScriptStruct.of(
                "VoterAnswer",
                field("nodeId", string(nodeId)),
                field("weight", uint64(weight)),
                field("message", ContractValues.text(vote == null ? null : vote.message())),
                field("signature", ContractValues.text(vote == null ? null : vote.signature())));
    }

    static CadenceValue stakingKeys(World world, Moment moment, Arguments arguments) {
        PersistentMap<String, String> keys = PersistentMap.empty();
        for (String nodeId : arguments.strings(0)) {
            NodeRecord node = world.staking().nodes().get(nodeId);
            if (node != null) {
                keys = keys.with(nodeId, node.stakingKey());
            }
        }
        return ContractValues.dictionary(keys, CadenceValues::string);
    }

    static CadenceValue dkg(World world, Moment moment, Arguments arguments) {
        DistributedKeyGeneration dkg = world.dkg();
        List<List<CadenceValue>> submitters = new ArrayList<>();
        dkg.uniques().forEach(_ -> submitters.add(new ArrayList<>()));
        dkg.byNode().forEach((id, index) -> submitters.get(index).add(string(id)));
        List<CadenceValue> submissions = new ArrayList<>();
        for (int i = 0; i < dkg.uniques().size(); i++) {
            submissions.add(
                    submission(dkg.uniques().get(i), dkg.counts().get(i), submitters.get(i)));
        }
        return ScriptStruct.of(
                "DkgAnswer",
                field("enabled", bool(dkg.enabled())),
                field("committee", ContractValues.strings(dkg.committee().keys())),
                field("nativeThreshold", uint64(dkg.nativeThreshold())),
                field("safeThreshold", uint64(dkg.safeThreshold())),
                field("completed", bool(dkg.completed().isPresent())),
                field("submissions", array(submissions)));
    }

    private static CadenceValue submission(
            ResultSubmission submission, long count, List<CadenceValue> submitters) {
        List<String> keys = submission.keys();
        return ScriptStruct.of(
                "SubmissionAnswer",
                field("groupKey", ContractValues.text(submission.groupKey())),
                field("keys", keys == null ? nil() : optional(ContractValues.strings(keys))),
                field("idMapping", ContractValues.optionalMapping(submission.idMapping())),
                field("count", uint64(count)),
                field("submitters", array(submitters)));
    }

    static CadenceValue whiteboard(World world, Moment moment, Arguments arguments) throws Aborted {
        List<WhiteboardMessage> all = world.dkg().whiteboard().messages();
        long from = arguments.integer(0);
        int upTo = (int) Math.min(arguments.integer(1), all.size());
        if (from < 0 && from < upTo) {
            throw Aborted.runtime(
                    "array index out of bounds: " + from + ", but size is " + all.size());
        }
        List<WhiteboardMessage> part = from < upTo ? all.subList((int) from, upTo) : List.of();
        return ScriptStruct.of(
                "WhiteboardAnswer",
                field("size", integer(all.size())),
                field(
                        "messages",
                        ContractValues.list(
                                part,
                                each -> array(string(each.nodeId()), string(each.content())))));
    }
}
