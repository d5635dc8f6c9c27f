package io.epochdesk.registration;

import io.epochdesk.cadence.AddressSpace;
import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Parameters;
import io.epochdesk.cadence.Parameters.Parameter;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.TransactionFault;
import io.epochdesk.network.AccountState;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.KeySignature;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.network.TransactionProgress;
import io.epochdesk.network.TransactionSender.Footing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads files of signed transactions and makes out what they are. */
final class SignedFiles {

    private final Workplace place;
    private final FlowRecords records;
    private final CadenceDecoder decoder = new CadenceDecoder();

    SignedFiles(Workplace place, FlowRecords records) {
        this.place = place;
        this.records = records;
    }

    /**
     * The transaction of one or several files, with all of their signatures.
     *
     * @throws FaultException with {@code TXN-801} when one is no transaction, with {@code TXN-803}
     *     when they are several transactions, with {@code TXN-802} when the account is another
     *     network's, with {@code TXN-821} when an argument is not readable
     */
    SignedFile read(List<String> files) {
        ChainIdentity identity = place.identity();
        TransactionBody body = together(files);
        ofThisNetwork(body.payer(), identity.chain().value());
        String id = place.codec().id(body);
        Footing footing = place.network().transactions().footing(body.payer());
        Optional<FlowRecord> flow = flowOf(body);
        Optional<TemplateTexts.Found> found = place.texts().find(body.script());
        return new SignedFile(
                id,
                body,
                TemplateTexts.sha256(body.script()),
                found.map(TemplateTexts.Found::template).orElse(null),
                found.filter(TemplateTexts.Found::isAudited).isPresent(),
                arguments(body),
                reference(body),
                footing.reference().height(),
                signatures(body, footing.account()),
                flow.orElse(null),
                isOnItsWay(id, flow, identity),
                footing.identity());
    }

    /** An address of another network is no account here, and nothing is to be learnt about it. */
    private static void ofThisNetwork(FlowAddress payer, String chain) {
        if (!AddressSpace.of(chain).has(payer)) {
            throw TransactionFault.of(
                    TransactionFault.Kind.OTHER_NETWORK,
                    "",
                    "made",
                    "of account " + payer,
                    "open",
                    chain);
        }
    }

    private TransactionBody together(List<String> files) {
        TransactionBody all = place.codec().decode(Signing.bytes(files.getFirst()));
        for (String each : files.subList(1, files.size())) {
            TransactionBody other = place.codec().decode(Signing.bytes(each));
            Differences.require(all, other);
            for (KeySignature one : other.envelopeSignatures()) {
                all = all.with(one);
            }
        }
        return all;
    }

    private OptionalLong reference(TransactionBody body) {
        return place.network().transactions().block(body.referenceBlock()).stream()
                .mapToLong(BlockHeader::height)
                .findFirst();
    }

    private boolean isOnItsWay(String id, Optional<FlowRecord> flow, ChainIdentity identity) {
        boolean told =
                flow.stream()
                        .flatMap(record -> record.sendings().stream())
                        .anyMatch(sending -> sending.isUndecided() && id.equals(sending.id()));
        return told
                || place.network().transactions().progress(id, identity).state()
                        != TransactionProgress.State.UNKNOWN;
    }

    private Optional<FlowRecord> flowOf(TransactionBody body) {
        Binding here = Binding.of(place.identity());
        return records.all().flows().stream()
                .filter(record -> record.network().equals(here))
                .filter(record -> isLastOf(record, body))
                .findFirst();
    }

    /** Whether it is what a flow built last and has not seen the end of. */
    private boolean isLastOf(FlowRecord record, TransactionBody body) {
        return record.sending(record.step().transaction()).stream()
                .filter(sending -> sending.stage() != Sending.Stage.ENDED)
                .map(sending -> HexFormat.of().parseHex(sending.encoded()))
                .anyMatch(own -> place.codec().decode(own).unsigned().equals(body.unsigned()));
    }

    private List<SignedFile.Signature> signatures(TransactionBody body, AccountState payer) {
        Signatures judge = new Signatures(place.codec());
        return body.envelopeSignatures().stream()
                .map(
                        one ->
                                new SignedFile.Signature(
                                        one.address(),
                                        one.keyIndex(),
                                        one.address().equals(payer.address())
                                                ? Signatures.weight(payer, one.keyIndex())
                                                : 0,
                                        judge.fits(body, payer, one)))
                .toList();
    }

    private List<Argument> arguments(TransactionBody body) {
        List<Parameter> parameters = parameters(body);
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < body.arguments().size(); i++) {
            String name = i < parameters.size() ? parameters.get(i).name() : Integer.toString(i);
            try {
                arguments.add(
                        new Argument(
                                name,
                                decoder.decode(
                                        body.arguments().get(i).getBytes(StandardCharsets.UTF_8))));
            } catch (FaultException e) {
                throw unexpected("argument " + name + " is no JSON-Cadence");
            }
        }
        return arguments;
    }

    /** What the text declares; nothing when it is not readable. */
    static List<Parameter> parameters(TransactionBody body) {
        try {
            return Parameters.of(body.script());
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    static FaultException unexpected(String reason) {
        return TransactionFault.of(TransactionFault.Kind.UNEXPECTED_SHAPE, "", "reason", reason);
    }
}
