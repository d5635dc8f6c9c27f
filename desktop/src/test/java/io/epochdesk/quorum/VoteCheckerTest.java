package io.epochdesk.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.bls.BlsSecretKey;
import io.epochdesk.bls.DomainTag;
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

/** Votes made with real keys, one after the other spoilt. */
class VoteCheckerTest {

    private static final String MESSAGE = "00".repeat(40);

    private final FakeNetwork network = new FakeNetwork().block(1, 1);
    private final VoteChecker checker = new VoteChecker(network.scripts());

    @Test
    void everyVoteIsVerifiedAndNothingTwice() {
        VotingRound round = round(signed(0), signed(1), new Cast(2, null, null));
        network.answer("stakingkeys", keys(3));
        assertThat(checker.applied(round).checks().settled()).isFalse();

        checker.check(round);

        VoteChecks checks = checker.applied(round).checks();
        assertThat(checks.settled()).isTrue();
        assertThat(checks.byNode())
                .isEqualTo(Map.of(id(0), VoteCheck.VERIFIED, id(1), VoteCheck.VERIFIED));
        assertThat(checker.isNews(round)).isFalse();

        VotingRound later = round(signed(0), signed(1), signed(2));
        assertThat(checker.isNews(later)).isTrue();
        assertThat(checker.applied(later).checks().of(voter(signed(2))))
                .isEqualTo(VoteCheck.UNCHECKED);
        checker.check(later);
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

        checker.check(round);

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

        checker.check(round);

        assertThat(checker.applied(round).checks())
                .isEqualTo(
                        new VoteChecks(
                                Map.of(id(0), VoteCheck.VERIFIED, id(1), VoteCheck.UNCHECKED),
                                true));
    }

    @Test
    void whileTheKeysCannotBeReadNothingIsClaimed() {
        VotingRound round = round(signed(0));
        assertThatThrownBy(() -> checker.check(round)).isInstanceOf(FaultException.class);
        VoteChecks checks = checker.applied(round).checks();
        assertThat(checks.of(voter(signed(0)))).isEqualTo(VoteCheck.UNCHECKED);
        assertThat(checks.settled()).as("waiting brings nothing").isTrue();

        network.answer("stakingkeys", keys(1));
        checker.check(round);
        assertThat(checker.applied(round).checks().count(VoteCheck.VERIFIED)).isEqualTo(1);
    }

    @Test
    void otherMembersHaveTheirKeysReadAnew() {
        network.answer("stakingkeys", keys(2));
        checker.check(round(signed(0)));
        checker.check(round(signed(0), signed(1)));
        assertThat(network.runs("stakingkeys")).isEqualTo(2);
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
