package io.epochdesk.network.access;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.TransactionFault;
import io.epochdesk.network.KeySignature;
import io.epochdesk.network.ProposalKey;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.network.access.RlpReader.Item;
import io.epochdesk.network.access.RlpReader.Items;
import io.epochdesk.network.access.RlpReader.Malformed;
import io.epochdesk.network.access.RlpReader.Text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads a transaction as flow-go-sdk's {@code DecodeTransaction} does: the payload alone, payload
 * and payload signatures, or these and the envelope signatures.
 */
final class TransactionReader {

    /** The chain takes no larger one. */
    static final int LARGEST = 1_500_000;

    private static final int PAYLOAD_FIELDS = 9;
    private static final int ADDRESS = 8;
    private static final int BLOCK_ID = 32;
    private static final int SIGNATURE = 64;

    private final byte[] encoded;

    TransactionReader(byte[] encoded) {
        this.encoded = encoded;
    }

    TransactionBody read() {
        try {
            if (encoded.length > LARGEST) {
                throw new Malformed("it is larger than " + LARGEST + " bytes");
            }
            return transaction(list(RlpReader.read(encoded), "the transaction"));
        } catch (Malformed e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static FaultException refused(String reason) {
        return TransactionFault.of(TransactionFault.Kind.NOT_CANONICAL, "", "reason", reason);
    }

    private static TransactionBody transaction(List<Item> items) throws Malformed {
        if (items.isEmpty()) {
            throw new Malformed("it is empty");
        }
        if (items.getFirst() instanceof Text) {
            return payload(items);
        }
        TransactionBody payload = payload(list(items.getFirst(), "the payload"));
        if (items.size() < 2 || items.size() > 3) {
            throw new Malformed("it has " + items.size() + " parts and not two or three");
        }
        List<FlowAddress> signers = payload.signers();
        return new TransactionBody(
                payload.script(),
                payload.arguments(),
                payload.referenceBlock(),
                payload.computeLimit(),
                payload.proposalKey(),
                payload.payer(),
                payload.authorizers(),
                signatures(items.get(1), signers),
                items.size() == 3 ? signatures(items.get(2), signers) : List.of());
    }

    private static TransactionBody payload(List<Item> fields) throws Malformed {
        if (fields.size() != PAYLOAD_FIELDS) {
            throw new Malformed("its payload has " + fields.size() + " fields and not nine");
        }
        List<String> arguments = new ArrayList<>();
        for (Item argument : list(fields.get(1), "the arguments")) {
            arguments.add(text(argument, "an argument"));
        }
        List<FlowAddress> authorizers = new ArrayList<>();
        for (Item authorizer : list(fields.get(8), "the authorizers")) {
            authorizers.add(address(authorizer, "an authorizer"));
        }
        return new TransactionBody(
                text(fields.get(0), "the script"),
                arguments,
                HexFormat.of().formatHex(bytes(fields.get(2), BLOCK_ID, "the reference block")),
                number(fields.get(3), "the compute limit"),
                new ProposalKey(
                        address(fields.get(4), "the proposer"),
                        index(fields.get(5), "the proposer's key"),
                        number(fields.get(6), "the sequence number")),
                address(fields.get(7), "the payer"),
                authorizers,
                List.of(),
                List.of());
    }

    private static List<KeySignature> signatures(Item item, List<FlowAddress> signers)
            throws Malformed {
        List<KeySignature> signatures = new ArrayList<>();
        for (Item one : list(item, "the signatures")) {
            List<Item> fields = list(one, "a signature");
            boolean plain = fields.size() == 3 || (fields.size() == 4 && isEmpty(fields.get(3)));
            if (!plain) {
                throw new Malformed("a signature is of a scheme this console does not know");
            }
            int signer = index(fields.get(0), "a signer");
            if (signer >= signers.size()) {
                throw new Malformed("a signature is by nobody who signs this transaction");
            }
            signatures.add(
                    new KeySignature(
                            signers.get(signer),
                            index(fields.get(1), "a key"),
                            HexFormat.of()
                                    .formatHex(bytes(fields.get(2), SIGNATURE, "a signature"))));
        }
        return signatures;
    }

    private static boolean isEmpty(Item item) {
        return item instanceof Text(byte[] bytes) && bytes.length == 0;
    }

    private static List<Item> list(Item item, String what) throws Malformed {
        if (item instanceof Items(List<Item> items)) {
            return items;
        }
        throw new Malformed(what + " is no list");
    }

    private static byte[] bytes(Item item, String what) throws Malformed {
        if (item instanceof Text(byte[] bytes)) {
            return bytes;
        }
        throw new Malformed(what + " is a list");
    }

    private static byte[] bytes(Item item, int length, String what) throws Malformed {
        byte[] bytes = bytes(item, what);
        if (bytes.length != length) {
            throw new Malformed(what + " has " + bytes.length + " bytes and not " + length);
        }
        return bytes;
    }

    private static String text(Item item, String what) throws Malformed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(item, what)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed(what + " is not UTF-8");
        }
    }

    private static FlowAddress address(Item item, String what) throws Malformed {
        return new FlowAddress(ByteBuffer.wrap(bytes(item, ADDRESS, what)).getLong());
    }

    private static int index(Item item, String what) throws Malformed {
        long number = number(item, what);
        if (number > Integer.MAX_VALUE) {
            throw new Malformed(what + " is too large a number");
        }
        return (int) number;
    }

    /** A number without leading zeros, below 2^63. */
    private static long number(Item item, String what) throws Malformed {
        byte[] digits = bytes(item, what);
        if (digits.length > Long.BYTES || (digits.length > 0 && digits[0] == 0)) {
            throw new Malformed(what + " is no canonical number");
        }
        long number = 0;
        for (byte digit : digits) {
            number = (number << 8) | (digit & 0xff);
        }
        if (number < 0) {
            throw new Malformed(what + " is too large a number");
        }
        return number;
    }
}
