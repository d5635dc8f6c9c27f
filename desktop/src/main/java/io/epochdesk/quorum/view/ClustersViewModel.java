package io.epochdesk.quorum.view;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.fault.Fault;
import io.epochdesk.live.Part;
import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;
import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.ClusterVoter;
import io.epochdesk.quorum.VoteChecks;
import io.epochdesk.quorum.VotingRound;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Mine;
import io.epochdesk.ui.OwnLine;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What the Clusters page shows, and what can be done there. Lists are immutable and replaced as a
 * whole.
 */
public final class ClustersViewModel {

    private final VotingHeadline sentences;
    private final Words words;
    private final Sightings sightings = new Sightings();
    private final ReadOnlyObjectWrapper<VotingCondition> condition =
            new ReadOnlyObjectWrapper<>(this, "condition", VotingCondition.WAITING);
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper(this, "headline", "");
    private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper(this, "standing", "");
    private final ReadOnlyObjectWrapper<Part<VotingRound>> part =
            new ReadOnlyObjectWrapper<>(this, "part", Part.waiting());
    private final ReadOnlyObjectWrapper<List<ClusterRow>> clusters =
            new ReadOnlyObjectWrapper<>(this, "clusters", List.of());
    private final ReadOnlyObjectWrapper<List<MemberRow>> members =
            new ReadOnlyObjectWrapper<>(this, "members", List.of());
    private final ReadOnlyBooleanWrapper membersExist =
            new ReadOnlyBooleanWrapper(this, "membersExist");
    private final ObjectProperty<ClusterOrder> order =
            new SimpleObjectProperty<>(this, "order", ClusterOrder.FURTHEST_FIRST);
    private final ObjectProperty<@Nullable Integer> selectedCluster =
            new SimpleObjectProperty<>(this, "selectedCluster");
    private final ObjectProperty<@Nullable String> selectedMember =
            new SimpleObjectProperty<>(this, "selectedMember");
    private final ObjectProperty<MemberOrder> memberOrder =
            new SimpleObjectProperty<>(this, "memberOrder", MemberOrder.MISSING_FIRST);
    private final BooleanProperty onlyMissing = new SimpleBooleanProperty(this, "onlyMissing");
    private final ObjectProperty<Mine> mine = new SimpleObjectProperty<>(this, "mine", Mine.NONE);
    private final ReadOnlyStringWrapper own = new ReadOnlyStringWrapper(this, "own", "");
    private final StringProperty find = new SimpleStringProperty(this, "find", "");
    private BoardSnapshot snapshot = BoardSnapshot.empty();

    public ClustersViewModel(Words words) {
        this.words = words;
        sentences = new VotingHeadline(words);
        headline.set(words.say("quorum.headline.waiting"));
        order.subscribe(this::arrange);
        selectedCluster.subscribe(this::pick);
        memberOrder.subscribe(this::pick);
        onlyMissing.subscribe(this::pick);
        find.subscribe(this::pick);
        mine.subscribe(this::arrange);
    }

    /** Takes in a newer snapshot. */
    public void show(BoardSnapshot next, Instant now) {
        snapshot = next;
        part.set(next.voting());
        next.voting()
                .reading()
                .ifPresent(reading -> sightings.look(reading, next.connection().identity()));
        condition.set(VotingCondition.of(next.voting()));
        standing.set(standingText());
        arrange();
        tick(now);
    }

    /** Renews what depends on the time. */
    public void tick(Instant now) {
        headline.set(sentences.of(condition.get(), snapshot, now));
    }

    /** Shows the members that have not voted, of the cluster furthest from done. */
    public void showMissing() {
        clusters.get().stream()
                .max(Comparator.comparingDouble(ClusterRow::distance))
                .ifPresent(row -> selectedCluster.set(row.index()));
        find.set("");
        onlyMissing.set(true);
    }

    /** Shows the cluster of a node with all its members. */
    public void showNode(String nodeId) {
        find.set("");
        onlyMissing.set(false);
        clusters.get().stream()
                .filter(
                        row ->
                                row.tally().members().stream()
                                        .anyMatch(member -> member.nodeId().equals(nodeId)))
                .findFirst()
                .ifPresent(row -> selectedCluster.set(row.index()));
    }

    private void arrange() {
        VoteChecks checks = checks();
        List<ClusterRow> rows =
                snapshot.voting().value().map(VotingRound::clusters).orElse(List.of()).stream()
                        .map(tally -> ClusterRow.of(tally, checks))
                        .sorted(order.get().comparator())
                        .toList();
        clusters.set(rows);
        own.set(ownText());
        Integer chosen = selectedCluster.get();
        boolean there = chosen != null && rows.stream().anyMatch(row -> row.index() == chosen);
        if (!there) {
            // Something is always selected, so that the members' table is never empty without a
            // reason.
            selectedCluster.set(rows.isEmpty() ? null : rows.getFirst().index());
        }
        pick();
    }

    private void pick() {
        ClusterRow row = cluster();
        membersExist.set(row != null && !row.tally().members().isEmpty());
        if (row == null) {
            members.set(List.of());
            return;
        }
        VoteChecks checks = checks();
        String wanted = find.get().strip().toLowerCase(Locale.ROOT);
        members.set(
                row.tally().members().stream()
                        .map(voter -> MemberRow.of(row, voter, checks, sightings.of(voter)))
                        .filter(
                                member ->
                                        !onlyMissing.get()
                                                || member.vote() == MemberRow.Vote.MISSING)
                        .filter(member -> matches(member, wanted))
                        .sorted(memberOrder.get().comparator(mine.get()))
                        .toList());
    }

    private boolean matches(MemberRow member, String wanted) {
        return wanted.isEmpty()
                || member.nodeId().contains(wanted)
                || mine.get()
                        .labelOf(member.nodeId())
                        .filter(label -> label.toLowerCase(Locale.ROOT).contains(wanted))
                        .isPresent();
    }

    /** What the operator's nodes have done in this vote, in the order of their labels. */
    private String ownText() {
        if (condition.get() == VotingCondition.LAST_EPOCH) {
            return "";
        }
        OwnLine line = new OwnLine(words, "quorum.own");
        for (ClusterTally cluster :
                snapshot.voting().value().map(VotingRound::clusters).orElse(List.of())) {
            for (ClusterVoter voter : cluster.members()) {
                mine.get()
                        .labelOf(voter.nodeId())
                        .ifPresent(
                                label ->
                                        line.add(
                                                label,
                                                voter.hasVoted(),
                                                vote(cluster, voter, label)));
            }
        }
        return line.text();
    }

    private String vote(ClusterTally cluster, ClusterVoter voter, String label) {
        return words.say(
                voter.hasVoted() ? "quorum.own.voted" : "quorum.own.open",
                "label",
                label,
                "cluster",
                cluster.index());
    }

    /** What the console's own checks of the votes found. */
    VoteChecks checks() {
        return snapshot.voting().value().map(VotingRound::checks).orElse(VoteChecks.NONE);
    }

    private String standingText() {
        return snapshot.voting()
                .value()
                .map(
                        round ->
                                words.name(
                                        "quorum.standing",
                                        round.standing(),
                                        "epoch",
                                        VotingHeadline.votedFor(snapshot, round)))
                .orElse("");
    }

    /** The selected cluster as it is now, or null. */
    public @Nullable ClusterRow cluster() {
        Integer chosen = selectedCluster.get();
        return chosen == null
                ? null
                : clusters.get().stream()
                        .filter(row -> row.index() == chosen)
                        .findFirst()
                        .orElse(null);
    }

    /** The selected member as it is now, or null. */
    public @Nullable MemberRow member() {
        String chosen = selectedMember.get();
        ClusterRow row = cluster();
        VoteChecks checks = checks();
        return chosen == null || row == null
                ? null
                : row.tally().members().stream()
                        .filter(voter -> voter.nodeId().equals(chosen))
                        .map(voter -> MemberRow.of(row, voter, checks, sightings.of(voter)))
                        .findFirst()
                        .orElse(null);
    }

    /** What the page is about. */
    public ReadOnlyObjectProperty<VotingCondition> conditionProperty() {
        return condition.getReadOnlyProperty();
    }

    /** The opening sentence. */
    public ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    /** The operator's nodes, to be marked. */
    public ObjectProperty<Mine> mineProperty() {
        return mine;
    }

    /** What the operator's nodes have done in this vote; empty when none takes part. */
    public ReadOnlyStringProperty ownProperty() {
        return own.getReadOnlyProperty();
    }

    /** Whose votes these are; empty while nothing is known. */
    public ReadOnlyStringProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** The vote with its height, age, source and fault. */
    public ReadOnlyObjectProperty<Part<VotingRound>> partProperty() {
        return part.getReadOnlyProperty();
    }

    /** Height, time and source of the vote, or null before the first answer. */
    public @Nullable Provenance provenance() {
        return part.get().reading().map(Reading::provenance).orElse(null);
    }

    /** What keeps the vote from being renewed, or null. */
    public @Nullable Fault fault() {
        return part.get().trouble();
    }

    /** All clusters in the chosen order. */
    public ReadOnlyObjectProperty<List<ClusterRow>> clustersProperty() {
        return clusters.getReadOnlyProperty();
    }

    /** The order of the clusters. */
    public ObjectProperty<ClusterOrder> orderProperty() {
        return order;
    }

    /** Index of the selected cluster, or null when there is none. */
    public ObjectProperty<@Nullable Integer> selectedClusterProperty() {
        return selectedCluster;
    }

    /** Members of the selected cluster that pass the filters, missing ones first. */
    public ReadOnlyObjectProperty<List<MemberRow>> membersProperty() {
        return members.getReadOnlyProperty();
    }

    /** Whether the selected cluster has members at all, whatever the filters say. */
    public ReadOnlyBooleanProperty membersExistProperty() {
        return membersExist.getReadOnlyProperty();
    }

    /** Node ID of the selected member, or null. */
    public ObjectProperty<@Nullable String> selectedMemberProperty() {
        return selectedMember;
    }

    /** The order of the members. */
    public ObjectProperty<MemberOrder> memberOrderProperty() {
        return memberOrder;
    }

    /** Whether only members that have not voted are shown. */
    public BooleanProperty onlyMissingProperty() {
        return onlyMissing;
    }

    /** Part of a node ID to look for. */
    public StringProperty findProperty() {
        return find;
    }
}
