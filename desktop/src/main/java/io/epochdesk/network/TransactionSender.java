package io.epochdesk.network;

import io.epochdesk.cadence.FlowAddress;

import java.util.Optional;

/**
 * Hands transactions in and tells what became of them, a step at a time. Nothing is ever handed in
 * twice here: whoever sends keeps the transaction's ID and asks for it.
 */
public interface TransactionSender {

    /**
     * What a new transaction of an account starts from, read now. The node is checked right before:
     * chain, root block and history are those known so far.
     *
     * @throws io.epochdesk.fault.FaultException when no node answers, or one shows another chain
     */
    Footing footing(FlowAddress account);

    /**
     * Hands a signed transaction in, once and to one node. The node is checked right before.
     *
     * @param identity the network it was made for
     * @throws io.epochdesk.fault.FaultException when this is another network by now, or the node
     *     refused it: then it was not taken
     */
    HandedIn handIn(TransactionBody transaction, ChainIdentity identity);

    /**
     * How far a transaction has come, as the node in use tells; another is asked when it is silent.
     *
     * @param id 64 hex digits
     * @param identity the network it was handed in on
     * @throws io.epochdesk.fault.FaultException when no node answers, or this is another network
     */
    TransactionProgress progress(String id, ChainIdentity identity);

    /**
     * Height of a block, if the node in use knows one of this ID.
     *
     * @param id 64 hex digits
     * @throws io.epochdesk.fault.FaultException when no node answers
     */
    Optional<BlockHeader> block(String id);

    /**
     * What a transaction starts from.
     *
     * @param reference the newest sealed block
     * @param account the account with its keys and their sequence numbers
     * @param source the access node that answered
     * @param identity the network it is
     */
    record Footing(
            BlockHeader reference, AccountState account, String source, ChainIdentity identity) {}

    /**
     * That a transaction was handed in.
     *
     * @param id the ID it is known by
     * @param acknowledged whether the node said so; if not, it may or may not have arrived
     * @param source the access node it was handed to
     */
    record HandedIn(String id, boolean acknowledged, String source) {}
}
