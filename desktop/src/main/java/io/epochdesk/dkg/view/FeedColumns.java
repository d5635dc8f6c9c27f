package io.epochdesk.dkg.view;

import io.epochdesk.bls.BoardWarning;
import io.epochdesk.dkg.MessageKind;
import io.epochdesk.dkg.WhiteboardEntry;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.drawn.Box;
import io.epochdesk.ui.drawn.Brush;
import io.epochdesk.ui.drawn.GridColumn;
import io.epochdesk.ui.drawn.GridOrder;
import io.epochdesk.ui.drawn.Ink;
import io.epochdesk.ui.drawn.Mark;

import javafx.geometry.HPos;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of the feed: place, height, node, kind, subject, size, what is wrong. */
final class FeedColumns {

    private final Words words;

    /** Looked up once: the feed paints hundreds of cells a pulse. */
    private final Map<MessageKind, String> kinds;

    private final Map<WhiteboardEntry.Flag, String> flags;

    private final Supplier<Rulings> rulings;

    FeedColumns(Words words, Supplier<Rulings> rulings) {
        this.words = words;
        this.rulings = rulings;
        kinds = new EnumMap<>(MessageKind.class);
        Arrays.stream(MessageKind.values())
                .forEach(kind -> kinds.put(kind, words.name("dkg.kind", kind)));
        flags = new EnumMap<>(WhiteboardEntry.Flag.class);
        Arrays.stream(WhiteboardEntry.Flag.values())
                .forEach(flag -> flags.put(flag, words.name("dkg.flag", flag)));
    }

    List<GridColumn<WhiteboardEntry>> all() {
        return List.of(
                GridColumn.<WhiteboardEntry>of(
                                "POSITION",
                                "#",
                                44,
                                (brush, entry, box) ->
                                        brush.text(
                                                Formats.number(entry.position()),
                                                box,
                                                HPos.RIGHT,
                                                Ink.MUTED),
                                entry -> Formats.number(entry.position()))
                        .aligned(GridColumn.Align.RIGHT)
                        .explained(words.say("dkg.column.position.hint"))
                        .sorted(),
                GridColumn.<WhiteboardEntry>of(
                                "height",
                                words.say("dkg.column.height"),
                                80,
                                (brush, entry, box) ->
                                        brush.text(height(entry), box, HPos.RIGHT, Ink.MUTED),
                                this::originInWords)
                        .copying(entry -> entry.origin().transactionId())
                        .explained(words.say("dkg.column.height.hint"))
                        .aligned(GridColumn.Align.RIGHT),
                GridColumn.<WhiteboardEntry>of(
                                "NODE",
                                words.say("dkg.column.node"),
                                110,
                                (brush, entry, box) ->
                                        brush.shortened(
                                                entry.nodeId().isEmpty()
                                                        ? "—"
                                                        : Formats.shortId(entry.nodeId()),
                                                box,
                                                Ink.TEXT),
                                WhiteboardEntry::nodeId)
                        .sorted(),
                GridColumn.<WhiteboardEntry>of(
                                "KIND",
                                words.say("dkg.column.kind"),
                                106,
                                this::paintKind,
                                this::kind)
                        .sorted(),
                GridColumn.<WhiteboardEntry>of(
                                "SUBJECT",
                                words.say("dkg.column.subject"),
                                48,
                                (brush, entry, box) ->
                                        brush.text(subject(entry), box, HPos.LEFT, Ink.TEXT),
                                FeedColumns::subject)
                        .explained(words.say("dkg.column.subject.hint"))
                        .sorted(),
                GridColumn.<WhiteboardEntry>of(
                                "SIZE",
                                words.say("dkg.column.size"),
                                54,
                                (brush, entry, box) ->
                                        brush.text(size(entry), box, HPos.RIGHT, Ink.MUTED),
                                this::sizeInWords)
                        .aligned(GridColumn.Align.RIGHT)
                        .sorted(),
                GridColumn.<WhiteboardEntry>of(
                                "FLAGS",
                                words.say("dkg.column.flags"),
                                110,
                                this::paintFlags,
                                this::flags)
                        .growing(1)
                        .sorted());
    }

    /** The order that a click on a header asks for. */
    static FeedQuery ordered(FeedQuery query, GridOrder header) {
        return header.column().isEmpty()
                ? query.ordered(FeedQuery.Order.POSITION, true)
                : query.ordered(FeedQuery.Order.valueOf(header.column()), header.ascending());
    }

    String kind(WhiteboardEntry entry) {
        return kinds.getOrDefault(entry.kind(), "");
    }

    /** All that is wrong with a message: with its form, and by the review. Empty for nothing. */
    String flags(WhiteboardEntry entry) {
        String ruling = ruling(entry);
        return Stream.concat(
                        entry.flags().stream().sorted().map(flag -> flags.getOrDefault(flag, "")),
                        ruling.isEmpty() ? Stream.empty() : Stream.of(ruling))
                .collect(Collectors.joining(", "));
    }

    private String ruling(WhiteboardEntry entry) {
        Rulings.Ruling ruling = rulings.get().at(entry.position());
        if (ruling == null) {
            return "";
        }
        if (ruling.ignored() == null) {
            return words.say("dkg.ruling.out", "dealer", ruling.dealer());
        }
        // what is wrong with its form is told already
        return entry.flags().isEmpty() ? words.name("dkg.ruling", ruling.ignored()) : "";
    }

    private static boolean isGrave(Rulings.@Nullable Ruling ruling) {
        return ruling != null
                && (ruling.ignored() == null
                        || ruling.ignored() == BoardWarning.Kind.BAD_SIGNATURE
                        || ruling.ignored() == BoardWarning.Kind.UNKNOWN_SENDER);
    }

    private void paintKind(Brush brush, WhiteboardEntry entry, Box box) {
        brush.mark(mark(entry.kind()), box.x() + 6, box.centreY(), 11, ink(entry.kind()));
        brush.text(kind(entry), box.after(18), HPos.LEFT, Ink.TEXT);
    }

    private void paintFlags(Brush brush, WhiteboardEntry entry, Box box) {
        String wrong = flags(entry);
        if (wrong.isEmpty()) {
            return;
        }
        boolean invalid =
                entry.flags().stream().anyMatch(WhiteboardEntry.Flag::isInvalid)
                        || isGrave(rulings.get().at(entry.position()));
        brush.mark(
                Mark.WARNING, box.x() + 6, box.centreY(), 11, invalid ? Ink.DANGER : Ink.ATTENTION);
        brush.text(wrong, box.after(18), HPos.LEFT, invalid ? Ink.DANGER_TEXT : Ink.ATTENTION_TEXT);
    }

    private static String height(WhiteboardEntry entry) {
        return entry.origin().isEventProved() ? Formats.number(entry.origin().height()) : "—";
    }

    private String originInWords(WhiteboardEntry entry) {
        return entry.origin().isEventProved()
                ? words.say(
                        "dkg.origin.event",
                        "height",
                        entry.origin().height(),
                        "transaction",
                        entry.origin().transactionId())
                : words.say("dkg.origin.list");
    }

    private static String subject(WhiteboardEntry entry) {
        return entry.subject() < 0 ? "" : "→ " + entry.subject();
    }

    private static String size(WhiteboardEntry entry) {
        return Formats.bytes(entry.dataSize() < 0 ? entry.contentSize() : entry.dataSize());
    }

    private String sizeInWords(WhiteboardEntry entry) {
        if (entry.dataSize() < 0) {
            return words.say("dkg.size.unparsable", "content", entry.contentSize());
        }
        return entry.expectedSize() < 0
                ? words.say("dkg.size", "data", entry.dataSize())
                : words.say(
                        "dkg.size.expected",
                        "data",
                        entry.dataSize(),
                        "expected",
                        entry.expectedSize());
    }

    private static Mark mark(MessageKind kind) {
        return switch (kind) {
            case VERIFICATION_VECTOR -> Mark.DOT;
            case COMPLAINT -> Mark.WARNING;
            case COMPLAINT_ANSWER -> Mark.CHECK;
            case PRIVATE_SHARE, UNKNOWN, UNPARSABLE -> Mark.CROSS;
        };
    }

    private static Ink ink(MessageKind kind) {
        return switch (kind) {
            case VERIFICATION_VECTOR -> Ink.PROGRESS;
            case COMPLAINT -> Ink.ATTENTION;
            case COMPLAINT_ANSWER -> Ink.SUCCESS;
            case PRIVATE_SHARE, UNKNOWN, UNPARSABLE -> Ink.DANGER;
        };
    }
}
