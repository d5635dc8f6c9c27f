package io.epochdesk.fleet;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.FleetFault;
import io.epochdesk.history.Notices;
import io.epochdesk.history.Observations.Balance;
import io.epochdesk.history.OwnNode;
import io.epochdesk.live.LatestValue;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A fleet that shows what a test publishes, and remembers what it was told. */
public final class StillFleet implements Fleet {

    /** What it says of needs that are none any more. */
    public NeedOutcome outcome = NeedOutcome.UNKNOWN;

    /** What it finds, whatever is looked for; null fails with {@link #failure}. */
    public @Nullable Found found;

    /** What finding and keeping fail with, or null. */
    public @Nullable Fault failure;

    /** The balances of every account. */
    public List<Balance> balances = List.of();

    private final LatestValue<FleetSnapshot> snapshot = new LatestValue<>(FleetSnapshot.empty());
    private final @Nullable Notices notices;
    private final List<String> told = new ArrayList<>();

    public StillFleet() {
        this(null);
    }

    StillFleet(@Nullable Notices notices) {
        this.notices = notices;
    }

    /** Publishes these needs of no nodes. */
    void needs(Need... needs) {
        snapshot.publish(
                new FleetSnapshot(true, List.of(), List.of(needs), null, null, null, null));
    }

    /** What it was told to do, in order. */
    public synchronized List<String> told() {
        return List.copyOf(told);
    }

    private synchronized void tell(String what) {
        if (failure != null) {
            throw new FaultException(failure);
        }
        told.add(what);
    }

    @Override
    public LatestValue<FleetSnapshot> snapshot() {
        return snapshot;
    }

    @Override
    public void refresh() {
        tell("refresh");
    }

    @Override
    public Found find(String text) {
        tell("find " + text);
        return finding();
    }

    @Override
    public Found look(Path folder) {
        tell("look " + folder);
        return finding();
    }

    private Found finding() {
        Found result = found;
        if (result == null) {
            throw FleetFault.of(FleetFault.Kind.NO_NETWORK_YET, "");
        }
        return result;
    }

    @Override
    public void add(List<OwnNode> nodes) {
        tell("add " + nodes.stream().map(OwnNode::label).toList());
    }

    @Override
    public void remove(String nodeId) {
        tell("remove " + nodeId);
    }

    @Override
    public void rename(String nodeId, String label) {
        tell("rename " + nodeId + " " + label);
    }

    @Override
    public List<Balance> balances(String account, Instant since) {
        return balances;
    }

    @Override
    public NeedOutcome outcome(Need before) {
        return outcome;
    }

    @Override
    public Notices notices() {
        Notices kept = notices;
        if (kept == null) {
            throw FleetFault.of(FleetFault.Kind.NO_NETWORK_YET, "");
        }
        return kept;
    }

    @Override
    public void close() {
        tell("close");
    }
}
