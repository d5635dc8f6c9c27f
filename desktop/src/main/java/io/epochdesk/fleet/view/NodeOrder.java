package io.epochdesk.fleet.view;

import io.epochdesk.ui.drawn.GridOrder;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;

/** The orders of the table of nodes; equal ones stay in the order of their names. */
final class NodeOrder {

    private NodeOrder() {}

    /** The order a header asks for; by itself the nodes that are worst off come first. */
    static Comparator<NodeRow> of(GridOrder header) {
        Comparator<NodeRow> comparator =
                switch (header.column()) {
                    case "node" ->
                            Comparator.comparing(NodeRow::label, String.CASE_INSENSITIVE_ORDER);
                    case "role" ->
                            Comparator.comparing(NodeRow::role).thenComparing(NodeRow::place);
                    case "balance" ->
                            Comparator.comparing(
                                    NodeRow::balance,
                                    Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()));
                    case "used" ->
                            Comparator.comparing(
                                    NodeOrder::usedAt,
                                    Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));
                    case "epochs" ->
                            Comparator.comparingInt(
                                    row ->
                                            (Boolean.TRUE.equals(row.inEpoch()) ? 1 : 0)
                                                    + (Boolean.TRUE.equals(row.inNext()) ? 1 : 0));
                    case "account" -> Comparator.comparing(NodeRow::account);
                    default -> Comparator.comparingInt(NodeOrder::gravity);
                };
        return header.ascending() ? comparator : comparator.reversed();
    }

    /** Unfit, at risk, unknown, fit; a node that needs the operator before its likes. */
    private static int gravity(NodeRow row) {
        int verdict =
                switch (row.verdict()) {
                    case UNFIT -> 0;
                    case AT_RISK -> 1;
                    case UNKNOWN -> 2;
                    case FIT -> 3;
                };
        return 2 * verdict + (row.needs() ? 0 : 1);
    }

    private static @Nullable Instant usedAt(NodeRow row) {
        return row.node().lastUse() == null ? null : row.node().lastUse().newest().at();
    }
}
