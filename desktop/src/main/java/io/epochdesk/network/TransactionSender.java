package io.epochdesk.network;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;

import java.util.List;

/** Builds, has signed and sends transactions, and follows them until they are sealed. */
public interface TransactionSender {

    /**
     * Sends a transaction in which one account proposes, pays and authorizes, and waits until it is
     * sealed. The node's chain ID and the newest block seen are checked again right before.
     *
     * @param program the transaction
     * @param arguments its arguments
     * @param signer the account and key that signs the envelope
     * @return how it ended; an error of the contract is a result, not an exception
     * @throws io.epochdesk.fault.FaultException when it could not be sent or followed
     */
    TransactionOutcome sendAndSeal(
            Program program, List<CadenceValue> arguments, EnvelopeSigner signer);

    /** The signing account; keeps the private key to itself. */
    interface EnvelopeSigner {
        FlowAddress address();

        /** Index of the key on the account. */
        int keyIndex();

        /**
         * Signs the canonical envelope message, domain tag included; returns 64 bytes, r then s.
         */
        byte[] sign(byte[] message);
    }

    /**
     * How a sealed transaction ended.
     *
     * @param id transaction ID, 64 hex digits
     * @param height the block it was executed in
     * @param error the chain's own error text, empty when it succeeded
     * @param events what it emitted
     */
    record TransactionOutcome(String id, long height, String error, List<ChainEvent> events) {
        public TransactionOutcome {
            events = List.copyOf(events);
        }

        public boolean succeeded() {
            return error.isEmpty();
        }
    }
}
