package io.epochdesk.verify;

import static io.epochdesk.cadence.CadenceValues.array;
import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.integer;
import static io.epochdesk.cadence.CadenceValues.nil;
import static io.epochdesk.cadence.CadenceValues.optional;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.uint16;
import static io.epochdesk.cadence.CadenceValues.uint64;
import static io.epochdesk.cadence.CadenceValues.uint8;

import io.epochdesk.bls.BeaconKeys;
import io.epochdesk.bls.BlsSecretKey;
import io.epochdesk.bls.DkgRun;
import io.epochdesk.bls.DomainTag;
import io.epochdesk.cadence.CadenceEncoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.Entry;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.CompositeKind;
import io.epochdesk.network.FakeNetwork;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Epoch 5 as it is prepared in epoch 4 of a network in memory: real keys, votes and messages, told
 * by events as the contracts emit them. Heights and views are the same numbers. What a test changes
 * before {@link #network} is what the chain has.
 */
public final class MadeEpoch {

    /** The epoch. */
    public static final long COUNTER = 5;

    /** The instance ID of its DKG. */
    public static final String INSTANCE = "dkg-flow-emulator-5";

    static final long SETUP = 705;
    private static final long AUCTION_END = 700;
    private static final long PHASE = 200;
    private static final long COMMIT = 1_500;
    private static final long END = 2_000;

    final List<Node> nodes = new ArrayList<>();
    final List<Map<String, Long>> clusters = new ArrayList<>();
    final List<Certificate> certificates = new ArrayList<>();
    final Map<String, Integer> mapping = new TreeMap<>();
    final DkgRun run;
    BeaconKeys committed;
    @Nullable BeaconKeys ended;
    List<String> kept;
    boolean commits = true;

    /** A node as its announcement has it. */
    record Node(String id, int role, String stakingKey, long weight) {}

    /** A quorum certificate that tests can spoil. */
    static final class Certificate {
        int index;
        String message;
        final List<String> voters = new ArrayList<>();
        final List<String> signatures = new ArrayList<>();

        Certificate(int index, String message) {
            this.index = index;
            this.message = message;
        }
    }

    /**
     * An epoch whose DKG went as this run did.
     *
     * @param run a run with {@link #INSTANCE}, played to its end
     * @param out dealers that are out in it
     */
    public MadeEpoch(DkgRun run, Set<Integer> out) {
        this.run = run;
        for (int cluster = 0; cluster < 2; cluster++) {
            collectors(cluster);
        }
        for (int index = 0; index < run.size(); index++) {
            nodes.add(
                    new Node(
                            consensus(index),
                            2,
                            run.stakingSecret(index).publicKey().toString(),
                            100));
            mapping.put(consensus(index), index);
        }
        committed = run.keysWithout(out);
        ended = committed;
        kept = new ArrayList<>();
        kept.add(committed.groupKey());
        kept.addAll(committed.nodeKeys());
    }

    private void collectors(int cluster) {
        Map<String, Long> weights = new TreeMap<>();
        Certificate certificate =
                new Certificate(cluster, "00000000000000%02x".formatted(cluster) + "ab".repeat(32));
        for (int i = 0; i < 4; i++) {
            String id = collector(cluster, i);
            BlsSecretKey secret = collectorSecret(cluster, i);
            nodes.add(new Node(id, 1, secret.publicKey().toString(), 100));
            weights.put(id, 100L);
            if (i < 3) {
                certificate.voters.add(id);
                certificate.signatures.add(
                        secret.sign(
                                        HexFormat.of().parseHex(certificate.message),
                                        DomainTag.COLLECTOR_VOTE)
                                .toString());
            }
        }
        clusters.add(weights);
        certificates.add(certificate);
    }

    static String collector(int cluster, int member) {
        return "c%x%x".formatted(cluster, member) + "0".repeat(61);
    }

    static String consensus(int index) {
        return "%02x".formatted(index).repeat(32);
    }

    static BlsSecretKey collectorSecret(int cluster, int member) {
        byte[] seed = new byte[32];
        seed[0] = (byte) (100 + cluster * 10 + member);
        return BlsSecretKey.fromSeed(seed);
    }

    /** The network whose past this epoch is. */
    public FakeNetwork network() {
        FakeNetwork network =
                new FakeNetwork()
                        .blocks(0, END + 100, 0, 1)
                        .answer("metadata", arguments -> text(views(counter(arguments))))
                        .answer("preparation", arguments -> text(preparation(counter(arguments))));
        event(network, SETUP, 0, "FlowDKG", "StartDKG");
        announce(network);
        int index = 0;
        for (DkgRun.Posted posted : run.posted()) {
            long height =
                    switch (posted.phase()) {
                        case VECTORS -> 720;
                        case COMPLAINTS -> 1_000;
                        case ANSWERS -> 1_200;
                        case ENDED -> 1_400;
                    };
            String sender = posted.sender() < 0 ? "ee".repeat(32) : consensus(posted.sender());
            event(
                    network,
                    height,
                    index++,
                    "FlowDKG",
                    "BroadcastMessage",
                    field("nodeID", string(sender)),
                    field("content", string(posted.content())));
        }
        if (commits) {
            commit(network);
            end(network);
        }
        return network;
    }

    private static long counter(List<CadenceValue> arguments) {
        return ((CadenceValue.IntegerValue) arguments.getFirst()).value();
    }

    private void announce(FakeNetwork network) {
        event(
                network,
                SETUP,
                1,
                "FlowEpoch",
                "EpochSetup",
                field("counter", uint64(COUNTER)),
                field("nodeInfo", array(nodes.stream().map(MadeEpoch::node).toList())),
                field("firstView", uint64(END + 1)),
                field("finalView", uint64(2 * END)),
                field("collectorClusters", array(clusterStructs())),
                field("DKGPhase1FinalView", uint64(END + AUCTION_END + PHASE)),
                field("DKGPhase2FinalView", uint64(END + AUCTION_END + 2 * PHASE)),
                field("DKGPhase3FinalView", uint64(END + AUCTION_END + 3 * PHASE)));
    }

    private List<CadenceValue> clusterStructs() {
        List<CadenceValue> structs = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            structs.add(
                    struct(
                            "FlowClusterQC.Cluster",
                            field("index", uint16(i)),
                            field("nodeWeights", weights(clusters.get(i)))));
        }
        return structs;
    }

    private static CadenceValue node(Node node) {
        return struct(
                "FlowIDTableStaking.NodeInfo",
                field("id", string(node.id)),
                field("role", uint8(node.role)),
                field("stakingKey", string(node.stakingKey)),
                field("initialWeight", uint64(node.weight)));
    }

    private void commit(FakeNetwork network) {
        event(
                network,
                COMMIT,
                0,
                "FlowEpoch",
                "EpochCommit",
                field("counter", uint64(COUNTER)),
                field("clusterQCs", array(certificateStructs())),
                field("dkgPubKeys", texts(committed.nodeKeys())),
                field("dkgGroupKey", string(committed.groupKey())),
                field("dkgIdMapping", mapped()));
    }

    private void end(FakeNetwork network) {
        BeaconKeys told = ended;
        event(
                network,
                END + 1,
                0,
                "FlowDKG",
                "EndDKG",
                field(
                        "finalSubmission",
                        told == null
                                ? nil()
                                : optional(
                                        struct(
                                                "FlowDKG.ResultSubmission",
                                                field(
                                                        "groupPubKey",
                                                        optional(string(told.groupKey()))),
                                                field("pubKeys", optional(texts(told.nodeKeys()))),
                                                field("idMapping", optional(mapped()))))));
        event(network, END + 1, 1, "FlowEpoch", "EpochStart", field("counter", uint64(COUNTER)));
    }

    private static CadenceValue views(long counter) {
        return counter == COUNTER || counter == COUNTER - 1
                ? optional(
                        array(
                                uint64(counter == COUNTER ? END + 1 : 1),
                                uint64(AUCTION_END + (counter == COUNTER ? END : 0)),
                                uint64(counter == COUNTER ? 2 * END : END)))
                : nil();
    }

    private CadenceValue preparation(long counter) {
        if (counter != COUNTER && counter != COUNTER - 1) {
            return nil();
        }
        boolean prepared = counter == COUNTER;
        return optional(
                struct(
                        "PreparationAnswer",
                        field("startView", uint64(prepared ? END + 1 : 1)),
                        field("stakingEndView", uint64(AUCTION_END + (prepared ? END : 0))),
                        field("endView", uint64(prepared ? 2 * END : END)),
                        field(
                                "clusters",
                                array(
                                        prepared
                                                ? clusters.stream().map(MadeEpoch::weights).toList()
                                                : List.of())),
                        field(
                                "certificates",
                                array(prepared && commits ? certificateStructs() : List.of())),
                        field("keys", texts(prepared && commits ? kept : List.of()))));
    }

    private List<CadenceValue> certificateStructs() {
        List<CadenceValue> structs = new ArrayList<>();
        for (Certificate certificate : certificates) {
            structs.add(
                    struct(
                            "FlowClusterQC.ClusterQC",
                            field("index", uint16(certificate.index)),
                            field("voteSignatures", texts(certificate.signatures)),
                            field("voteMessage", string(certificate.message)),
                            field("voterIDs", texts(certificate.voters))));
        }
        return structs;
    }

    private CadenceValue mapped() {
        List<Entry> entries = new ArrayList<>();
        mapping.forEach((node, index) -> entries.add(new Entry(string(node), integer(index))));
        return new CadenceValue.DictionaryValue(entries);
    }

    private static CadenceValue weights(Map<String, Long> weights) {
        List<Entry> entries = new ArrayList<>();
        weights.forEach((node, weight) -> entries.add(new Entry(string(node), uint64(weight))));
        return new CadenceValue.DictionaryValue(entries);
    }

    private static CadenceValue texts(List<String> texts) {
        return array(texts.stream().map(CadenceValues::string).toList());
    }

    private static CadenceValue struct(String name, CadenceValue.Field... fields) {
        return CadenceValues.composite(CompositeKind.STRUCT, "A.f8d6e0586b0a20c7." + name, fields);
    }

    private static void event(
            FakeNetwork network,
            long height,
            int index,
            String contract,
            String name,
            CadenceValue.Field... fields) {
        CadenceValue event =
                CadenceValues.composite(CompositeKind.EVENT, network.type(contract, name), fields);
        network.past(network.event(height, index, contract, name, text(event)));
    }

    private static String text(CadenceValue value) {
        return new String(CadenceEncoder.encode(value), StandardCharsets.UTF_8);
    }
}
