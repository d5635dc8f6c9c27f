package io.epochdesk.registration;

import io.epochdesk.fault.FaultException;
import io.epochdesk.history.Activities;
import io.epochdesk.history.Activity;
import io.epochdesk.network.KeySignature;
import io.epochdesk.network.TransactionBody;

import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Hands in what a file has: as the flow's whose it is, or by itself. What is on its way already is
 * followed, and not handed in again.
 */
final class FileDispatch {

    /** What the log calls a transaction that is none of the console's. */
    private static final String FOREIGN = "FOREIGN";

    private final Workplace place;

    FileDispatch(Workplace place) {
        this.place = place;
    }

    /** Sends a flow's own transaction, and takes the flow to its end. */
    Underway send(Flow flow, SignedFile file) {
        if (!file.isOnItsWay()) {
            var _ = flow.take(HexFormat.of().formatHex(place.codec().encode(file.body())));
            flow.send();
        }
        return () -> {
            Ending ending = flow.track();
            if (ending.kind() != Ending.Kind.SUCCEEDED) {
                return new Underway.Outcome(ending, flow.record(), null);
            }
            Proof proof = flow.prove();
            FlowRecord record = flow.record();
            if (record.step() == Step.PROOF) {
                flow.close();
            }
            return new Underway.Outcome(ending, record, proof);
        };
    }

    /** Sends a transaction that was built elsewhere. */
    Underway send(SignedFile file) {
        long reference = file.reference().orElseThrow();
        long number = log().add(activity(file));
        if (!file.isOnItsWay()) {
            try {
                var _ = place.network().transactions().handIn(file.body(), file.identity());
            } catch (FaultException e) {
                log().tell(number, Activity.Outcome.FAILED, file.id(), e.fault().code());
                throw e;
            }
        }
        Dispatch dispatch = new Dispatch(place.network().transactions(), place.waiting());
        return () -> {
            Ending ending =
                    dispatch.follow(
                                    new Dispatch.Sent(
                                            file.id(), file.body(), reference, file.identity()),
                                    _ -> {})
                            .ending();
            log().tell(number, ending.outcome(), file.id(), ending.line());
            return new Underway.Outcome(ending, null, null);
        };
    }

    private Activities log() {
        return place.history().activities();
    }

    private Activity activity(SignedFile file) {
        Template template = file.template();
        TransactionBody body = file.body();
        return new Activity(
                place.clock().instant(),
                template == null ? FOREIGN : template.name(),
                null,
                body.envelopeSignatures().stream()
                        .map(KeySignature::keyIndex)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ")),
                body.payer().hex(),
                file.id(),
                Activity.Outcome.UNDER_WAY,
                "");
    }
}
