package io.epochdesk.registration;

import io.epochdesk.fault.FaultException;
import io.epochdesk.history.Activity;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.network.TransactionSender.HandedIn;

import java.util.Map;

/** Hands a flow's transaction in, once, and sees it to its end. */
final class Dispatching {

    private final FlowMemory memory;

    Dispatching(FlowMemory memory) {
        this.memory = memory;
    }

    /**
     * Hands it in. That it is about to be is kept first: after a crash it is followed, and not sent
     * again, whether it left this machine or not.
     */
    void send(TransactionBody body) {
        Sending built = memory.sending(Sending.Stage.BUILT);
        ChainIdentity identity = memory.identity();
        String id = memory.place().codec().id(body);
        long activity = memory.place().history().activities().add(activity(id));
        Sending handing = built.handingIn(id, activity);
        memory.keep(memory.record().sending(handing, false).at(memory.trackStep()));
        try {
            HandedIn _ = memory.place().network().transactions().handIn(body, identity);
        } catch (FaultException e) {
            tell(activity, Activity.Outcome.FAILED, id, e.fault().code());
            memory.keep(memory.record().sending(built, false).at(memory.signStep()));
            throw e;
        }
        memory.keep(memory.record().sending(handing.at(Sending.Stage.HANDED_IN), false));
    }

    private void tell(long number, Activity.Outcome outcome, String id, String detail) {
        memory.place().history().activities().tell(number, outcome, id, detail);
    }

    private Activity activity(String id) {
        Values values = memory.values();
        String node = values.text(Field.NODE_ID);
        return new Activity(
                memory.place().clock().instant(),
                memory.plan().template().name(),
                node.isEmpty() ? null : node,
                values.text(Field.SIGNING_KEYS),
                values.address(Field.ACCOUNT).hex(),
                id,
                Activity.Outcome.UNDER_WAY,
                "");
    }

    /** What there is to follow. */
    Dispatch.Sent sent() {
        Sending sending =
                memory.sending()
                        .filter(Sending::isUndecided)
                        .orElseThrow(() -> FlowMemory.notReady(memory.signStep()));
        return new Dispatch.Sent(
                String.valueOf(sending.id()),
                memory.body(sending),
                sending.referenceHeight(),
                memory.identity());
    }

    /** Follows it until it is known how it ended. */
    Dispatch.Fate follow(Dispatch.Sent sent) throws InterruptedException {
        return new Dispatch(memory.place().network().transactions(), memory.place().waiting())
                .follow(
                        sent,
                        tracking -> memory.state().update(current -> current.following(tracking)));
    }

    /** Keeps how it ended, and where the flow goes on. */
    Ending ended(Dispatch.Fate fate) {
        Ending ending = fate.ending();
        Sending sending = memory.sending().orElseThrow();
        tell(sending.activity(), ending.outcome(), String.valueOf(sending.id()), ending.line());
        FlowRecord told = memory.record().sending(sending.ended(ending), false);
        if (fate.progress() != null && ending.kind() == Ending.Kind.SUCCEEDED) {
            for (Map.Entry<FlowRecord.Result, String> each :
                    Results.of(fate.progress().events()).entrySet()) {
                told = told.resulting(each.getKey(), each.getValue());
            }
        }
        told = told.at(after(ending));
        FlowState next = memory.current();
        memory.keep(ending.kind() == Ending.Kind.SUCCEEDED ? next.with(told) : next.afresh(told));
        return ending;
    }

    private Step after(Ending ending) {
        boolean first = memory.step().transaction() == 0;
        return switch (ending.kind()) {
            case SUCCEEDED ->
                    memory.kind() == FlowKind.ROTATE_KEY && first ? Step.FILE : Step.PROOF;
            case FAILED, EXPIRED, UNKNOWN -> first ? Step.PREFLIGHT : Step.REVIEW_REVOKING;
        };
    }
}
