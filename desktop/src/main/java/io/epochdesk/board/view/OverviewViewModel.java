package io.epochdesk.board.view;

import io.epochdesk.board.Attention;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Mine;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.time.Instant;

/** What the Overview page shows. */
public final class OverviewViewModel {

    private final Words words;
    private final QuorumWords quorumWords;
    private final DkgWords dkgWords;
    private final DeadlineWords deadlineWords;
    private final HeadlineWords headlineWords;
    private final ObjectProperty<Mine> mine = new SimpleObjectProperty<>(Mine.NONE);
    private final ReadOnlyObjectWrapper<Overview> shown;

    public OverviewViewModel(Formats formats) {
        words = formats.words();
        quorumWords = new QuorumWords(words);
        dkgWords = new DkgWords(words);
        deadlineWords = new DeadlineWords(formats);
        headlineWords = new HeadlineWords(words, deadlineWords);
        shown = new ReadOnlyObjectWrapper<>(overview(BoardSnapshot.empty(), Instant.EPOCH));
    }

    /** What is shown now. */
    public ReadOnlyObjectProperty<Overview> shown() {
        return shown.getReadOnlyProperty();
    }

    /** The operator's nodes, to be marked. */
    public ObjectProperty<Mine> mineProperty() {
        return mine;
    }

    /** How far the consensus nodes have come, in one sentence. */
    public String committeeInWords() {
        return dkgWords.committee(shown.get().committee());
    }

    /** Takes in a snapshot at this moment; again with every tick of the clock. */
    public void show(BoardSnapshot board, Instant now) {
        shown.set(overview(board, now));
    }

    private Overview overview(BoardSnapshot board, Instant now) {
        Summary quorum = quorumWords.summary(board);
        Summary dkg = dkgWords.summary(board);
        return new Overview(
                headlineWords.headline(board),
                headlineWords.explanation(board, quorum, dkg, now),
                headlineWords.tone(board),
                EpochRibbon.of(board),
                deadlineWords.rows(board, now),
                deadlineWords.rate(board, now),
                quorum,
                quorumWords.shares(board, mine.get()),
                dkg,
                dkgWords.steps(board),
                dkgWords.committee(board),
                dkgWords.positions(board, mine.get()),
                deadlineWords.fallback(board, now),
                deadlineWords.timeUsed(board),
                deadlineWords.course(board, now),
                board.attention().stream().map(this::row).toList());
    }

    private AttentionRow row(Attention attention) {
        String page =
                switch (attention.kind()) {
                    case CLUSTER_CANNOT_COMPLETE, CLUSTER_LATE, CASE_SPLIT, INVALID_VOTES ->
                            "clusters";
                    case DKG_CANNOT_COMPLETE, DKG_LATE, INVALID_MESSAGES, KEYS_DIFFER -> "dkg";
                    case FALLBACK_SUSPECTED, DATA_OLD -> "";
                };
        return new AttentionRow(
                HeadlineWords.tone(attention),
                words.sayFacts("attention." + attention.kind().name(), attention.facts()),
                page);
    }
}
