package io.epochdesk.registration;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Parameters.Parameter;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.TransactionFault;
import io.epochdesk.live.Reading;
import io.epochdesk.network.AccountState;
import io.epochdesk.network.ProposalKey;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.network.TransactionSender.Footing;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What must hold of a signed file before it is sent. */
final class FileRules {

    private final Workplace place;

    FileRules(Workplace place) {
        this.place = place;
    }

    /**
     * Makes sure of everything.
     *
     * @param foreign whether the operator lets a file pass that was not built here
     * @throws FaultException with the first thing that does not hold
     */
    void require(SignedFile file, boolean foreign) {
        Binding.of(file.identity()).require(place.identity());
        oneSigner(file.body());
        ofThisNetwork(file);
        builtHere(file, foreign);
        arguments(file);
        Footing footing = place.network().transactions().footing(file.body().payer());
        if (!file.isOnItsWay()) {
            inTime(file);
            unused(file.body().proposalKey(), footing.account());
            idle(file);
        }
        new Signatures(place.codec()).requireSendable(file.body(), footing.account());
    }

    private static void oneSigner(TransactionBody body) {
        if (!body.isOfOne() || !body.payloadSignatures().isEmpty()) {
            throw SignedFiles.unexpected(
                    "it is not one account that proposes, pays and authorizes");
        }
    }

    private static void ofThisNetwork(SignedFile file) {
        if (file.reference().isEmpty()) {
            throw TransactionFault.of(
                    TransactionFault.Kind.UNKNOWN_REFERENCE,
                    "",
                    "block",
                    file.body().referenceBlock());
        }
    }

    private static void builtHere(SignedFile file, boolean foreign) {
        if (foreign || file.flow() != null) {
            return;
        }
        if (file.template() == null) {
            throw TransactionFault.of(
                    TransactionFault.Kind.FOREIGN_SCRIPT, "", "hash", file.sha256());
        }
        throw TransactionFault.of(TransactionFault.Kind.NOT_BUILT_HERE, "");
    }

    private static void arguments(SignedFile file) {
        List<Parameter> parameters = SignedFiles.parameters(file.body());
        if (parameters.size() != file.arguments().size()) {
            throw SignedFiles.unexpected(
                    "its text takes %d arguments and it has %d"
                            .formatted(parameters.size(), file.arguments().size()));
        }
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (!parameter.takes(file.arguments().get(i).value())) {
                throw SignedFiles.unexpected(
                        "argument %s is no %s".formatted(parameter.name(), parameter.type()));
            }
        }
    }

    private static void inTime(SignedFile file) {
        if (file.blocksLeft().orElse(0) == 0) {
            throw TransactionFault.of(
                    TransactionFault.Kind.EXPIRED,
                    "",
                    "height",
                    Long.toString(file.height()),
                    "last",
                    Long.toString(file.reference().orElse(0) + TransactionBody.EXPIRY));
        }
    }

    private static void unused(ProposalKey key, AccountState account) {
        long now = Signatures.key(account, key.keyIndex()).sequenceNumber();
        if (now != key.sequenceNumber()) {
            throw SignedFiles.unexpected(
                    "its sequence number is %d and that of key %d is %d"
                            .formatted(key.sequenceNumber(), key.keyIndex(), now));
        }
    }

    /** What the node software does itself is not sent beside it, wherever it was built. */
    private void idle(SignedFile file) {
        FlowKind kind = expert(file.template());
        if (kind == null) {
            return;
        }
        FlowAddress account = file.body().payer();
        Reading<Circumstances> now =
                new CircumstancesReader(place.network().scripts())
                        .read(
                                new CircumstancesReader.Question(
                                        account, List.of(), List.of(), "", "", ""));
        Inquiry inquiry =
                new Inquiry(kind, Values.none(), now, place.network().profile(), Map.of());
        new NodeIdleness(place.network()).look(inquiry);
        if (!inquiry.preflight().unfit().isEmpty()) {
            throw TransactionFault.of(
                    TransactionFault.Kind.FORBIDDEN_HERE,
                    "",
                    "network",
                    place.network().profile().name());
        }
    }

    private static @Nullable FlowKind expert(@Nullable Template template) {
        for (FlowKind kind : FlowKind.values()) {
            if (kind.isExpert() && template != null && kind.templates().contains(template)) {
                return kind;
            }
        }
        return null;
    }
}
