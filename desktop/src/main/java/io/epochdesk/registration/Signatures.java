package io.epochdesk.registration;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.TransactionFault;
import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.keys.AccountSigner;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.network.AccountState;
import io.epochdesk.network.KeySignature;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.network.TransactionCodec;

import java.util.HexFormat;

/** Signatures against the keys that an account has on chain. */
final class Signatures {

    /** The weight that signs. */
    private static final int FULL_WEIGHT = 1_000;

    private final TransactionCodec codec;

    Signatures(TransactionCodec codec) {
        this.codec = codec;
    }

    /**
     * The usable key of an index.
     *
     * @throws FaultException with {@code TXN-806} or {@code TXN-807} when there is none
     */
    static AccountState.Key key(AccountState account, int index) {
        AccountState.Key key =
                account.key(index)
                        .orElseThrow(
                                () -> fault(TransactionFault.Kind.NO_SUCH_KEY, account, index));
        if (key.revoked()) {
            throw fault(TransactionFault.Kind.KEY_REVOKED, account, index);
        }
        return key;
    }

    /**
     * The transaction with the signature of one more key on its envelope.
     *
     * @throws FaultException with {@code TXN-808} when the signer has another key than the account;
     *     nothing was signed then
     */
    TransactionBody signed(
            TransactionBody transaction, AccountState account, int index, AccountSigner signer) {
        AccountState.Key key = key(account, index);
        if (!publicKey(key).equals(signer.publicKey())
                || signer.hash().code() != key.hashAlgorithm()) {
            throw fault(TransactionFault.Kind.KEY_DIFFERS, account, index);
        }
        byte[] signature = signer.sign(codec.envelopeMessage(transaction));
        TransactionBody signed =
                transaction.with(
                        new KeySignature(
                                account.address(), index, HexFormat.of().formatHex(signature)));
        requireGood(signed, account);
        return signed;
    }

    /**
     * Makes sure of every envelope signature.
     *
     * @return what the signatures of the account weigh together
     * @throws FaultException with {@code TXN-810} when one does not fit, or as {@link #key} does
     */
    int requireGood(TransactionBody transaction, AccountState account) {
        byte[] message = codec.envelopeMessage(transaction);
        int weight = 0;
        for (KeySignature one : transaction.envelopeSignatures()) {
            AccountState.Key key = key(account, one.keyIndex());
            if (!one.address().equals(account.address()) || !isBy(key, message, one)) {
                throw fault(TransactionFault.Kind.SIGNATURE_WRONG, account, one.keyIndex());
            }
            weight += key.weight();
        }
        return weight;
    }

    /** Whether an envelope signature is that of a key of an account that may still sign. */
    boolean fits(TransactionBody transaction, AccountState account, KeySignature one) {
        return one.address().equals(account.address())
                && account.key(one.keyIndex()).stream()
                        .filter(key -> !key.revoked())
                        .anyMatch(key -> isBy(key, codec.envelopeMessage(transaction), one));
    }

    /** The weight of a key; 0 when there is none, or it was revoked. */
    static int weight(AccountState account, int index) {
        return account.key(index).stream()
                .filter(key -> !key.revoked())
                .mapToInt(AccountState.Key::weight)
                .findFirst()
                .orElse(0);
    }

    /** Makes sure that a transaction of one account can be sent as it is signed. */
    void requireSendable(TransactionBody transaction, AccountState account) {
        int weight = requireGood(transaction, account);
        if (weight < FULL_WEIGHT) {
            throw TransactionFault.of(
                    TransactionFault.Kind.TOO_LITTLE_WEIGHT,
                    "",
                    "account",
                    account.address().toString(),
                    "weight",
                    Integer.toString(weight));
        }
    }

    private static boolean isBy(AccountState.Key key, byte[] message, KeySignature signature) {
        return publicKey(key)
                .verifies(hash(key), message, HexFormat.of().parseHex(signature.signature()));
    }

    private static AccountPublicKey publicKey(AccountState.Key key) {
        return AccountPublicKey.ofHex(
                SignatureAlgorithm.ofCode(key.signatureAlgorithm()), key.publicKey());
    }

    private static HashAlgorithm hash(AccountState.Key key) {
        return HashAlgorithm.ofCode(key.hashAlgorithm());
    }

    private static FaultException fault(
            TransactionFault.Kind kind, AccountState account, int index) {
        return TransactionFault.of(
                kind, "", "account", account.address().toString(), "key", Integer.toString(index));
    }
}
