package io.epochdesk.rehearsal.chain;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A chain as an access node sees it. Every method may be called by any thread at any time and
 * answers at once, except {@link #awaitFinalized} and {@link #awaitSealed}.
 */
public interface Chain {

    /** Such as {@code flow-rehearsal}. */
    String chainId();

    /** The first block. */
    Block root();

    /** The newest finalized block. */
    Block latestFinalized();

    /** The newest sealed block; the root block counts as sealed. */
    Block latestSealed();

    /** The finalized block of a height, if the chain has it. */
    Optional<Block> block(long height);

    /** The block of an ID, if the chain has it. */
    Optional<Block> block(Identifier id);

    /** A collection, if the chain has it. */
    Optional<Collection> collection(Identifier id);

    /** A transaction that was handed in and accepted, if the chain has it. */
    Optional<Transaction> transaction(Identifier id);

    /**
     * How far a transaction has come. What the chain does not know has the status {@link
     * TransactionStatus#UNKNOWN}.
     */
    TransactionResult result(Identifier transactionId);

    /**
     * The results of all transactions of a block, the system transaction's last.
     *
     * @throws Refusal when there is no such block
     */
    List<TransactionResult> results(Identifier blockId) throws Refusal;

    /**
     * An account after a block.
     *
     * @throws Refusal when the height is unknown or its state is not kept, or there is no account
     */
    AccountRecord account(FlowAddress address, long height) throws Refusal;

    /**
     * Runs a script on the state after a block.
     *
     * @param text Cadence with imports resolved
     * @param arguments each in JSON-Cadence
     * @param height of a block whose state is kept
     * @throws Refusal with the chain's own words when the script fails or the height is not there
     */
    CadenceValue script(String text, List<byte[]> arguments, long height) throws Refusal;

    /**
     * All events of a block.
     *
     * @throws Refusal when there is no such block
     */
    BlockEvents events(long height) throws Refusal;

    /**
     * The events of one type, with one entry for every block of the range whether it has such
     * events or not; blocks above the newest sealed one are left out. Limiting the range is the
     * server's affair.
     *
     * @param type such as {@code A.f8d6e0586b0a20c7.FlowDKG.BroadcastMessage}
     * @param from first height
     * @param to last height, inclusive
     * @throws Refusal when {@code from} is unknown or above the newest sealed block
     */
    List<BlockEvents> events(String type, long from, long to) throws Refusal;

    /**
     * Whether any block of a range has events; lets a stream pass over hundreds of thousands of
     * empty blocks without looking at each.
     *
     * @param from first height
     * @return the lowest height from there on, up to the newest sealed, with an event; empty if
     *     none
     */
    Optional<Long> nextHeightWithEvents(long from);

    /**
     * Takes in a transaction after the checks an access node makes.
     *
     * @return its ID
     * @throws Refusal in a real node's words
     */
    Identifier submit(Transaction transaction) throws Refusal;

    /** ID of the transaction that ends every block. */
    Identifier systemTransaction();

    /**
     * Waits until a block above a height is finalized.
     *
     * @return the newest finalized height, which is not above {@code height} when the time is over
     *     or the chain was closed
     */
    long awaitFinalized(long height, Duration longest) throws InterruptedException;

    /** The same for sealed blocks. */
    long awaitSealed(long height, Duration longest) throws InterruptedException;
}
