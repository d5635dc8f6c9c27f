package io.epochdesk.board.view;

import io.epochdesk.ui.Tone;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the Overview page says at one moment.
 *
 * @param headline the answer, in one sentence
 * @param explanation the figures behind it, in another; may be empty
 * @param tone how good the answer is
 * @param ribbon the epoch to scale; empty while it is not known
 * @param milestones its deadlines
 * @param rate the measured view rate in words
 * @param quorum how the clusters' vote stands
 * @param clusters each cluster's way to its threshold
 * @param dkg how the DKG stands
 * @param dkgSteps vectors posted and identical results
 * @param committee how far each consensus node has come, in committee order; empty outside of a DKG
 * @param own positions of the operator's nodes in the committee
 * @param fallback how likely the network is to fall back
 * @param timeUsed how much of the time until the commit deadline is used; empty outside of setup
 * @param course the figures behind the deadlines, for where there is room
 * @param attention what needs attention, gravest first
 */
public record Overview(
        String headline,
        String explanation,
        Tone tone,
        Optional<EpochRibbon> ribbon,
        List<MilestoneRow> milestones,
        String rate,
        Summary quorum,
        List<Share> clusters,
        Summary dkg,
        List<Share> dkgSteps,
        List<NodeStep> committee,
        Set<Integer> own,
        Summary fallback,
        Optional<Share> timeUsed,
        List<Fact> course,
        List<AttentionRow> attention) {

    public Overview {
        milestones = List.copyOf(milestones);
        clusters = List.copyOf(clusters);
        dkgSteps = List.copyOf(dkgSteps);
        committee = List.copyOf(committee);
        own = Set.copyOf(own);
        course = List.copyOf(course);
        attention = List.copyOf(attention);
    }
}
