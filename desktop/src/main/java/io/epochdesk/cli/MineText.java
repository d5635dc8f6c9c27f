package io.epochdesk.cli;

import io.epochdesk.fleet.FleetNode;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.fleet.Notification;
import io.epochdesk.fleet.words.FleetText;
import io.epochdesk.fleet.words.NeedText;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operator's nodes as text for a terminal. */
final class MineText {

    private final Formats formats;
    private final Words words;
    private final Instant now;

    MineText(Formats formats, Instant now) {
        this.formats = formats;
        this.words = formats.words();
        this.now = now;
    }

    /** How the nodes are in a sentence, what needs the operator, and a line a node. */
    List<String> all(FleetSnapshot fleet) {
        Lines lines = new Lines();
        if (fleet.nodes().isEmpty()) {
            lines.wrapped("", words.say("status.mine.none"));
            return lines.all();
        }
        lines.wrapped("", FleetText.summary(words, fleet));
        needs(fleet, lines);
        lines.blank();
        int name = fleet.nodes().stream().mapToInt(node -> node.label().length()).max().orElse(0);
        int[] widths = {name, 12, 11, 16, 9};
        fleet.nodes().forEach(node -> lines.add(node(node, widths)));
        return lines.all();
    }

    /** What needs the operator, a line each. */
    void needs(FleetSnapshot fleet, Lines lines) {
        fleet.needs()
                .forEach(
                        need ->
                                lines.wrapped(
                                        "  ",
                                        "! " + NeedText.of(formats, need, fleet, now).line()));
    }

    /** What needed the operator and does no more, a line each. */
    void over(List<Notification> over, FleetSnapshot fleet, Lines lines) {
        over.forEach(
                told -> lines.wrapped("  ", "+ " + NeedText.of(formats, told, fleet, now).line()));
    }

    private String node(FleetNode node, int[] widths) {
        String cluster =
                node.cluster().isPresent()
                        ? words.say("fleet.place.cluster", "cluster", node.cluster().getAsInt())
                        : "";
        return Lines.columns(
                widths,
                node.label(),
                node.role()
                        .map(role -> words.name("fleet.role", role))
                        .orElse(words.say("fleet.role.unknown")),
                cluster,
                node.balance().map(Formats::flow).orElse(words.say("fleet.balance.unknown")),
                words.name("fleet.verdict", node.verdict()),
                details(node));
    }

    private String details(FleetNode node) {
        Stream<String> duties =
                node.duties().stream()
                        .map(
                                duty ->
                                        words.say(
                                                "fleet.duty",
                                                "deed",
                                                words.name("fleet.deed", duty.deed()),
                                                "state",
                                                words.name("fleet.dutyState", duty.state())));
        Stream<String> codes =
                node.examination() == null
                        ? Stream.empty()
                        : node.examination().findings().stream()
                                .map(finding -> finding.check().code());
        return Stream.concat(duties, codes).limit(4).collect(Collectors.joining(", "));
    }
}
