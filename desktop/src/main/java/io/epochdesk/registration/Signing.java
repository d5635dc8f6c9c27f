package io.epochdesk.registration;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.TransactionFault;
import io.epochdesk.network.KeySignature;
import io.epochdesk.network.ProposalKey;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.network.TransactionSender.Footing;

import java.util.HexFormat;

/** Builds a flow's transaction and gathers its signatures, here or from files. */
final class Signing {

    /** With fewer blocks left than this, a file is not worth carrying elsewhere. */
    private static final long LEAST_LEFT = TransactionBody.EXPIRY / 2;

    private final FlowMemory memory;
    private final Signatures signatures;

    Signing(FlowMemory memory) {
        this.memory = memory;
        this.signatures = new Signatures(memory.place().codec());
    }

    /** The transaction, unsigned, on a fresh reference block and the present sequence number. */
    TransactionBody build() {
        return build(ready()).body();
    }

    /** A transaction and what it was built on. */
    private record Built(TransactionBody body, Footing footing) {}

    /** Makes sure that there is nothing left to do before; answers what the chain says just now. */
    private Footing ready() {
        memory.requireDecided();
        var _ = reviewed();
        memory.requirePassed();
        memory.requireConfirmed();
        return footing(memory.values().address(Field.ACCOUNT));
    }

    /** What the operator was shown: this and nothing else is signed. */
    private Review reviewed() {
        Review review = memory.current().review();
        if (review == null || review.template() != memory.plan().template()) {
            throw FlowMemory.notReady(memory.reviewStep());
        }
        return review;
    }

    private Built build(Footing footing) {
        Review review = reviewed();
        FlowAddress account = memory.values().address(Field.ACCOUNT);
        int proposer = memory.values().signingKeys().getFirst();
        TransactionBody body =
                TransactionBody.ofOne(
                        review.text().source(),
                        review.arguments().stream().map(Argument::json).toList(),
                        footing.reference().id(),
                        new ProposalKey(
                                account,
                                proposer,
                                Signatures.key(footing.account(), proposer).sequenceNumber()));
        Sending fresh =
                Sending.built(
                        memory.step().transaction(),
                        memory.hex(body),
                        footing.reference().height());
        boolean anew = memory.sending().filter(one -> one.stage() == Sending.Stage.BUILT).isEmpty();
        memory.keep(memory.record().sending(fresh, anew).at(memory.signStep()));
        return new Built(body, footing);
    }

    /** Builds it and has it signed by every key that is to sign. */
    TransactionBody sign(KeyRing ring) {
        Built built = build(ready());
        TransactionBody body = built.body();
        for (int index : memory.values().signingKeys()) {
            body =
                    signatures.signed(
                            body,
                            built.footing().account(),
                            index,
                            ring.signer(memory.record().network().chain(), body.payer(), index));
        }
        keep(body);
        return body;
    }

    /** Adds the signatures of some keys to the transaction as it is, beside those it has. */
    TransactionBody sign(KeyRing ring, int index) {
        TransactionBody body = memory.body(memory.sending(Sending.Stage.BUILT));
        Footing footing = footing(body.payer());
        TransactionBody signed =
                signatures.signed(
                        body,
                        footing.account(),
                        index,
                        ring.signer(memory.record().network().chain(), body.payer(), index));
        keep(signed);
        return signed;
    }

    /**
     * The transaction as flow-cli reads it: hex digits of RLP.
     *
     * @throws FaultException with {@code TXN-804} when too little of its time is left
     */
    String file() {
        Sending built = memory.sending(Sending.Stage.BUILT);
        long left = left(built, footing(memory.body(built).payer()));
        if (left < LEAST_LEFT) {
            throw TransactionFault.of(
                    TransactionFault.Kind.TOO_LITTLE_TIME,
                    "",
                    "left",
                    Long.toString(left),
                    "least",
                    Long.toString(LEAST_LEFT));
        }
        return built.encoded();
    }

    /**
     * Takes a file back that was signed elsewhere, and adds its signatures to those there are.
     *
     * @throws FaultException with {@code TXN-801} when it is no transaction, with {@code TXN-803}
     *     when it is another one, with {@code TXN-810} when a signature does not fit
     */
    TransactionBody take(String file) {
        TransactionBody mine = memory.body(memory.sending(Sending.Stage.BUILT));
        TransactionBody theirs = memory.place().codec().decode(bytes(file));
        Differences.require(mine, theirs);
        TransactionBody all = mine;
        for (KeySignature one : theirs.envelopeSignatures()) {
            all = all.with(one);
        }
        int _ = signatures.requireGood(all, footing(mine.payer()).account());
        keep(all);
        return all;
    }

    /** What the signatures gathered so far weigh; 1000 are needed. */
    int weight() {
        TransactionBody body = memory.body(memory.sending(Sending.Stage.BUILT));
        return signatures.requireGood(body, footing(body.payer()).account());
    }

    /** Makes sure that the transaction can be sent as it is, and in time. */
    TransactionBody requireSendable() {
        Sending built = memory.sending(Sending.Stage.BUILT);
        TransactionBody body = memory.body(built);
        Footing footing = footing(body.payer());
        if (left(built, footing) == 0) {
            throw TransactionFault.of(
                    TransactionFault.Kind.EXPIRED,
                    "",
                    "height",
                    Long.toString(footing.reference().height()),
                    "last",
                    Long.toString(built.last()));
        }
        signatures.requireSendable(body, footing.account());
        return body;
    }

    private static long left(Sending built, Footing footing) {
        return Math.max(0, built.last() - footing.reference().height());
    }

    /** The chain as it stands for an account, on the flow's network and no other. */
    private Footing footing(FlowAddress account) {
        var _ = memory.identity();
        Footing footing = memory.place().network().transactions().footing(account);
        memory.record().network().require(footing.identity());
        return footing;
    }

    private void keep(TransactionBody body) {
        memory.keep(
                memory.record()
                        .sending(
                                memory.sending(Sending.Stage.BUILT).signed(memory.hex(body)),
                                false));
    }

    /** The bytes of a file of hex digits, with or without {@code 0x}. */
    static byte[] bytes(String file) {
        String digits = file.strip();
        try {
            return HexFormat.of().parseHex(digits.startsWith("0x") ? digits.substring(2) : digits);
        } catch (IllegalArgumentException e) {
            throw TransactionFault.of(
                    TransactionFault.Kind.NOT_CANONICAL, "", "reason", "it is not hexadecimal");
        }
    }
}
