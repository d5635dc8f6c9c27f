package io.epochdesk.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.BlsSecretKey;
import io.epochdesk.bls.DomainTag;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.FakeNetwork;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Votes made with real keys, one after the other spoilt. */
class VoteCheckerTest {

    private static final String MESSAGE = "00".repeat(40);
    private static final EpochState EPOCH =
            new EpochState(
                    4,
                    EpochPhase.EPOCH_SETUP,
                    800,
                    0,
                    700,
                    1_000,
                    new EpochState.Config(1_000, 700, 50, 1),
                    new EpochState.Timing(100, 0, 0));

    private final FakeNetwork network = new FakeNetwork().block(1, 1);
    private final VoteChecker checker = new VoteChecker(new StakingKeyReader(network));

    @Test
    void everyVoteIsVerifiedAndNothingTwice() {
        VotingRound round = round(signed(0), signed(1), new Cast(2, null, null));
        network.answer("stakingkeys", keys(3));
        assertThat(checker.applied(round).checks().settled()).isFalse();

        checker.check(round, EPOCH);

        VoteChecks checks = checker.applied(round).checks();
        assertThat(checks.settled()).isTrue();
        assertThat(checks.byNode())
                .isEqualTo(Map.of(id(0), VoteCheck.VERIFIED, id(1), VoteCheck.VERIFIED));
        assertThat(checker.isNews(round)).isFalse();

        VotingRound later = round(signed(0), signed(1), signed(2));
        assertThat(checker.isNews(later)).isTrue();
        assertThat(checker.applied(later).checks().of(voter(signed(2))))
                .isEqualTo(VoteCheck.UNCHECKED);
        checker.check(later, EPOCH);
        assertThat(checker.applied(later).checks().count(VoteCheck.VERIFIED)).isEqualTo(3);
        assertThat(network.runs("stakingkeys")).as("the keys are read once").isEqualTo(1);
    }

    @Test
    void whatTheKeyDidNotSignIsInvalid() {
        Cast good = signed(3);
        VotingRound round =
                round(
                        new Cast(0, MESSAGE, signed(1).signature),
                        new Cast(1, "01" + MESSAGE.substring(2), signed(1).signature),
                        new Cast(2, "no hex", signed(2).signature),
                        good,
                        new Cast(4, MESSAGE, "c0" + "00".repeat(47)),
                        new Cast(5, MESSAGE.toUpperCase(Locale.ROOT), sign(5)));
        network.answer("stakingkeys", keys(6));

        checker.check(round, EPOCH);

        VoteChecks checks = checker.applied(round).checks();
        assertThat(checks.count(VoteCheck.INVALID)).isEqualTo(4);
        assertThat(checks.of(voter(good))).isEqualTo(VoteCheck.VERIFIED);
        assertThat(checks.byNode().get(id(5)))
                .as("the bytes count, not their spelling")
                .isEqualTo(VoteCheck.VERIFIED);
    }

    @Test
    void aVoteWithoutKeyStaysUnchecked() {
        VotingRound round = round(signed(0), signed(1));
        network.answer("stakingkeys", keys(1));

        checker.check(round, EPOCH);

        VoteChecks checks = checker.applied(round).checks();
        assertThat(checks.settled()).isTrue();
        assertThat(checks.byNode())
                .isEqualTo(Map.of(id(0), VoteCheck.VERIFIED, id(1), VoteCheck.UNCHECKED));
    }

    @Test
    void whileTheKeysCannotBeReadNothingIsClaimed() {
        VotingRound round = round(signed(0));
        assertThatThrownBy(() -> checker.check(round, EPOCH)).isInstanceOf(FaultException.class);
        VoteChecks checks = checker.applied(round).checks();
        assertThat(checks.of(voter(signed(0)))).isEqualTo(VoteCheck.UNCHECKED);
        assertThat(checks.settled()).as("waiting brings nothing").isTrue();

        network.answer("stakingkeys", keys(1));
        checker.check(round, EPOCH);
        assertThat(checker.applied(round).checks().count(VoteCheck.VERIFIED)).isEqualTo(1);
    }

    @Test
    void otherMembersHaveTheirKeysReadAnew() {
        network.answer("stakingkeys", keys(2));
        checker.check(round(signed(0)), EPOCH);
        checker.check(round(signed(0), signed(1)), EPOCH);
        assertThat(network.runs("stakingkeys")).isEqualTo(2);
    }

    @Test
    void theKeysOfTheEpochsOwnListComeFirst() {
        network.blocks(1, 900, 1, 1)
                .answer("metadata", views())
                .past(network.event(720, 1, "FlowEpoch", "EpochSetup", announcement(2)));

        checker.check(round(signed(0), signed(1)), EPOCH);

        VoteChecks checks = checker.applied(round(signed(0), signed(1))).checks();
        assertThat(checks.count(VoteCheck.VERIFIED)).isEqualTo(2);
        assertThat(checks.keys())
                .isEqualTo(new VoteChecks.KeyOrigin(StakingKeys.Source.ANNOUNCEMENT, 720));
        assertThat(network.runs("stakingkeys")).isZero();
    }

    @Test
    void aMemberThatTheListDoesNotHaveSendsToTheNodeTable() {
        network.blocks(1, 900, 1, 1)
                .answer("metadata", views())
                .answer("stakingkeys", keys(2))
                .past(network.event(720, 1, "FlowEpoch", "EpochSetup", announcement(1)));

        checker.check(round(signed(0), signed(1)), EPOCH);

        VoteChecks checks = checker.applied(round(signed(0), signed(1))).checks();
        assertThat(checks.count(VoteCheck.VERIFIED)).isEqualTo(2);
        assertThat(checks.keys().source()).isEqualTo(StakingKeys.Source.NODE_TABLE);
    }

    @Test
    void aCompleteClustersCertificateIsMadeAsTheContractMakesItAndVerified() {
        network.answer("stakingkeys", keys(4));
        Cast other = new Cast(1, "01" + MESSAGE.substring(2), sign(1));
        VotingRound round = complete(signed(0), other, signed(2), signed(3));

        checker.check(round, EPOCH);

        CheckedCertificate made =
                checker.applied(round)
                        .checks()
                        .certificateOf(round.clusters().getFirst())
                        .orElseThrow();
        assertThat(made.check()).isEqualTo(VoteCheck.VERIFIED);
        assertThat(made.aggregate()).hasSize(96);
        assertThat(made.certificate())
                .isEqualTo(
                        new QuorumCertificate(
                                0,
                                MESSAGE,
                                List.of(id(0), id(2), id(3)),
                                List.of(sign(0), sign(2), sign(3))));
    }

    @Test
    void oneWrongSignatureSpoilsTheCertificate() {
        network.answer("stakingkeys", keys(3));
        VotingRound round = complete(signed(0), signed(1), new Cast(2, MESSAGE, sign(1)));

        checker.check(round, EPOCH);

        assertThat(certificate(round).check()).isEqualTo(VoteCheck.INVALID);
        Map<String, BlsPublicKey> keys = Map.of(id(0), secret(0).publicKey());
        QuorumCertificate twice =
                new QuorumCertificate(0, MESSAGE, List.of(id(0), id(0)), List.of(sign(0), sign(0)));
        assertThat(CheckedCertificate.of(twice, keys).check())
                .as("a voter counts once, though the sums agree")
                .isEqualTo(VoteCheck.INVALID);
        QuorumCertificate unknown =
                new QuorumCertificate(0, MESSAGE, List.of(id(1)), List.of(sign(1)));
        assertThat(CheckedCertificate.of(unknown, keys).check()).isEqualTo(VoteCheck.UNCHECKED);
        QuorumCertificate nobody = new QuorumCertificate(0, MESSAGE, List.of(), List.of());
        assertThat(CheckedCertificate.of(nobody, keys).check()).isEqualTo(VoteCheck.INVALID);
    }

    private CheckedCertificate certificate(VotingRound round) {
        return checker.applied(round)
                .checks()
                .certificateOf(round.clusters().getFirst())
                .orElseThrow();
    }

    private static VotingRound complete(Cast... casts) {
        List<ClusterVoter> voters = new ArrayList<>();
        for (Cast cast : casts) {
            voters.add(voter(cast));
        }
        long agreeing = voters.stream().filter(each -> MESSAGE.equals(each.message())).count();
        VoteGroup leading = new VoteGroup(MESSAGE, 100 * agreeing, (int) agreeing, false);
        ClusterTally cluster =
                new ClusterTally(
                        0, voters, 100L * casts.length, 100 * agreeing, true, List.of(leading));
        return new VotingRound(true, true, List.of(cluster), VotingRound.Standing.CURRENT);
    }

    private static String announcement(int nodes) {
        return "{\"type\":\"Event\",\"value\":{\"id\":\"A.f8d6e0586b0a20c7.FlowEpoch.EpochSetup\",\"fields\":["
                + field("counter", uint64(5))
                + ","
                + field(
                        "nodeInfo",
                        "{\"type\":\"Array\",\"value\":["
                                + IntStream.range(0, nodes)
                                        .mapToObj(VoteCheckerTest::node)
                                        .collect(Collectors.joining(","))
                                + "]}")
                + ","
                + Stream.of(
                                "firstView",
                                "finalView",
                                "DKGPhase1FinalView",
                                "DKGPhase2FinalView",
                                "DKGPhase3FinalView")
                        .map(name -> field(name, uint64(2_000)))
                        .collect(Collectors.joining(","))
                + ","
                + field("collectorClusters", "{\"type\":\"Array\",\"value\":[]}")
                + "]}}";
    }

    private static String node(int node) {
        return "{\"type\":\"Struct\",\"value\":{\"id\":\"A.f8d6e0586b0a20c7.FlowIDTableStaking.NodeInfo\",\"fields\":["
                + field("id", string(id(node)))
                + ","
                + field("role", "{\"type\":\"UInt8\",\"value\":\"1\"}")
                + ","
                + field("stakingKey", string(secret(node).publicKey().toString()))
                + ","
                + field("initialWeight", uint64(100))
                + "]}}";
    }

    private static String field(String name, String value) {
        return "{\"name\":\"" + name + "\",\"value\":" + value + "}";
    }

    private static String views() {
        return "{\"type\":\"Optional\",\"value\":{\"type\":\"Array\",\"value\":["
                + uint64(0)
                + ","
                + uint64(700)
                + ","
                + uint64(1_000)
                + "]}}";
    }

    private static String uint64(long value) {
        return "{\"type\":\"UInt64\",\"value\":\"" + value + "\"}";
    }

    private record Cast(int node, @Nullable String message, @Nullable String signature) {}

    private static Cast signed(int node) {
        return new Cast(node, MESSAGE, sign(node));
    }

    private static String sign(int node) {
        byte[] message = HexFormat.of().parseHex(MESSAGE);
        return secret(node).sign(message, DomainTag.COLLECTOR_VOTE).toString();
    }

    private static BlsSecretKey secret(int node) {
        byte[] seed = new byte[32];
        seed[0] = (byte) node;
        return BlsSecretKey.fromSeed(seed);
    }

    private static String id(int node) {
        return "%02x".formatted(node).repeat(32);
    }

    private static ClusterVoter voter(Cast cast) {
        return new ClusterVoter(id(cast.node), 100, cast.message, cast.signature);
    }

    private static VotingRound round(Cast... casts) {
        List<ClusterVoter> voters = new ArrayList<>();
        for (Cast cast : casts) {
            voters.add(voter(cast));
        }
        ClusterTally cluster =
                new ClusterTally(
                        0, voters, 100L * casts.length, 67L * casts.length, false, List.of());
        return new VotingRound(true, false, List.of(cluster), VotingRound.Standing.CURRENT);
    }

    private static String keys(int count) {
        return "{\"type\":\"Dictionary\",\"value\":["
                + IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        "{\"key\":%s,\"value\":%s}"
                                                .formatted(
                                                        string(id(i)),
                                                        string(secret(i).publicKey().toString())))
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static String string(String value) {
        return "{\"type\":\"String\",\"value\":\"" + value + "\"}";
    }
}
