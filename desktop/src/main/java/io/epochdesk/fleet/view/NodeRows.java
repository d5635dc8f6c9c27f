package io.epochdesk.fleet.view;

import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.BalanceRule;
import io.epochdesk.doctor.Examination;
import io.epochdesk.doctor.words.FindingText;
import io.epochdesk.fleet.FleetNode;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.history.Observations.KeyState;
import io.epochdesk.live.Reading;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.staking.NodeStanding;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Puts own nodes in words. */
final class NodeRows {

    private final Formats formats;
    private final Words words;

    NodeRows(Formats formats) {
        this.formats = formats;
        words = formats.words();
    }

    /** The rows of a snapshot, in its order. */
    List<NodeRow> of(FleetSnapshot fleet, Instant now) {
        return fleet.nodes().stream().map(node -> row(fleet, node, now)).toList();
    }

    private NodeRow row(FleetSnapshot fleet, FleetNode node, Instant now) {
        Examination examination = node.examination();
        NodeRole role = node.role().orElse(null);
        NodeStanding standing = node.standing().orElse(null);
        boolean examined = examination != null && examination.standing() != null;
        return new NodeRow(
                node,
                role == null ? words.say("fleet.role.unknown") : words.name("fleet.role", role),
                place(node, role),
                examined ? standing != null && standing.staked() : null,
                examined ? standing != null && standing.proposed() : null,
                node.machineAccount().map(FlowAddress::toString).orElse(""),
                holds(node, role),
                node.balance().orElse(null),
                role == null || !role.hasMachineAccount() ? null : BalanceRule.of(role).minimum(),
                node.balances(),
                used(node.lastUse(), now),
                node.verdict(),
                reason(node, now),
                fleet.needs().stream().anyMatch(need -> need.nodeId().equals(node.nodeId())));
    }

    private String place(FleetNode node, @Nullable NodeRole role) {
        if (node.cluster().isPresent()) {
            return words.say("fleet.place.cluster", "cluster", node.cluster().getAsInt());
        }
        boolean committee = role == NodeRole.CONSENSUS && !node.duties().isEmpty();
        return committee ? words.say("fleet.place.committee") : "";
    }

    private String holds(FleetNode node, @Nullable NodeRole role) {
        Reading<OnChainAccount> account =
                node.examination() == null ? null : node.examination().account();
        if (account == null || role == null || !role.hasMachineAccount()) {
            return "";
        }
        String held =
                role == NodeRole.COLLECTION
                        ? account.value().voterOf()
                        : account.value().participantOf();
        boolean there = node.nodeId().equals(held);
        return role == NodeRole.COLLECTION
                ? words.say(there ? "fleet.holds.voter" : "fleet.lacks.voter")
                : words.say(there ? "fleet.holds.participant" : "fleet.lacks.participant");
    }

    private String used(@Nullable KeyState key, Instant now) {
        if (key == null) {
            return "";
        }
        if (key.newest().sequence() == 0) {
            return words.say("fleet.used.never");
        }
        Duration age = Duration.between(key.newest().at(), now);
        return key.moved()
                ? formats.age(age)
                : words.say("fleet.used.notSince", "duration", Formats.duration(age));
    }

    private String reason(FleetNode node, Instant now) {
        Examination examination = node.examination();
        if (examination == null) {
            return words.say("fleet.reason.notExamined");
        }
        return examination.findings().isEmpty()
                ? words.say("fleet.reason.nothing")
                : FindingText.of(formats, examination.findings().getFirst(), now).sentence();
    }
}
