package io.epochdesk.quorum;

import io.epochdesk.bls.BadEncodingException;
import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.BlsSignature;
import io.epochdesk.bls.DomainTag;
import io.epochdesk.bls.SignatureBatch;
import io.epochdesk.bls.SignedMessage;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.fault.FaultException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks the votes of a round against the members' staking keys, as {@code FlowClusterQC} does when
 * it takes one, and the quorum certificate of every complete cluster. Each vote and each
 * certificate is checked once; keys are read once for a set of members. {@link #check} is for one
 * thread at a time, {@link #applied} for any. Another chain needs another checker.
 */
public final class VoteChecker {

    private record Vote(String nodeId, String message, String signature) {}

    /** Who votes for which epoch. */
    private record Electorate(long counter, Set<String> members) {}

    private final StakingKeyReader reader;
    private final SignatureBatch batch = new SignatureBatch();
    private final Map<Vote, VoteCheck> found = new ConcurrentHashMap<>();
    private final Map<QuorumCertificate, CheckedCertificate> certificates =
            new ConcurrentHashMap<>();
    private volatile StakingKeys keys = StakingKeys.NONE;
    private Electorate electorate = new Electorate(-1, Set.of());
    private boolean haveKeys;
    private volatile boolean failing;

    /**
     * A checker that has checked nothing.
     *
     * @param reader reads the members' keys; used on the thread of {@link #check} alone
     */
    public VoteChecker(StakingKeyReader reader) {
        this.reader = reader;
    }

    /** The round with what is known of its votes. Quick. */
    public VotingRound applied(VotingRound round) {
        Map<String, VoteCheck> byNode = new HashMap<>();
        Map<Integer, CheckedCertificate> verified = new HashMap<>();
        boolean settled = true;
        for (ClusterTally cluster : round.clusters()) {
            for (ClusterVoter voter : cluster.members()) {
                Vote vote = vote(voter);
                if (vote != null) {
                    VoteCheck check = found.get(vote);
                    settled &= check != null || failing;
                    byNode.put(voter.nodeId(), check == null ? VoteCheck.UNCHECKED : check);
                }
            }
            CheckedCertificate known =
                    QuorumCertificate.of(cluster).map(certificates::get).orElse(null);
            if (known != null) {
                verified.put(cluster.index(), known);
            }
        }
        StakingKeys used = keys;
        return round.checked(
                new VoteChecks(
                        byNode,
                        verified,
                        new VoteChecks.KeyOrigin(used.source(), used.height()),
                        settled));
    }

    /** Whether a round has votes that were not tried yet. */
    public boolean isNews(VotingRound round) {
        return !untried(round).isEmpty();
    }

    /**
     * Checks the votes that were not tried yet. Takes a millisecond for every few of them, and a
     * few dozen requests for a new round.
     *
     * @param epoch the epoch that the round was read in
     * @throws FaultException when the keys cannot be read; the votes stay unchecked
     */
    public void check(VotingRound round, EpochState epoch) {
        Electorate now = electorate(round, epoch);
        if (!now.equals(electorate)) {
            haveKeys = false;
            found.clear();
            certificates.clear();
            electorate = now;
        }
        try {
            if (!haveKeys) {
                // all members at once: the others will vote too
                keys = read(epoch);
                haveKeys = true;
            }
            judge(untried(round));
            certify(round);
            failing = false;
        } catch (FaultException e) {
            failing = true;
            throw e;
        } catch (LinkageError _) {
            // no native library for this machine: the votes stay unchecked
            failing = true;
        }
    }

    private List<Vote> untried(VotingRound round) {
        List<Vote> votes = new ArrayList<>();
        for (ClusterTally cluster : round.clusters()) {
            for (ClusterVoter voter : cluster.members()) {
                Vote vote = vote(voter);
                if (vote != null && !found.containsKey(vote)) {
                    votes.add(vote);
                }
            }
        }
        return votes;
    }

    private static Electorate electorate(VotingRound round, EpochState epoch) {
        Set<String> members = new HashSet<>();
        round.clusters()
                .forEach(
                        cluster ->
                                cluster.members().forEach(member -> members.add(member.nodeId())));
        boolean past = round.standing() == VotingRound.Standing.LAST_EPOCH;
        return new Electorate(past ? epoch.counter() : epoch.upcomingCounter(), members);
    }

    private StakingKeys read(EpochState epoch) {
        long startView =
                electorate.counter() == epoch.counter() ? epoch.startView() : epoch.endView() + 1;
        return reader.read(electorate.counter(), startView, electorate.members());
    }

    private void certify(VotingRound round) {
        for (ClusterTally cluster : round.clusters()) {
            QuorumCertificate.of(cluster)
                    .ifPresent(
                            made ->
                                    certificates.computeIfAbsent(
                                            made, _ -> CheckedCertificate.of(made, keys.byNode())));
        }
    }

    private void judge(List<Vote> votes) {
        List<Vote> readable = new ArrayList<>();
        List<SignedMessage> claims = new ArrayList<>();
        for (Vote vote : votes) {
            BlsPublicKey key = keys.byNode().get(vote.nodeId());
            if (key == null) {
                found.put(vote, VoteCheck.UNCHECKED);
                continue;
            }
            try {
                claims.add(
                        new SignedMessage(
                                key,
                                HexFormat.of().parseHex(vote.message()),
                                DomainTag.COLLECTOR_VOTE,
                                BlsSignature.ofHex(vote.signature())));
                readable.add(vote);
            } catch (BadEncodingException | IllegalArgumentException _) {
                found.put(vote, VoteCheck.INVALID);
            }
        }
        BitSet invalid = batch.invalid(claims);
        for (int i = 0; i < readable.size(); i++) {
            found.put(readable.get(i), invalid.get(i) ? VoteCheck.INVALID : VoteCheck.VERIFIED);
        }
    }

    private static @Nullable Vote vote(ClusterVoter voter) {
        String message = voter.message();
        String signature = voter.signature();
        return message == null || signature == null
                ? null
                : new Vote(voter.nodeId(), message, signature);
    }
}
