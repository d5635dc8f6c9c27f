package io.epochdesk.rehearsal.chain;

import io.epochdesk.rehearsal.model.Aborted;

/**
 * The error of a transaction in a real chain's words: code of the innermost error, then the chain
 * of errors around it (flow-go {@code fvm/errors}).
 */
final class FlowError extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int PROPOSAL_SIGNATURE = 1006;
    private static final int SEQUENCE_NUMBER = 1007;
    private static final int PAYLOAD_SIGNATURE = 1008;
    private static final int ENVELOPE_SIGNATURE = 1009;
    private static final int AUTHORIZATION = 1055;
    private static final int ACCOUNT_NOT_FOUND = 1201;
    private static final int KEY_NOT_FOUND = 1202;

    private final int code;

    private FlowError(int code, String words) {
        super(words, null, false, false);
        this.code = code;
    }

    /** The innermost error's code. */
    int code() {
        return code;
    }

    /** The error as a transaction's result tells it. */
    String text() {
        return "[Error Code: "
                + code
                + "] error caused by: 1 error occurred:\n\t* "
                + getMessage()
                + "\n\n";
    }

    /** The error of a program of the model. */
    static FlowError of(Aborted aborted) {
        return new FlowError(
                aborted.code(),
                aborted.core().startsWith("error: ")
                        ? "transaction execute failed: [Error Code: 1101] cadence runtime error:"
                                + " Execution failed:\n"
                                + aborted.core()
                        : aborted.core());
    }

    static FlowError noAccount(String address) {
        return coded(ACCOUNT_NOT_FOUND, "account not found for address " + address);
    }

    static FlowError noKey(String address, int index) {
        return coded(
                KEY_NOT_FOUND,
                "account public key not found for address " + address + " and key index " + index);
    }

    /** This error as a step of the execution tells it. */
    FlowError during(String step) {
        return new FlowError(code, step + " failed: " + words());
    }

    static FlowError signature(Transaction.Signature signature, boolean envelope, String why) {
        return signature(
                signature, envelope, why, envelope ? ENVELOPE_SIGNATURE : PAYLOAD_SIGNATURE);
    }

    static FlowError signature(Transaction.Signature signature, boolean envelope, FlowError cause) {
        return signature(signature, envelope, cause.words(), cause.code);
    }

    private static FlowError signature(
            Transaction.Signature signature, boolean envelope, String why, int innermost) {
        String what = envelope ? "invalid envelope key" : "invalid payload signature";
        return new FlowError(
                innermost,
                "[Error Code: %d] %s: public key %d on account %s does not have a valid signature: %s"
                        .formatted(
                                envelope ? ENVELOPE_SIGNATURE : PAYLOAD_SIGNATURE,
                                what,
                                signature.keyIndex(),
                                signature.address().hex(),
                                why));
    }

    static FlowError proposal(Transaction.ProposalKey key, FlowError cause) {
        return new FlowError(cause.code, proposal(key, cause.words()).words());
    }

    static FlowError proposal(Transaction.ProposalKey key, String why) {
        return coded(
                PROPOSAL_SIGNATURE,
                "invalid proposal key: public key %d on account %s does not have a valid signature: %s"
                        .formatted(key.keyIndex(), key.address().hex(), why));
    }

    static FlowError sequenceNumber(Transaction.ProposalKey key, long actual) {
        return coded(
                SEQUENCE_NUMBER,
                "invalid proposal key: public key %d on account %s has sequence number %s, but given %s"
                        .formatted(
                                key.keyIndex(),
                                key.address().hex(),
                                Long.toUnsignedString(actual),
                                Long.toUnsignedString(key.sequenceNumber())));
    }

    static FlowError weight(String address, String who, int weight, int needed) {
        return coded(
                AUTHORIZATION,
                "authorization failed for account %s: %s account does not have sufficient signatures (%d < %d)"
                        .formatted(address, who, weight, needed));
    }

    static FlowError storage(String address, long used, long capacity) {
        return coded(
                Aborted.STORAGE_CAPACITY,
                "The account with address (%s) uses %d bytes of storage which is over its capacity (%d bytes). Capacity can be increased by adding FLOW tokens to the account."
                        .formatted(address, used, capacity));
    }

    static FlowError payerBalance(String address, String required) {
        return coded(
                Aborted.PAYER_BALANCE,
                "payer %s has insufficient balance to attempt transaction execution (required balance: %s)"
                        .formatted(address, required));
    }

    private static FlowError coded(int code, String words) {
        return new FlowError(code, "[Error Code: " + code + "] " + words);
    }

    private String words() {
        return String.valueOf(getMessage());
    }
}
