package io.epochdesk.registration;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.TransactionFault;
import io.epochdesk.live.LatestValue;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.TransactionBody;

import java.util.HexFormat;
import java.util.Optional;

/**
 * What a flow knows: kept first, then told, so that whoever sees a state can rely on it after a
 * crash.
 */
final class FlowMemory {

    private final Workplace place;
    private final Keeper keeper;
    private final LatestValue<FlowState> state;
    private boolean confirmed;

    FlowMemory(Workplace place, Keeper keeper, FlowRecord record) {
        this.place = place;
        this.keeper = keeper;
        this.state = new LatestValue<>(new FlowState(record, null, null, null, null));
    }

    Workplace place() {
        return place;
    }

    LatestValue<FlowState> state() {
        return state;
    }

    FlowState current() {
        return state.current();
    }

    FlowRecord record() {
        return current().record();
    }

    FlowKind kind() {
        return record().kind();
    }

    Step step() {
        return record().step();
    }

    Values values() {
        return record().entered();
    }

    /** Keeps and tells a state. */
    void keep(FlowState next) {
        keeper.keep(next.record());
        state.publish(next);
    }

    /** Keeps and tells another record, with all that was found. */
    void keep(FlowRecord next) {
        keep(current().with(next));
    }

    /** Forgets the flow. */
    void forget() {
        keeper.remove(record().id());
    }

    /** The newest attempt at the transaction of this step. */
    Optional<Sending> sending() {
        return record().sending(step().transaction());
    }

    /** The newest attempt, which must be at this stage. */
    Sending sending(Sending.Stage stage) {
        return sending()
                .filter(one -> one.stage() == stage)
                .orElseThrow(() -> notReady(signStep()));
    }

    Step reviewStep() {
        return step().transaction() == 0 ? Step.REVIEW : Step.REVIEW_REVOKING;
    }

    Step signStep() {
        return step().transaction() == 0 ? Step.SIGN : Step.SIGN_REVOKING;
    }

    Step trackStep() {
        return step().transaction() == 0 ? Step.TRACK : Step.TRACK_REVOKING;
    }

    /** Makes sure that nothing that was sent may still be carried out. */
    void requireDecided() {
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
                    Long.toString(open.get().last()));
        }
    }

    /** Makes sure that the checks let the flow go on. */
    void requirePassed() {
        Preflight preflight = current().preflight();
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

    /** The operator named the node in whose stead the console acts. */
    void confirmed() {
        confirmed = true;
    }

    /** Makes sure of that, in flows that ask for it. */
    void requireConfirmed() {
        if (kind().isExpert() && !confirmed) {
            throw TransactionFault.of(TransactionFault.Kind.NOT_CONFIRMED, "");
        }
    }

    static FaultException notReady(Step step) {
        return TransactionFault.of(TransactionFault.Kind.NOT_READY, "", "step", step.name());
    }

    /** Height of the newest sealed block seen; 0 before one was. */
    long height() {
        BlockHeader tip = place.network().connection().current().tip();
        return tip == null ? 0 : tip.height();
    }

    /** The network's identity, which must be the flow's. */
    ChainIdentity identity() {
        ChainIdentity identity = place.identity();
        record().network().require(identity);
        return identity;
    }

    TransactionBody body(Sending sending) {
        return place.codec().decode(HexFormat.of().parseHex(sending.encoded()));
    }

    String hex(TransactionBody body) {
        return HexFormat.of().formatHex(place.codec().encode(body));
    }

    /** The transaction this step is about. */
    TransactionPlan plan() {
        return TransactionPlan.of(kind().templates().get(step().transaction()), values());
    }
}
