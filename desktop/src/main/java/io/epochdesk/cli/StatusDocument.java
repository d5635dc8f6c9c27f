package io.epochdesk.cli;

import io.epochdesk.board.Attention;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.fault.Fault;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.live.Part;
import io.epochdesk.live.Provenance;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.text.FaultText;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What {@code status --json} prints. Names and meanings are those of {@code
 * docs/status.schema.json}; they change with {@code schemaVersion} only. Instants are ISO 8601 in
 * UTC; what is not known is null.
 *
 * @param schemaVersion version of this shape
 * @param takenAt when the snapshot was taken, by this machine's clock
 * @param verdict name of the exit code
 * @param exitCode what the command ends with; while watching, what it would end with
 * @param answer the plain sentence of the text output
 */
record StatusDocument(
        int schemaVersion,
        String takenAt,
        String verdict,
        int exitCode,
        String answer,
        @Nullable NetworkSection network,
        @Nullable PartOf<EpochSection> epoch,
        @Nullable PartOf<EpochSection.Deadlines> deadlines,
        @Nullable PartOf<EpochSection.Outlook> outlook,
        @Nullable PartOf<VotingSection> voting,
        @Nullable PartOf<DkgSection> dkg,
        @Nullable PartOf<WhiteboardSection> whiteboard,
        @Nullable PartOf<WhiteboardSection.Matrix> matrix,
        @Nullable ReviewSection review,
        @Nullable MineSection mine,
        List<AttentionItem> attention,
        List<FaultItem> faults) {

    /** The version of the schema. */
    static final int VERSION = 2;

    /**
     * A part: its newest value with where it came from, and the fault that keeps it from being
     * renewed.
     */
    record PartOf<T>(
            @Nullable Origin origin,
            @Nullable String faultCode,
            @Nullable String faultSince,
            @Nullable T value) {}

    /** Where a value came from. */
    record Origin(String source, long height, String blockTime, String readAt, long ageSeconds) {
        static Origin of(Provenance provenance, Instant now) {
            return new Origin(
                    provenance.source(),
                    provenance.height(),
                    provenance.blockTime().toString(),
                    provenance.readAt().toString(),
                    Math.max(0, Duration.between(provenance.readAt(), now).toSeconds()));
        }
    }

    /** Something that needs attention. */
    record AttentionItem(String kind, String sentence, Map<String, String> facts) {}

    /** A fault, and the part it concerns. */
    record FaultItem(
            String part, String code, String sentence, String advice, Map<String, String> facts) {
        static FaultItem of(Words words, String part, Fault fault) {
            FaultText text = FaultText.of(words, fault);
            return new FaultItem(
                    part,
                    text.code(),
                    text.sentence(),
                    text.advice(),
                    new TreeMap<>(fault.facts()));
        }
    }

    /**
     * The document of a snapshot.
     *
     * @param fleet the operator's nodes, or null where none are kept
     * @param code what the command ends with
     */
    static StatusDocument of(
            Formats formats,
            NetworkProfile profile,
            BoardSnapshot snapshot,
            @Nullable FleetSnapshot fleet,
            ExitCode code,
            Instant now) {
        Words words = formats.words();
        return new StatusDocument(
                VERSION,
                now.toString(),
                Spelling.of(code),
                code.code(),
                new StatusAnswer(formats, now).of(snapshot),
                NetworkSection.of(profile, snapshot.connection(), now),
                part(snapshot.epoch(), now, EpochSection::of),
                part(snapshot.deadlines(), now, EpochSection.Deadlines::of),
                part(snapshot.outlook(), now, EpochSection.Outlook::of),
                part(snapshot.voting(), now, VotingSection::of),
                part(snapshot.dkg(), now, DkgSection::of),
                part(
                        snapshot.whiteboard(),
                        now,
                        board -> WhiteboardSection.of(board, snapshot.isWhiteboardCurrent())),
                part(snapshot.matrix(), now, WhiteboardSection.Matrix::of),
                ReviewSection.of(snapshot),
                MineSection.of(formats, fleet, now),
                snapshot.attention().stream().map(item -> attention(words, item)).toList(),
                faults(words, snapshot, fleet));
    }

    private static List<FaultItem> faults(
            Words words, BoardSnapshot snapshot, @Nullable FleetSnapshot fleet) {
        List<FaultItem> faults = new ArrayList<>();
        PartFaults.of(snapshot)
                .forEach((part, fault) -> faults.add(FaultItem.of(words, part, fault)));
        if (fleet != null && fleet.trouble() != null) {
            faults.add(FaultItem.of(words, "mine", fleet.trouble()));
        }
        return faults;
    }

    /** The document of a command that failed before it had a snapshot. */
    static StatusDocument failed(Words words, Fault fault, ExitCode code, Instant now) {
        FaultItem item = FaultItem.of(words, "command", fault);
        return new StatusDocument(
                VERSION,
                now.toString(),
                Spelling.of(code),
                code.code(),
                item.sentence(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(item));
    }

    private static AttentionItem attention(Words words, Attention item) {
        return new AttentionItem(
                Spelling.of(item.kind()), Sentences.of(words, item), new TreeMap<>(item.facts()));
    }

    private static <T, V> PartOf<V> part(Part<T> part, Instant now, Function<T, V> view) {
        return new PartOf<>(
                part.reading().map(reading -> Origin.of(reading.provenance(), now)).orElse(null),
                part.fault().map(Fault::code).orElse(null),
                Spelling.instant(part.troubleSince()),
                part.value().map(view).orElse(null));
    }
}
