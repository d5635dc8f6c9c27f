package io.epochdesk.cli;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.Examination;
import io.epochdesk.fleet.Duty;
import io.epochdesk.fleet.FleetNode;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.fleet.Need;
import io.epochdesk.fleet.words.NeedText;
import io.epochdesk.history.Observations.KeyState;
import io.epochdesk.staking.NodeStanding;
import io.epochdesk.text.Formats;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The operator's own nodes.
 *
 * @param examinedAt when they were examined last
 * @param nodes the nodes in the order of their names
 * @param needs what needs the operator, the gravest first
 * @param faultCode what keeps them from being read or kept, or null; told among the faults
 */
record MineSection(
        @Nullable String examinedAt,
        List<NodeItem> nodes,
        List<NeedItem> needs,
        @Nullable String faultCode) {

    /** An own node. */
    record NodeItem(
            String nodeId,
            String name,
            @Nullable String role,
            @Nullable Integer cluster,
            @Nullable Boolean inEpoch,
            @Nullable Boolean inNextEpoch,
            @Nullable String machineAccount,
            @Nullable String balance,
            @Nullable KeyItem key,
            String verdict,
            List<String> findings,
            List<DutyItem> duties) {}

    /** How the key of its machine account stands. */
    record KeyItem(int index, long sequenceNumber, String since, boolean moved) {}

    /** What it has to do in the setup under way. */
    record DutyItem(
            String deed, String state, int othersDone, int others, @Nullable String deadline) {}

    /** Something that needs the operator. */
    record NeedItem(
            String kind,
            @Nullable String nodeId,
            String sentence,
            String cause,
            String nextStep,
            @Nullable String deadline) {}

    /** The section of a snapshot; null where nobody's nodes are kept. */
    static @Nullable MineSection of(Formats formats, @Nullable FleetSnapshot fleet, Instant now) {
        if (fleet == null) {
            return null;
        }
        return new MineSection(
                Spelling.instant(fleet.examinedAt()),
                fleet.nodes().stream().map(MineSection::node).toList(),
                fleet.needs().stream().map(need -> need(formats, need, fleet, now)).toList(),
                fleet.trouble() == null ? null : fleet.trouble().code());
    }

    private static NodeItem node(FleetNode node) {
        Examination examination = node.examination();
        NodeStanding standing = node.standing().orElse(null);
        boolean read = examination != null && examination.standing() != null;
        return new NodeItem(
                node.nodeId(),
                node.label(),
                node.role().map(Spelling::of).orElse(null),
                node.cluster().isPresent() ? node.cluster().getAsInt() : null,
                read ? standing != null && standing.staked() : null,
                read ? standing != null && standing.proposed() : null,
                node.machineAccount().map(FlowAddress::toString).orElse(null),
                node.balance().map(BigDecimal::toPlainString).orElse(null),
                key(node.lastUse()),
                Spelling.of(node.verdict()),
                examination == null
                        ? List.of()
                        : examination.findings().stream()
                                .map(finding -> finding.check().code())
                                .toList(),
                node.duties().stream().map(MineSection::duty).toList());
    }

    private static @Nullable KeyItem key(@Nullable KeyState key) {
        return key == null
                ? null
                : new KeyItem(
                        key.newest().keyIndex(),
                        key.newest().sequence(),
                        key.newest().at().toString(),
                        key.moved());
    }

    private static DutyItem duty(Duty duty) {
        return new DutyItem(
                Spelling.of(duty.deed()),
                Spelling.of(duty.state()),
                duty.othersDone(),
                duty.others(),
                Spelling.instant(duty.deadline()));
    }

    private static NeedItem need(Formats formats, Need need, FleetSnapshot fleet, Instant now) {
        NeedText text = NeedText.of(formats, need, fleet, now);
        return new NeedItem(
                Spelling.of(need.kind()),
                need.nodeId().isEmpty() ? null : need.nodeId(),
                text.title(),
                text.cause(),
                text.step(),
                Spelling.instant(need.deadline()));
    }
}
