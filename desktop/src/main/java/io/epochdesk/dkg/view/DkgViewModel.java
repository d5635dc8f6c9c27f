package io.epochdesk.dkg.view;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.DkgReview;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.SubmissionGroup;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.dkg.WhiteboardEntry;
import io.epochdesk.epoch.EpochOutlook.Milestone;
import io.epochdesk.live.Part;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Mine;
import io.epochdesk.ui.OwnLine;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * What the DKG page shows, and what can be done there. Lists are immutable and replaced as a whole.
 */
public final class DkgViewModel {

    private final Words words;
    private final DkgHeadline sentences;
    private final BoardSentence boardSentence;
    private final BasisSentence basisSentence;
    private final ForecastTiles forecastTiles;
    private final FeedViewModel feed;
    private final RawContent raw;
    private final ReadOnlyObjectWrapper<DkgCondition> condition =
            new ReadOnlyObjectWrapper<>(this, "condition", DkgCondition.WAITING);
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper(this, "headline", "");
    private final ReadOnlyStringWrapper basis = new ReadOnlyStringWrapper(this, "basis", "");
    private final ReadOnlyObjectWrapper<List<ForecastTile>> tiles =
            new ReadOnlyObjectWrapper<>(this, "tiles", List.of());
    private final ReadOnlyStringWrapper proof = new ReadOnlyStringWrapper(this, "proof", "");
    private final ReadOnlyObjectWrapper<Forecast> forecast =
            new ReadOnlyObjectWrapper<>(this, "forecast", Forecast.NONE);
    private final ReadOnlyBooleanWrapper grave = new ReadOnlyBooleanWrapper(this, "grave");
    private final ReadOnlyObjectWrapper<List<DkgReview.Agreement>> agreements =
            new ReadOnlyObjectWrapper<>(this, "agreements", List.of());
    private final ReadOnlyObjectWrapper<@Nullable PhaseRibbon> ribbon =
            new ReadOnlyObjectWrapper<>(this, "ribbon");
    private final ReadOnlyObjectWrapper<Part<DkgState>> state =
            new ReadOnlyObjectWrapper<>(this, "state", Part.waiting());
    private final ReadOnlyObjectWrapper<Part<Whiteboard>> whiteboard =
            new ReadOnlyObjectWrapper<>(this, "whiteboard", Part.waiting());
    private final ReadOnlyObjectWrapper<List<NodeRow>> matrix =
            new ReadOnlyObjectWrapper<>(this, "matrix", List.of());
    private final ReadOnlyObjectWrapper<List<SubmissionGroup>> groups =
            new ReadOnlyObjectWrapper<>(this, "groups", List.of());
    private final ObjectProperty<MatrixOrder> matrixOrder =
            new SimpleObjectProperty<>(this, "matrixOrder", MatrixOrder.COMMITTEE);
    private final ObjectProperty<Mine> mine = new SimpleObjectProperty<>(this, "mine", Mine.NONE);
    private final ReadOnlyStringWrapper own = new ReadOnlyStringWrapper(this, "own", "");
    private BoardSnapshot snapshot = BoardSnapshot.empty();
    private List<NodeRow> rows = List.of();

    /**
     * A page that knows nothing yet.
     *
     * @param words the language
     * @param background where feeds are filtered and contents fetched
     * @param foreground the FX thread
     */
    public DkgViewModel(Words words, Executor background, Executor foreground) {
        this.words = words;
        sentences = new DkgHeadline(words);
        boardSentence = new BoardSentence(words);
        basisSentence = new BasisSentence(words);
        forecastTiles = new ForecastTiles(words);
        feed = new FeedViewModel(background, foreground);
        raw = new RawContent(background, foreground);
        headline.set(words.say("dkg.headline.waiting"));
        matrixOrder.subscribe(this::arrange);
        mine.subscribe(this::arrange);
    }

    /** Takes in a newer snapshot. */
    public void show(BoardSnapshot next, Instant now) {
        snapshot = next;
        state.set(next.dkg());
        whiteboard.set(next.whiteboard());
        condition.set(DkgCondition.of(next.dkg()));
        forecast.set(next.dkg().value().map(Forecast::of).orElse(Forecast.NONE));
        groups.set(next.dkg().value().map(DkgState::groups).orElse(List.of()));
        ribbon.set(PhaseRibbon.of(next).orElse(null));
        basis.set(basisSentence.of(condition.get(), next, forecast.get()));
        tiles.set(forecastTiles.of(next));
        grave.set(sentences.isGrave(next));
        agreements.set(agreements(next));
        rows = NodeRow.of(next);
        proof.set(boardSentence.of(next.whiteboard().value().orElseGet(Whiteboard::empty)));
        feed.show(next.whiteboard().value().orElseGet(Whiteboard::empty));
        feed.rule(Rulings.of(next.shownReview().orElse(null)));
        arrange();
        tick(now);
    }

    /** Renews what depends on the time. */
    public void tick(Instant now) {
        headline.set(sentences.of(condition.get(), snapshot, rows, now));
    }

    /** Fetches the content of a message. */
    public void openRaw(WhiteboardEntry entry) {
        raw.open(entry, snapshot.whiteboard().value().orElseGet(Whiteboard::empty).contents());
    }

    private static List<DkgReview.Agreement> agreements(BoardSnapshot snapshot) {
        DkgReview review = snapshot.shownReview().orElse(null);
        return snapshot.dkg().value().map(DkgState::groups).orElse(List.of()).stream()
                .map(
                        group ->
                                review == null
                                        ? DkgReview.Agreement.UNKNOWN
                                        : review.agreementOf(group))
                .toList();
    }

    private void arrange() {
        matrix.set(rows.stream().sorted(matrixOrder.get().comparator(mine.get())).toList());
        own.set(condition.get() == DkgCondition.LAST_EPOCH ? "" : ownText());
    }

    /** What the operator's nodes have done in this DKG, in the order of their labels. */
    private String ownText() {
        OwnLine line = new OwnLine(words, "dkg.own");
        for (NodeRow node : rows) {
            DkgMatrix.Row row = node.done();
            boolean done =
                    isSubmitting()
                            ? row.submission() != DkgMatrix.Submission.NONE
                            : row.vector() != DkgMatrix.Vector.MISSING;
            mine.get()
                    .labelOf(row.nodeId())
                    .ifPresent(label -> line.add(label, done, line(label, row)));
        }
        return line.text();
    }

    private boolean isSubmitting() {
        return snapshot.outlook()
                .value()
                .flatMap(now -> now.milestone(Milestone.Kind.DKG_PHASE_3_END))
                .map(Milestone::passed)
                .orElse(false);
    }

    private String line(String label, DkgMatrix.Row row) {
        if (row.submission() != DkgMatrix.Submission.NONE || isSubmitting()) {
            return words.name("dkg.own.submitted", row.submission(), "label", label);
        }
        String step = row.vectorOverdue() ? "dkg.own.overdue" : "dkg.own.nothing";
        return words.say(
                row.vector() == DkgMatrix.Vector.MISSING ? step : "dkg.own.posted", "label", label);
    }

    /** The operator's nodes, to be marked. */
    public ObjectProperty<Mine> mineProperty() {
        return mine;
    }

    /** What the operator's nodes have done in this DKG; empty when none takes part. */
    public ReadOnlyStringProperty ownProperty() {
        return own.getReadOnlyProperty();
    }

    /** Brings the message at a place of the board into view, whatever the filters say. */
    public void reveal(int position) {
        feed.reveal(position);
    }

    /** Index of a node in the committee, or -1 when it is not in it. */
    public int indexOf(String nodeId) {
        return snapshot.dkg().value().map(dkg -> dkg.committee().indexOf(nodeId)).orElse(-1);
    }

    /** The committee by index. */
    public List<String> committee() {
        return snapshot.dkg().value().map(DkgState::committee).orElse(List.of());
    }

    /** The whiteboard feed. */
    public FeedViewModel feed() {
        return feed;
    }

    /** The message whose content is shown. */
    public RawContent raw() {
        return raw;
    }

    /** What the page is about. */
    public ReadOnlyObjectProperty<DkgCondition> conditionProperty() {
        return condition.getReadOnlyProperty();
    }

    /** The opening sentence. */
    public ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    /**
     * What the page's judgement rests on, or why there is none, and how the order of the committee
     * was found; empty while there is no DKG.
     */
    public ReadOnlyStringProperty basisProperty() {
        return basis.getReadOnlyProperty();
    }

    /** Whether the review has found something graver than what the contract says. */
    public ReadOnlyBooleanProperty graveProperty() {
        return grave.getReadOnlyProperty();
    }

    /** How each group of submissions stands to the recomputed keys. */
    public ReadOnlyObjectProperty<List<DkgReview.Agreement>> agreementsProperty() {
        return agreements.getReadOnlyProperty();
    }

    /** The forecast; empty while the board is not reviewed. */
    public ReadOnlyObjectProperty<List<ForecastTile>> tilesProperty() {
        return tiles.getReadOnlyProperty();
    }

    /** From which height on the whiteboard is proved by events. */
    public ReadOnlyStringProperty proofProperty() {
        return proof.getReadOnlyProperty();
    }

    /** The submissions in numbers. */
    public ReadOnlyObjectProperty<Forecast> forecastProperty() {
        return forecast.getReadOnlyProperty();
    }

    /** The course of the DKG, or null while its deadlines are not known. */
    public ReadOnlyObjectProperty<@Nullable PhaseRibbon> ribbonProperty() {
        return ribbon.getReadOnlyProperty();
    }

    /** The DKG without its board, with height, age, source and fault. */
    public ReadOnlyObjectProperty<Part<DkgState>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The board with height, age, source and fault. */
    public ReadOnlyObjectProperty<Part<Whiteboard>> whiteboardProperty() {
        return whiteboard.getReadOnlyProperty();
    }

    /** What each consensus node has done, in the chosen order. */
    public ReadOnlyObjectProperty<List<NodeRow>> matrixProperty() {
        return matrix.getReadOnlyProperty();
    }

    /** Final submissions by identity: largest first, the empty group last. */
    public ReadOnlyObjectProperty<List<SubmissionGroup>> groupsProperty() {
        return groups.getReadOnlyProperty();
    }

    /** The order of the matrix. */
    public ObjectProperty<MatrixOrder> matrixOrderProperty() {
        return matrixOrder;
    }
}
