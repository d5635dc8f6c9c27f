package io.epochdesk.registration;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.live.Reading;
import io.epochdesk.network.ChainIdentity;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Asks the chain about a flow: the checks, and the review with its dry run. */
final class Checking {

    private final FlowMemory memory;
    private final CircumstancesReader reader;
    private Map<Integer, AccountPublicKey> keysAtHand = Map.of();
    private @Nullable Circumstances known;

    Checking(FlowMemory memory) {
        this.memory = memory;
        this.reader = new CircumstancesReader(memory.place().network().scripts());
    }

    void keysAtHand(Map<Integer, AccountPublicKey> keys) {
        keysAtHand = Map.copyOf(keys);
    }

    /** All checks before the flow's transaction of this step. */
    Preflight check() {
        ChainIdentity identity = memory.identity();
        CircumstancesReader.Question question = question();
        Reading<Circumstances> reading = reader.read(question);
        known = reading.value();
        Inquiry inquiry =
                new Inquiry(
                        memory.kind(),
                        memory.values(),
                        reading,
                        memory.place().network().profile(),
                        keysAtHand);
        inquiry.find(
                Check.NETWORK,
                Verdict.FIT,
                List.of(inquiry.told("root block", identity.rootBlock(), "GetNodeVersionInfo")),
                "chain",
                identity.chain().value());
        memory.place()
                .secondOpinions()
                .of(memory.place().network(), question, reading)
                .ifPresent(inquiry::add);
        earlierAttempt(inquiry);
        if (memory.kind().isExpert()) {
            new NodeIdleness(memory.place().network()).look(inquiry);
        }
        if (memory.step().transaction() == 1) {
            return PreflightRules.ofRevoking(inquiry, newKey(), sequence(newKey()));
        }
        return PreflightRules.of(inquiry);
    }

    /** An attempt of which nobody tells whether it was carried out. */
    private void earlierAttempt(Inquiry inquiry) {
        memory.sending()
                .filter(
                        sending ->
                                sending.ending() != null
                                        && sending.ending().kind() == Ending.Kind.UNKNOWN)
                .ifPresent(
                        sending ->
                                inquiry.find(
                                        Check.EARLIER_ATTEMPT,
                                        Verdict.AT_RISK,
                                        List.of(),
                                        "id",
                                        String.valueOf(sending.id())));
    }

    private CircumstancesReader.Question question() {
        return Questions.of(memory.kind(), memory.values(), memory.place().network().scripts());
    }

    /** Index of the key that was added. */
    private int newKey() {
        return Integer.parseInt(
                memory.record().results().getOrDefault(FlowRecord.Result.KEY_INDEX, "0"));
    }

    /** How often a key of the flow's account has been used. */
    long sequence(int index) {
        FlowAddress account = memory.values().address(Field.ACCOUNT);
        return memory.place().network().sequenceNumbers().of(List.of(account)).values().stream()
                .map(reading -> reading.value().getOrDefault(index, 0L))
                .findFirst()
                .orElse(0L);
    }

    /** What will be signed. */
    Review review() {
        ChainIdentity identity = memory.identity();
        TransactionPlan plan = memory.plan();
        FlowAddress signer = memory.values().address(Field.ACCOUNT);
        Circumstances now = known == null ? reader.read(question()).value() : known;
        return new Review(
                memory.place().network().profile().name(),
                identity.chain(),
                signer,
                memory.values().signingKeys(),
                plan.template(),
                memory.place().texts().of(plan.template()),
                plan.arguments(),
                spent(plan.template(), now),
                now.fees().maximumFee(),
                new DryRunner(memory.place().network().scripts()).run(plan, signer));
    }

    private BigDecimal spent(Template template, Circumstances now) {
        Values values = memory.values();
        return switch (template) {
            case REGISTER_NODE -> values.amount(Field.STAKE).add(now.fees().minimumReservation());
            case CREATE_MACHINE_ACCOUNT -> now.fees().minimumReservation();
            case TRANSFER -> values.amount(Field.AMOUNT);
            case REFILL ->
                    values.refills().stream()
                            .map(Values.Refill::amount)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            default -> BigDecimal.ZERO;
        };
    }
}
