package io.epochdesk.quorum;

import io.epochdesk.bls.BadEncodingException;
import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.BlsSignature;
import io.epochdesk.bls.DomainTag;
import io.epochdesk.bls.SignatureBatch;
import io.epochdesk.bls.SignedMessage;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.ScriptRunner;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks the votes of a round against the members' staking keys, as {@code FlowClusterQC} does when
 * it takes one. Each vote is checked once; keys are read once for a set of members. {@link #check}
 * is for one thread at a time, {@link #applied} for any. Another chain needs another checker.
 */
public final class VoteChecker {

    private record Vote(String nodeId, String message, String signature) {}

    private final StakingKeyReader reader;
    private final SignatureBatch batch = new SignatureBatch();
    private final Map<Vote, VoteCheck> found = new ConcurrentHashMap<>();
    private final Map<String, Optional<BlsPublicKey>> keys = new HashMap<>();
    private Set<String> members = Set.of();
    private volatile boolean failing;

    public VoteChecker(ScriptRunner scripts) {
        this.reader = new StakingKeyReader(scripts);
    }

    /** The round with what is known of its votes. Quick. */
    public VotingRound applied(VotingRound round) {
        Map<String, VoteCheck> byNode = new HashMap<>();
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
        }
        return round.checked(new VoteChecks(byNode, settled));
    }

    /** Whether a round has votes that were not tried yet. */
    public boolean isNews(VotingRound round) {
        return !untried(round).isEmpty();
    }

    /**
     * Checks the votes that were not tried yet. Takes a millisecond for every few of them, and a
     * script or two for a new round.
     *
     * @throws FaultException when the keys cannot be read; the votes stay unchecked
     */
    public void check(VotingRound round) {
        Set<String> now = new HashSet<>();
        round.clusters()
                .forEach(cluster -> cluster.members().forEach(member -> now.add(member.nodeId())));
        if (!now.equals(members)) {
            // other members: another epoch's vote, and IDs may have been registered anew
            keys.clear();
            found.clear();
            members = now;
        }
        List<Vote> votes = untried(round);
        try {
            readKeys(votes);
            judge(votes);
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

    private void readKeys(List<Vote> votes) {
        boolean missing = votes.stream().anyMatch(vote -> !keys.containsKey(vote.nodeId()));
        if (!missing) {
            return;
        }
        // all members at once: the others will vote too
        Map<String, BlsPublicKey> read = reader.read(members);
        for (String member : members) {
            keys.put(member, Optional.ofNullable(read.get(member)));
        }
    }

    private void judge(List<Vote> votes) {
        List<Vote> readable = new ArrayList<>();
        List<SignedMessage> claims = new ArrayList<>();
        for (Vote vote : votes) {
            Optional<BlsPublicKey> key = keys.getOrDefault(vote.nodeId(), Optional.empty());
            if (key.isEmpty()) {
                found.put(vote, VoteCheck.UNCHECKED);
                continue;
            }
            try {
                claims.add(
                        new SignedMessage(
                                key.get(),
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
