package io.epochdesk.cli;

import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.MessageKind;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.dkg.WhiteboardEntry.Flag;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * The whiteboard in numbers: how many messages of each kind and with each flag, and how far it is
 * known.
 */
record WhiteboardSection(
        boolean current,
        @Nullable Long counter,
        String instanceId,
        @Nullable Long startHeight,
        @Nullable Long provedFrom,
        @Nullable Long completeTo,
        int messages,
        int invalid,
        Map<String, Integer> kinds,
        Map<String, Integer> flags) {

    static WhiteboardSection of(Whiteboard board, boolean current) {
        return new WhiteboardSection(
                current,
                Spelling.known(board.counter()),
                board.instanceId(),
                Spelling.known(board.startHeight()),
                Spelling.known(board.provedFrom()),
                Spelling.known(board.completeTo()),
                board.entries().size(),
                board.tally().invalid(),
                counts(MessageKind.values(), board.tally()::count),
                counts(Flag.values(), board.tally()::count));
    }

    /** What each consensus node has done, and who else is on the board. */
    record Matrix(List<Row> rows, List<String> strangers) {
        static Matrix of(DkgMatrix matrix) {
            return new Matrix(matrix.rows().stream().map(Row::of).toList(), matrix.strangers());
        }
    }

    /** One consensus node. */
    record Row(
            int index,
            String nodeId,
            String vector,
            boolean vectorOverdue,
            List<Integer> complaintsMade,
            List<Integer> complaintsAgainst,
            List<Integer> answersGiven,
            List<Integer> unanswered,
            String submission,
            int messages,
            List<String> flags) {

        static Row of(DkgMatrix.Row row) {
            return new Row(
                    row.index(),
                    row.nodeId(),
                    Spelling.of(row.vector()),
                    row.vectorOverdue(),
                    row.complaintsMade(),
                    row.complaintsAgainst(),
                    row.answersGiven(),
                    row.unanswered(),
                    Spelling.of(row.submission()),
                    row.messages(),
                    names(row.flags()));
        }
    }

    private static List<String> names(Set<Flag> flags) {
        return flags.stream().sorted().map(Spelling::of).toList();
    }

    private static <E extends Enum<E>> Map<String, Integer> counts(
            E[] constants, ToIntFunction<E> count) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Arrays.stream(constants)
                .forEach(constant -> counts.put(Spelling.of(constant), count.applyAsInt(constant)));
        return counts;
    }
}
