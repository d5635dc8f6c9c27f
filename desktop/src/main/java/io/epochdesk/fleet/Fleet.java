package io.epochdesk.fleet;

import io.epochdesk.history.Notices;
import io.epochdesk.history.Observations.Balance;
import io.epochdesk.history.OwnNode;
import io.epochdesk.live.LatestValue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The operator's nodes on one network. All methods but {@link #snapshot()}, {@link #outcome} and
 * {@link #refresh()} read or write a disk or the chain: not on the FX thread.
 */
public interface Fleet extends AutoCloseable {

    /** The newest snapshot. */
    LatestValue<FleetSnapshot> snapshot();

    /** Looks again now. */
    void refresh();

    /**
     * Finds nodes by what the operator typed: a node ID, the address of a machine account, or that
     * of a staking account.
     *
     * @throws io.epochdesk.fault.FaultException when it is neither, leads to no node, or the chain
     *     cannot be read
     */
    Found find(String text);

    /**
     * Finds nodes in a bootstrap folder.
     *
     * @throws io.epochdesk.fault.FaultException when there is nothing of a node
     */
    Found look(Path folder);

    /**
     * Adds nodes to the operator's; those that are there learn what was not known of them.
     *
     * @throws io.epochdesk.fault.FaultException when they cannot be kept
     */
    void add(List<OwnNode> nodes);

    /**
     * Takes a node off the list; what was seen of it stays.
     *
     * @throws io.epochdesk.fault.FaultException when that cannot be kept
     */
    void remove(String nodeId);

    /**
     * Gives a node another name; blank ones are ignored.
     *
     * @throws io.epochdesk.fault.FaultException when it cannot be kept
     */
    void rename(String nodeId, String label);

    /**
     * The balances seen of a machine account since a moment, oldest first, with the last one before
     * it.
     *
     * @param account 16 hex digits
     * @throws io.epochdesk.fault.FaultException when they cannot be read
     */
    List<Balance> balances(String account, Instant since);

    /** How a need stands that is not in the newest snapshot any more. */
    NeedOutcome outcome(Need before);

    /**
     * What the operator was notified of.
     *
     * @throws io.epochdesk.fault.FaultException when no history is open
     */
    Notices notices();

    @Override
    void close();
}
