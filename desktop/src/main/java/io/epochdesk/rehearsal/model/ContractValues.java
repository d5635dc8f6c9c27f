package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.array;
import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.integer;
import static io.epochdesk.cadence.CadenceValues.nil;
import static io.epochdesk.cadence.CadenceValues.optional;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.uint16;
import static io.epochdesk.cadence.CadenceValues.uint32;
import static io.epochdesk.cadence.CadenceValues.uint64;
import static io.epochdesk.cadence.CadenceValues.uint8;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.Entry;
import io.epochdesk.cadence.CadenceValue.Field;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.CompositeKind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The structs the contracts declare, as Cadence values with the types of one network. */
final class ContractValues {

    private final World world;

    ContractValues(World world) {
        this.world = world;
    }

    CadenceValue nodeInfo(NodeRecord node) {
        return struct(
                "FlowIDTableStaking",
                "NodeInfo",
                field("id", string(node.id())),
                field("role", uint8(node.role())),
                field("networkingAddress", string(node.networkingAddress())),
                field("networkingKey", string(node.networkingKey())),
                field("stakingKey", string(node.stakingKey())),
                field("tokensStaked", UFix64.value(node.tokensStaked())),
                field("tokensCommitted", UFix64.value(node.tokensCommitted())),
                field("tokensUnstaking", UFix64.value(node.tokensUnstaking())),
                field("tokensUnstaked", UFix64.value(node.tokensUnstaked())),
                field("tokensRewarded", UFix64.value(node.tokensRewarded())),
                field("delegators", array()),
                field("delegatorIDCounter", uint32(0)),
                field("tokensRequestedToUnstake", UFix64.value(node.requestedToUnstake())),
                field("initialWeight", uint64(node.weight())));
    }

    CadenceValue cluster(Cluster cluster, boolean withVotes) {
        List<Entry> votes = new ArrayList<>();
        if (withVotes) {
            cluster.nodeWeights()
                    .forEach(
                            (id, weight) ->
                                    votes.add(new Entry(string(id), vote(cluster, id, weight))));
        }
        return struct(
                "FlowClusterQC",
                "Cluster",
                field("index", uint16(cluster.index())),
                field("nodeWeights", weights(cluster.nodeWeights())),
                field("totalWeight", uint64(cluster.totalWeight())),
                field("generatedVotes", new CadenceValue.DictionaryValue(votes)),
                field("uniqueVoteMessageTotalWeights", weights(cluster.messageWeights())));
    }

    private CadenceValue vote(Cluster cluster, String nodeId, long weight) {
        Vote vote = cluster.votes().get(nodeId);
        return struct(
                "FlowClusterQC",
                "Vote",
                field("nodeID", string(nodeId)),
                field("signature", optional(vote == null ? null : string(vote.signature()))),
                field("message", optional(vote == null ? null : string(vote.message()))),
                field("clusterIndex", uint16(cluster.index())),
                field("weight", uint64(weight)));
    }

    CadenceValue certificate(QuorumCertificate certificate) {
        return struct(
                "FlowClusterQC",
                "ClusterQC",
                field("index", uint16(certificate.index())),
                field("voteSignatures", strings(certificate.signatures())),
                field("voteMessage", string(certificate.message())),
                field("voterIDs", strings(certificate.voterIds())));
    }

    CadenceValue submission(ResultSubmission submission) {
        List<String> keys = submission.keys();
        Map<String, Integer> mapping = submission.idMapping();
        return struct(
                "FlowDKG",
                "ResultSubmission",
                field("groupPubKey", text(submission.groupKey())),
                field("pubKeys", keys == null ? nil() : optional(strings(keys))),
                field("idMapping", optionalMapping(mapping)));
    }

    static CadenceValue optionalMapping(@Nullable Map<String, Integer> mapping) {
        return mapping == null ? nil() : optional(mapping(mapping));
    }

    CadenceValue message(WhiteboardMessage message) {
        return struct(
                "FlowDKG",
                "Message",
                field("nodeID", string(message.nodeId())),
                field("content", string(message.content())));
    }

    static CadenceValue text(@Nullable String text) {
        return optional(text == null ? null : string(text));
    }

    static CadenceValue strings(List<String> texts) {
        return list(texts, CadenceValues::string);
    }

    static <T> CadenceValue list(List<T> elements, Function<? super T, CadenceValue> each) {
        List<CadenceValue> values = new ArrayList<>(elements.size());
        elements.forEach(element -> values.add(each.apply(element)));
        return array(values);
    }

    static CadenceValue mapping(Map<String, Integer> mapping) {
        List<Entry> entries = new ArrayList<>();
        new TreeMap<>(mapping)
                .forEach((id, index) -> entries.add(new Entry(string(id), integer(index))));
        return new CadenceValue.DictionaryValue(entries);
    }

    static CadenceValue weights(PersistentMap<String, Long> weights) {
        return dictionary(weights, CadenceValues::uint64);
    }

    static <V> CadenceValue dictionary(
            PersistentMap<String, V> map, Function<? super V, CadenceValue> each) {
        List<Entry> entries = new ArrayList<>(map.size());
        map.forEach((key, value) -> entries.add(new Entry(string(key), each.apply(value))));
        return new CadenceValue.DictionaryValue(entries);
    }

    private CadenceValue struct(String contract, String name, Field... fields) {
        return CadenceValues.composite(CompositeKind.STRUCT, world.typeId(contract, name), fields);
    }
}
