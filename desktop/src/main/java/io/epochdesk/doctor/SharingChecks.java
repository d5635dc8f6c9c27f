package io.epochdesk.doctor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Nodes that have in common what each should have for itself. */
final class SharingChecks {

    private SharingChecks() {}

    static void look(List<Chart> charts) {
        shared(charts, Chart::address, Check.SHARED_ACCOUNT);
        // one account of two nodes has one key; that is told as the account's
        shared(
                charts,
                chart ->
                        chart.has(Check.SHARED_ACCOUNT)
                                ? Optional.empty()
                                : SharingChecks.key(chart),
                Check.SHARED_KEY);
    }

    private static Optional<String> key(Chart chart) {
        return chart.custody() instanceof KeyCustody.AtHand hand
                ? Optional.of(hand.signer().publicKey().hex())
                : chart.key().map(key -> key.publicKey());
    }

    private static <T> void shared(
            List<Chart> charts, Function<Chart, Optional<T>> what, Check check) {
        Map<T, List<Chart>> users = new HashMap<>();
        for (Chart chart : charts) {
            what.apply(chart)
                    .ifPresent(
                            value ->
                                    users.computeIfAbsent(value, _ -> new ArrayList<>())
                                            .add(chart));
        }
        users.forEach(
                (value, together) -> {
                    if (together.size() > 1) {
                        together.forEach(chart -> tell(chart, together, check, value.toString()));
                    }
                });
    }

    private static void tell(Chart chart, List<Chart> together, Check check, String value) {
        List<String> others =
                together.stream()
                        .map(each -> each.node.nodeId())
                        .filter(id -> !id.equals(chart.node.nodeId()))
                        .toList();
        chart.find(
                check,
                Severity.RISK,
                check == Check.SHARED_ACCOUNT
                        ? chart.mayNot()
                        : chart.consequence(Consequence.Kind.OTHERS_CAN_ACT),
                Map.of("nodes", String.join(", ", others)),
                List.of(new Evidence(Evidence.What.SHARED, value, "", null)),
                new Remedy.Separate(together.stream().map(each -> each.node.nodeId()).toList()));
    }
}
