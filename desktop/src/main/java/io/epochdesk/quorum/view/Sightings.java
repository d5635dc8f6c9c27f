package io.epochdesk.quorum.view;

import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.ClusterVoter;
import io.epochdesk.quorum.VotingRound;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Remembers when each vote was first seen, for as long as it is the same round on the same chain.
 */
final class Sightings {

    private final Map<String, Sighting> byVote = new HashMap<>();
    private @Nullable ChainIdentity chain;
    private long lastHeight = -1;

    /** Takes in an answer. */
    void look(Reading<VotingRound> reading, @Nullable ChainIdentity identity) {
        Provenance from = reading.provenance();
        if (from.height() == lastHeight && Objects.equals(identity, chain)) {
            return;
        }
        if (!Objects.equals(identity, chain) || from.height() < lastHeight) {
            byVote.clear();
            lastHeight = -1;
            chain = identity;
        }
        Set<String> present =
                reading.value().clusters().stream()
                        .map(ClusterTally::members)
                        .flatMap(List::stream)
                        .filter(ClusterVoter::hasVoted)
                        .map(Sightings::key)
                        .collect(Collectors.toSet());
        byVote.keySet().retainAll(present);
        Sighting now = new Sighting(lastHeight, from.height(), from.blockTime());
        present.forEach(vote -> byVote.putIfAbsent(vote, now));
        lastHeight = from.height();
    }

    /** When this member's vote was first seen, or null when it was not. */
    @Nullable Sighting of(ClusterVoter voter) {
        return byVote.get(key(voter));
    }

    private static String key(ClusterVoter voter) {
        return voter.nodeId() + voter.signature();
    }
}
