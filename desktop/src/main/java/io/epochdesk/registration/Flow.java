package io.epochdesk.registration;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.TransactionFault;
import io.epochdesk.history.Activity;
import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.keys.bootstrap.PublicNodeInfo;
import io.epochdesk.live.LatestValue;
import io.epochdesk.live.Reading;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.ProposalKey;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.network.TransactionSender.Footing;
import io.epochdesk.network.TransactionSender.HandedIn;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One guided flow: a sequence of steps that a wizard shows and a command runs through. What it
 * knows is kept at every change, so that it goes on after a crash where it was; what may have been
 * sent is followed and never sent again.
 *
 * <p>Every method that asks the chain blocks, and throws a {@link FaultException} when that cannot
 * be done; the flow then stands where it stood. Methods may be called from any thread, one at a
 * time.
 */
public final class Flow {

    private final Workplace place;
    private final FlowRecords records;
    private final CircumstancesReader circumstances;
    private final Signatures signatures;
    private final LatestValue<FlowState> state;
    private Map<Integer, AccountPublicKey> keysAtHand = Map.of();

    Flow(Workplace place, FlowRecords records, FlowRecord record) {
        this.place = place;
        this.records = records;
        this.circumstances = new CircumstancesReader(place.network().scripts());
        this.signatures = new Signatures(place.codec());
        this.state = new LatestValue<>(new FlowState(record, null, null, null, null));
    }

    /** Where it stands, and every change of it. */
    public LatestValue<FlowState> state() {
        return state;
    }

    /** What is kept of it. */
    public FlowRecord record() {
        return state.current().record();
    }

    /** Which flow it is. */
    public FlowKind kind() {
        return record().kind();
    }

    /** Where it is. */
    public Step step() {
        return record().step();
    }

    /** The values as they are. */
    public Values values() {
        return record().entered();
    }

    /** What is wrong with the values, by field; nothing is asked of a chain. */
    public Map<Field, FieldProblem> problems() {
        Map<Field, FieldProblem> problems = new EnumMap<>(Field.class);
        for (Field field : kind().fields()) {
            values().problem(field).ifPresent(problem -> problems.put(field, problem));
        }
        return problems;
    }

    /**
     * Takes a value over. What was found or agreed to with another one no longer counts.
     *
     * @throws FaultException with {@code TXN-811} while a transaction of the flow is undecided
     */
    public synchronized void enter(Field field, String text) {
        enter(Map.of(field, text), "");
    }

    /**
     * Takes values over.
     *
     * @param origin where they come from, such as a file; empty for typed ones
     */
    public synchronized void enter(Map<Field, String> texts, String origin) {
        requireDecided();
        FlowRecord changed = record().entering(texts, origin);
        if (!changed.values().equals(record().values())) {
            Step back = changed.step().isBeforeSigning() ? changed.step() : Step.VALUES;
            keep(state.current().afresh(changed.at(back == Step.REVIEW ? Step.VALUES : back)));
        } else {
            keep(state.current().with(changed));
        }
    }

    /**
     * Takes over what a bootstrap folder tells everybody of a node.
     *
     * @param file where it was read
     */
    public void enter(PublicNodeInfo info, String file) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        texts.put(Field.NODE_ID, info.nodeId());
        texts.put(Field.ROLE, info.role());
        texts.put(Field.NETWORKING_ADDRESS, info.address());
        texts.put(Field.NETWORKING_KEY, info.networkingKey());
        texts.put(Field.STAKING_KEY, info.stakingKey());
        texts.put(Field.PROOF_OF_POSSESSION, info.proofOfPossession());
        texts.keySet().retainAll(Set.copyOf(kind().fields()));
        enter(texts, file);
    }

    /**
     * Public keys that are at hand for the signing account, by index: the checks compare them with
     * the account's. Nothing secret.
     */
    public synchronized void keysAtHand(Map<Integer, AccountPublicKey> keys) {
        keysAtHand = Map.copyOf(keys);
    }

    /**
     * Goes to a step: back to any, forward to the next when all before it is done. What was entered
     * stays.
     *
     * @throws FaultException with {@code TXN-812} when something has to be done first
     */
    public synchronized void go(Step to) {
        if (!kind().steps().contains(to)) {
            throw new IllegalArgumentException(kind() + " has no step " + to);
        }
        if (to.isBeforeSigning()) {
            requireDecided();
        }
        if (to.compareTo(Step.PREFLIGHT) >= 0 && !problems().isEmpty()) {
            throw notReady(Step.VALUES);
        }
        if (to.compareTo(Step.REVIEW) >= 0 && !isPassed()) {
            throw notReady(Step.PREFLIGHT);
        }
        if (to.compareTo(Step.SIGN) >= 0 && record().sendings().isEmpty() && !isReviewed()) {
            throw notReady(Step.REVIEW);
        }
        keep(state.current().with(record().at(to)));
    }

    private boolean isPassed() {
        Preflight preflight = state.current().preflight();
        return !record().sendings().isEmpty()
                || (preflight != null && preflight.letsPass(record().accepted()));
    }

    private boolean isReviewed() {
        return state.current().review() != null;
    }

    /** Asks the chain for every check of the flow. */
    public synchronized Preflight check() {
        if (!problems().isEmpty()) {
            throw notReady(Step.VALUES);
        }
        ChainIdentity identity = identity();
        CircumstancesReader.Question question = question();
        Reading<Circumstances> reading = circumstances.read(question);
        Inquiry inquiry =
                new Inquiry(kind(), values(), reading, place.network().profile(), keysAtHand);
        inquiry.find(
                Check.NETWORK,
                Verdict.FIT,
                List.of(inquiry.told("root block", identity.rootBlock(), "GetNodeVersionInfo")),
                "chain",
                identity.chain().value());
        place.secondOpinions().of(place.network(), question, reading).ifPresent(inquiry::add);
        Preflight preflight = PreflightRules.of(inquiry);
        keep(state.current().checked(preflight).with(record().at(Step.PREFLIGHT)));
        return preflight;
    }

    /** What the flow asks of the chain. */
    CircumstancesReader.Question question() {
        return Questions.of(kind(), values(), place.network().scripts());
    }

    /** The operator agrees to these risks, having been told of them. */
    public synchronized void accept(Set<Check> risks) {
        Set<Check> all = EnumSet.noneOf(Check.class);
        all.addAll(record().accepted());
        all.addAll(risks);
        keep(state.current().with(record().accepting(all)));
    }

    /**
     * Makes the review, dry run included.
     *
     * @throws FaultException with {@code TXN-820} when the checks stop the flow, with {@code
     *     TXN-812} when they were not made or a risk was not agreed to
     */
    public synchronized Review review() {
        requirePassed();
        ChainIdentity identity = identity();
        TransactionPlan plan = plan();
        FlowAddress signer = values().address(Field.ACCOUNT);
        Reading<Circumstances> reading = circumstances.read(question());
        Review review =
                new Review(
                        place.network().profile().name(),
                        identity.chain(),
                        signer,
                        values().signingKeys(),
                        plan.template(),
                        place.texts().of(plan.template()),
                        plan.arguments(),
                        spent(plan.template(), reading.value()),
                        reading.value().fees().maximumFee(),
                        new DryRunner(place.network().scripts()).run(plan, signer));
        Step at = step().transaction() == 0 ? Step.REVIEW : Step.REVIEW_REVOKING;
        keep(state.current().reviewed(review).with(record().at(at)));
        return review;
    }

    private BigDecimal spent(Template template, Circumstances now) {
        return switch (template) {
            case REGISTER_NODE -> values().amount(Field.STAKE).add(now.fees().minimumReservation());
            case CREATE_MACHINE_ACCOUNT -> now.fees().minimumReservation();
            case TRANSFER -> values().amount(Field.AMOUNT);
            case REFILL ->
                    values().refills().stream()
                            .map(Values.Refill::amount)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            default -> BigDecimal.ZERO;
        };
    }

    private TransactionPlan plan() {
        return TransactionPlan.of(kind().templates().get(step().transaction()), values());
    }

    private void requirePassed() {
        Preflight preflight = state.current().preflight();
        if (preflight == null) {
            throw notReady(Step.PREFLIGHT);
        }
        Optional<Finding> unfit = preflight.unfit().stream().findFirst();
        if (unfit.isPresent()) {
            throw TransactionFault.of(
                    TransactionFault.Kind.UNFIT, "", "check", unfit.get().check().name());
        }
        if (!preflight.letsPass(record().accepted())) {
            throw notReady(Step.PREFLIGHT);
        }
    }

    /**
     * Builds the transaction unsigned, on a fresh reference block and the present sequence number,
     * in place of one that was not sent.
     *
     * @throws FaultException as {@link #review()}, and with {@code TXN-811} while an earlier one is
     *     undecided
     */
    public synchronized TransactionBody build() {
        requireDecided();
        if (!isReviewed()) {
            throw notReady(Step.REVIEW);
        }
        requirePassed();
        ChainIdentity identity = identity();
        FlowAddress account = values().address(Field.ACCOUNT);
        Footing footing = place.network().transactions().footing(account);
        record().network().require(footing.identity());
        int proposer = values().signingKeys().getFirst();
        TransactionPlan plan = plan();
        TransactionBody body =
                TransactionBody.ofOne(
                        place.texts().of(plan.template()).source(),
                        plan.arguments().stream().map(Argument::json).toList(),
                        footing.reference().id(),
                        new ProposalKey(
                                account,
                                proposer,
                                Signatures.key(footing.account(), proposer).sequenceNumber()));
        record().network().require(identity);
        Sending fresh =
                new Sending(
                        step().transaction(),
                        hex(body),
                        footing.reference().height(),
                        null,
                        Sending.Stage.BUILT,
                        0,
                        null);
        boolean anew = sending().filter(one -> one.stage() == Sending.Stage.BUILT).isEmpty();
        keep(state.current().with(record().sending(fresh, anew).at(signStep())));
        return body;
    }

    private Step signStep() {
        return step().transaction() == 0 ? Step.SIGN : Step.SIGN_REVOKING;
    }

    /**
     * Builds the transaction afresh and has it signed by every key that is to sign. The ring is
     * asked last, when everything else was found in order.
     *
     * @throws FaultException as {@link #build()}, with {@code TXN-802} on another network, with
     *     {@code TXN-808} when a key at hand is not the account's; nothing was signed then
     */
    public synchronized TransactionBody sign(KeyRing ring) {
        TransactionBody body = build();
        Footing footing = place.network().transactions().footing(body.payer());
        record().network().require(footing.identity());
        for (int index : values().signingKeys()) {
            body =
                    signatures.signed(
                            body,
                            footing.account(),
                            index,
                            ring.signer(record().network().chain(), body.payer(), index));
        }
        keep(
                state.current()
                        .with(
                                record().sending(
                                                require(Sending.Stage.BUILT).signed(hex(body)),
                                                false)));
        return body;
    }

    /**
     * Hands the signed transaction in, once. What happens next is told by {@link #track}.
     *
     * @throws FaultException with {@code TXN-809} or {@code TXN-810} when it is not signed as it
     *     must be, with {@code TXN-805} when its time has run out, or when the node refused it; in
     *     each case it was not taken
     */
    public synchronized void send() {
        Sending built = require(Sending.Stage.BUILT);
        TransactionBody body = body(built);
        ChainIdentity identity = identity();
        Footing footing = place.network().transactions().footing(body.payer());
        record().network().require(footing.identity());
        requireTime(built, footing);
        signatures.requireSendable(body, footing.account());
        String id = place.codec().id(body);
        long activity = place.history().activities().add(activity(id));
        Sending handing = built.handingIn(id, activity);
        keep(state.current().with(record().sending(handing, false).at(trackStep())));
        try {
            HandedIn _ = place.network().transactions().handIn(body, identity);
        } catch (FaultException e) {
            place.history()
                    .activities()
                    .tell(activity, Activity.Outcome.FAILED, id, e.fault().code());
            keep(state.current().with(record().sending(built, false).at(signStep())));
            throw e;
        }
        keep(state.current().with(record().sending(handing.at(Sending.Stage.HANDED_IN), false)));
    }

    private Step trackStep() {
        return step().transaction() == 0 ? Step.TRACK : Step.TRACK_REVOKING;
    }

    private static void requireTime(Sending built, Footing footing) {
        long last = built.referenceHeight() + TransactionBody.EXPIRY;
        if (footing.reference().height() >= last) {
            throw TransactionFault.of(
                    TransactionFault.Kind.EXPIRED,
                    "",
                    "height",
                    Long.toString(footing.reference().height()),
                    "last",
                    Long.toString(last));
        }
    }

    private Activity activity(String id) {
        Values values = values();
        String node = values.text(Field.NODE_ID);
        return new Activity(
                place.clock().instant(),
                kind().templates().get(step().transaction()).name(),
                node.isEmpty() ? null : node,
                values.text(Field.SIGNING_KEYS),
                values.address(Field.ACCOUNT).hex(),
                id,
                Activity.Outcome.UNDER_WAY,
                "");
    }

    /**
     * Follows the transaction until it is known how it ended, for as long as that takes.
     *
     * @throws InterruptedException when it is given up for now; it can be taken up again
     */
    public Ending track() throws InterruptedException {
        Sending sent;
        Dispatch.Sent followed;
        synchronized (this) {
            sent = sending().filter(Sending::isUndecided).orElseThrow(() -> notReady(signStep()));
            followed =
                    new Dispatch.Sent(
                            String.valueOf(sent.id()),
                            body(sent),
                            sent.referenceHeight(),
                            identity());
        }
        Dispatch.Fate fate =
                new Dispatch(place.network().transactions(), place.waiting())
                        .follow(
                                followed,
                                tracking -> state.update(current -> current.following(tracking)));
        return ended(sent, fate);
    }

    private synchronized Ending ended(Sending sent, Dispatch.Fate fate) {
        Ending ending = fate.ending();
        place.history()
                .activities()
                .tell(
                        sent.activity(),
                        switch (ending.kind()) {
                            case SUCCEEDED -> Activity.Outcome.SUCCEEDED;
                            case FAILED -> Activity.Outcome.FAILED;
                            case EXPIRED -> Activity.Outcome.EXPIRED;
                        },
                        sent.id(),
                        ending.refusal() == null ? "" : ending.refusal().line());
        FlowRecord told = record().sending(sent.ended(ending), false);
        if (fate.progress() != null && ending.kind() == Ending.Kind.SUCCEEDED) {
            for (Map.Entry<FlowRecord.Result, String> each :
                    Results.of(fate.progress().events()).entrySet()) {
                told = told.resulting(each.getKey(), each.getValue());
            }
        }
        FlowState next = state.current().with(told.at(after(ending)));
        keep(ending.kind() == Ending.Kind.SUCCEEDED ? next : next.afresh(next.record()));
        return ending;
    }

    /** Where it goes on after a transaction ended. */
    private Step after(Ending ending) {
        boolean first = step().transaction() == 0;
        return switch (ending.kind()) {
            case SUCCEEDED -> kind() == FlowKind.ROTATE_KEY && first ? Step.FILE : Step.PROOF;
            case FAILED, EXPIRED -> first ? Step.PREFLIGHT : Step.REVIEW_REVOKING;
        };
    }

    /** Reads from the chain what is there now. */
    public synchronized Proof prove() {
        ChainIdentity _ = identity();
        Proof proof = new Prover(place).prove(record());
        keep(state.current().proving(proof));
        return proof;
    }

    /**
     * Ends the flow: it is not offered again.
     *
     * @throws FaultException with {@code TXN-811} while a transaction of it is undecided
     */
    public synchronized void close() {
        requireDecided();
        records.remove(record().id());
    }

    /** The newest attempt at the transaction of this step. */
    private Optional<Sending> sending() {
        return record().sending(step().transaction());
    }

    private Sending require(Sending.Stage stage) {
        return sending()
                .filter(one -> one.stage() == stage)
                .orElseThrow(() -> notReady(signStep()));
    }

    private void requireDecided() {
        Optional<Sending> open =
                record().sendings().stream().filter(Sending::isUndecided).findFirst();
        if (open.isPresent()) {
            throw TransactionFault.of(
                    TransactionFault.Kind.UNDECIDED,
                    "",
                    "id",
                    String.valueOf(open.get().id()),
                    "height",
                    Long.toString(height()),
                    "last",
                    Long.toString(open.get().referenceHeight() + TransactionBody.EXPIRY));
        }
    }

    private long height() {
        var tip = place.network().connection().current().tip();
        return tip == null ? 0 : tip.height();
    }

    /** The network's identity, which is the flow's. */
    private ChainIdentity identity() {
        ChainIdentity identity = place.identity();
        record().network().require(identity);
        return identity;
    }

    private TransactionBody body(Sending sending) {
        return place.codec().decode(HexFormat.of().parseHex(sending.encoded()));
    }

    private String hex(TransactionBody body) {
        return HexFormat.of().formatHex(place.codec().encode(body));
    }

    private static FaultException notReady(Step step) {
        return TransactionFault.of(TransactionFault.Kind.NOT_READY, "", "step", step.name());
    }

    /** First kept, then told: whoever sees a state can rely on it after a crash. */
    private void keep(FlowState next) {
        records.keep(next.record());
        state.publish(next);
    }
}
