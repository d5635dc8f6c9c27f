package io.epochdesk.rehearsal.chain;

import io.epochdesk.cadence.AddressSpace;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.rehearsal.chain.Transaction.Signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an access node looks at before it takes a transaction in, in the order and the words of
 * flow-go's {@code access/validator/validator.go}. Where a real node parses the script, the
 * rehearsal asks whether it knows it: it compiles no Cadence.
 */
final class SubmissionCheck {

    private static final int MOST_BYTES = 1_500_000;
    private static final int MOST_COMPUTE = 9_999;
    private static final int SIGNATURE_BYTES = 64;
    private static final int COMPUTE_FIELD = 8;
    private static final int ADDRESS = 8;
    private static final int PROPOSAL_KEY = ADDRESS + 8 + 8;

    private final Transaction transaction;
    private final FlowAddress service;

    SubmissionCheck(Transaction transaction, FlowAddress service) {
        this.transaction = transaction;
        this.service = service;
    }

    /** What needs no chain and comes first: size, fields, compute limit. */
    void beforeExpiry() throws Refusal {
        boolean isService = transaction.payer().equals(service);
        long size = size();
        if (size > MOST_BYTES && !isService) {
            throw invalid(
                    "transaction byte size (%d) exceeds the maximum byte size allowed for a transaction (%d)"
                            .formatted(size, MOST_BYTES));
        }
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw invalid(
                    "transaction is missing required fields: [" + String.join(" ", missing) + "]");
        }
        long limit = transaction.computeLimit();
        if (!isService && (limit == 0 || Long.compareUnsigned(limit, MOST_COMPUTE) > 0)) {
            throw invalid(
                    "transaction gas limit (%s) is not in the acceptable range (min: 1, max: %d)"
                            .formatted(Long.toUnsignedString(limit), MOST_COMPUTE));
        }
    }

    /** Looks at the age of the reference block. */
    static void expiry(long reference, long finalized, int expiry) throws Refusal {
        if (finalized - reference > expiry) {
            throw invalid(
                    "transaction is expired: ref_height=%d final_height=%d"
                            .formatted(reference, finalized));
        }
    }

    /** The refusal of a reference block nobody knows. */
    static Refusal unknownReference() {
        return invalid("unknown reference block");
    }

    /** The rehearsal's own refusal, the only one a real network does not know. */
    static Refusal unknownScript() {
        return invalid(
                "this network is a rehearsal: it runs the transactions that Epoch Desk ships and"
                        + " the core contracts' own templates, and this is none of them");
    }

    /** What comes last: addresses, signatures' form, who signed. */
    void afterScript() throws Refusal {
        for (FlowAddress address : addresses()) {
            if (!AddressSpace.TRANSIENT.has(address)) {
                throw invalid("invalid address: " + address.hex());
            }
        }
        for (Signature signature : signatures()) {
            if (signature.signature().length != SIGNATURE_BYTES) {
                throw invalid(
                        "the cryptographic signature within the transaction signature has an"
                                + " invalid format: key "
                                + signature.keyIndex()
                                + " of "
                                + signature.address().hex());
            }
        }
        checkSigners();
    }

    private void checkSigners() throws Refusal {
        Set<Map.Entry<FlowAddress, Integer>> seen = new HashSet<>();
        for (Signature signature : signatures()) {
            if (!seen.add(Map.entry(signature.address(), signature.keyIndex()))) {
                throw invalid(
                        "duplicated signature for key (address: %s, index: %d)"
                                .formatted(signature.address().hex(), signature.keyIndex()));
            }
        }
        FlowAddress payer = transaction.payer();
        FlowAddress proposer = transaction.proposalKey().address();
        if (!signed(transaction.envelopeSignatures(), payer)) {
            throw missing("payer envelope signature is missing", payer);
        }
        if (!signed(signatures(), proposer)) {
            throw missing("proposer signature on either payload or envelope is missing", proposer);
        }
        for (FlowAddress authorizer : transaction.authorizers()) {
            if (!signed(signatures(), authorizer)) {
                throw missing(
                        "authorizer signature on either payload or envelope is missing",
                        authorizer);
            }
        }
        for (Signature signature : signatures()) {
            FlowAddress signer = signature.address();
            if (!signer.equals(payer)
                    && !signer.equals(proposer)
                    && !transaction.authorizers().contains(signer)) {
                throw invalid("unrelated account signature from address: " + signer.hex());
            }
        }
    }

    private static boolean signed(List<Signature> signatures, FlowAddress address) {
        return signatures.stream().anyMatch(one -> one.address().equals(address));
    }

    private static Refusal missing(String what, FlowAddress address) {
        return invalid(what + ": missing signature is from account " + address.hex());
    }

    private List<String> missing() {
        List<String> fields = new ArrayList<>();
        if (transaction.script().length == 0) {
            fields.add("script");
        }
        if (isZero(transaction.referenceBlockId())) {
            fields.add("referenceBlockID");
        }
        if (transaction.payer().value() == 0) {
            fields.add("payer");
        }
        return fields;
    }

    private static boolean isZero(byte[] bytes) {
        return Arrays.equals(bytes, new byte[bytes.length]);
    }

    private long size() {
        long size = (long) Identifier.BYTES + transaction.script().length;
        for (byte[] argument : transaction.arguments()) {
            size += argument.length;
        }
        size += (long) COMPUTE_FIELD + PROPOSAL_KEY + ADDRESS;
        size += (long) ADDRESS * transaction.authorizers().size();
        for (Signature signature : signatures()) {
            size += ADDRESS + 8L + 8 + signature.signature().length;
        }
        return size;
    }

    private List<FlowAddress> addresses() {
        return Stream.concat(transaction.authorizers().stream(), Stream.of(transaction.payer()))
                .toList();
    }

    private List<Signature> signatures() {
        return Stream.concat(
                        transaction.payloadSignatures().stream(),
                        transaction.envelopeSignatures().stream())
                .toList();
    }

    private static Refusal invalid(String words) {
        return new Refusal(Refusal.Kind.INVALID_ARGUMENT, "invalid transaction: " + words);
    }
}
