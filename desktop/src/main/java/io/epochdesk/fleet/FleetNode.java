package io.epochdesk.fleet;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.Examination;
import io.epochdesk.doctor.Verdict;
import io.epochdesk.history.Observations.Balance;
import io.epochdesk.history.Observations.KeyState;
import io.epochdesk.history.OwnNode;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.staking.NodeStanding;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An own node, and everything known of it.
 *
 * @param own how the operator told it
 * @param examination the doctor's newest, or null before the first
 * @param duties what it has to do in the setup under way
 * @param cluster index of its cluster in the setup under way; empty when it is in none
 * @param lastUse how its machine account's key stands; null when that was never seen
 * @param balances what was seen of its machine account's balance lately, oldest first
 */
public record FleetNode(
        OwnNode own,
        @Nullable Examination examination,
        List<Duty> duties,
        OptionalInt cluster,
        @Nullable KeyState lastUse,
        List<Balance> balances) {

    public FleetNode {
        duties = List.copyOf(duties);
        balances = List.copyOf(balances);
    }

    public String nodeId() {
        return own.nodeId();
    }

    public String label() {
        return own.label();
    }

    /** What the doctor's findings come to; unknown before the first examination. */
    public Verdict verdict() {
        return examination == null ? Verdict.UNKNOWN : examination.verdict();
    }

    /** Its role, from the node table or as it was told. */
    public Optional<NodeRole> role() {
        return standing()
                .map(NodeStanding::role)
                .or(
                        () ->
                                own.role().isPresent()
                                        ? NodeRole.of(own.role().getAsInt())
                                        : Optional.empty());
    }

    /** How it stands in the node table, if it is there. */
    public Optional<NodeStanding> standing() {
        return examination == null || examination.standing() == null
                ? Optional.empty()
                : Optional.of(examination.standing().value());
    }

    /** Its machine account, if one is known. */
    public Optional<FlowAddress> machineAccount() {
        return Optional.ofNullable(examination == null ? null : examination.machineAccount());
    }

    /** The balance of its machine account, if it was read. */
    public Optional<BigDecimal> balance() {
        return examination == null || examination.account() == null
                ? Optional.empty()
                : Optional.of(examination.account().value().balance());
    }
}
