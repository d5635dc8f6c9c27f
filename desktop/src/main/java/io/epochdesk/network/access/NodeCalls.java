package io.epochdesk.network.access;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.AccountState;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainId;
import io.epochdesk.network.TransactionProgress;

import org.onflow.protobuf.entities.TransactionOuterClass.Transaction;

import java.util.Set;

/**
 * The calls to one access node that a network of several needs. Calls block, have a deadline of
 * their own, throw {@link io.epochdesk.fault.FaultException}, and never repeat themselves. Closing
 * ends calls and streams that are under way.
 */
interface NodeCalls extends AutoCloseable {

    AccessNode node();

    /** The chain it serves. */
    ChainId chainId();

    /** What it says about itself. */
    NodeVersion nodeVersion();

    /** The newest sealed header: the cheap call that shows within 3 s whether a node is alive. */
    BlockHeader latestSealedHeader();

    /** The sealed header at a height. */
    BlockHeader headerByHeight(long height);

    /** The header of a block ID of 64 hex digits. */
    BlockHeader headerById(String id);

    /** Runs a script at a sealed height; the JSON-Cadence as sent. */
    byte[] executeAtHeight(long height, ScriptCall script);

    /**
     * The events of one type between two heights, both included; at most 250 heights.
     *
     * @param form asked for; a node that does not know it may answer JSON-Cadence all the same
     */
    EventRange events(String type, long from, long to, EventForm form);

    /** Follows sealed headers from the newest on. */
    NodeStream subscribeHeaders(StreamListener<BlockHeader> listener);

    /**
     * Follows events of these types from a height on that the node has already.
     *
     * @param heartbeat after how many blocks without such an event the node tells how far it is
     */
    NodeStream subscribeEvents(
            Set<String> types, long from, int heartbeat, StreamListener<EventBatch> listener);

    /** An account at the newest sealed block. */
    AccountState account(FlowAddress address);

    /** An account at a sealed height. */
    AccountState account(FlowAddress address, long height);

    /** Hands a signed transaction in; its ID, 64 hex digits. */
    String send(Transaction transaction);

    /** How far a transaction has come, by its ID. */
    TransactionProgress transactionResult(String id);

    @Override
    void close();

    /** Tells that this very node answered before, over another connection. */
    void answeredBefore();

    /** Opens the way to a node; nothing is asked yet. */
    @FunctionalInterface
    interface Dialer {
        NodeCalls dial(AccessNode node);
    }
}
