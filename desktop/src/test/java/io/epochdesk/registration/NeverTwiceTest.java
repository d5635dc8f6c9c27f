package io.epochdesk.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.epochdesk.fault.FaultException;
import io.epochdesk.history.Activity;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.registration.TwistedNetwork.Manner;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Whatever a node does, every flow is carried out once. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class NeverTwiceTest {

    /** Slow enough to sign in, while nothing is waited for. */
    private static final int CALM = 60;

    /** While something is waited for, 600 blocks pass in a moment. */
    private static final int HURRIED = 5_000;

    @TempDir private Path folder = Path.of("");

    private final Rehearsal rehearsal = started();
    private final AccountPrivateKey key = rehearsal.operatorKey();
    private final Operator operator =
            new Operator(() -> rehearsal.controls().speed(CALM))
                    .holding(rehearsal.operator(), 0, key);

    private static Rehearsal started() {
        try {
            return Rehearsal.start(RehearsalOptions.usual().playing("registration").at(CALM));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void close() {
        key.close();
        rehearsal.close();
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void aFlowIsCarriedOutOnceWhateverTheNodeDoes(Manner manner) throws InterruptedException {
        try (Desk desk = open()) {
            long before = executed(desk);
            Flow flow = funding(desk);
            desk.network().behave(manner);

            operator.finish(flow);

            boolean again =
                    manner == Manner.SWALLOWS || manner == Manner.LIES_ABOUT_THE_SEQUENCE_NUMBER;
            assertThat(desk.network().handedIn()).hasSize(again ? 2 : 1);
            assertThat(executed(desk) - before).isEqualTo(1);
            assertThat(desk.history().activities().newest(again ? 2 : 1).values())
                    .extracting(Activity::outcome)
                    .containsExactlyElementsOf(outcomes(manner));
            flow.close();
        }
    }

    private Flow funding(Desk desk) {
        Flow flow = desk.flows().begin(FlowKind.FUND);
        flow.enter(values(), "");
        return flow;
    }

    private Desk open() {
        return Desk.open(
                rehearsal.profile(),
                folder,
                time -> {
                    rehearsal.controls().speed(HURRIED);
                    Desk.aMoment(time);
                });
    }

    private static List<Activity.Outcome> outcomes(Manner manner) {
        return switch (manner) {
            case SWALLOWS -> List.of(Activity.Outcome.SUCCEEDED, Activity.Outcome.EXPIRED);
            case LIES_ABOUT_THE_SEQUENCE_NUMBER ->
                    List.of(Activity.Outcome.SUCCEEDED, Activity.Outcome.FAILED);
            default -> List.of(Activity.Outcome.SUCCEEDED);
        };
    }

    /** The operator's key proposed this many transactions that were executed. */
    private long executed(Desk desk) {
        return desk.network()
                .transactions()
                .footing(rehearsal.operator())
                .account()
                .key(0)
                .orElseThrow()
                .sequenceNumber();
    }

    @Test
    void nothingElseIsBuiltOrSentWhileOneIsUndecided() throws InterruptedException {
        try (Desk desk = open()) {
            rehearsal.controls().pause();
            long before = executed(desk);
            Flow flow = funding(desk);
            operator.send(flow);

            for (Runnable act :
                    List.<Runnable>of(
                            flow::build,
                            flow::send,
                            flow::close,
                            () -> flow.sign(operator),
                            () -> flow.go(Step.VALUES),
                            () -> flow.enter(Field.SIGNING_KEYS, "1"))) {
                FaultException refused = catchThrowableOfType(FaultException.class, act::run);
                assertThat(refused.fault().code()).isIn("TXN-811", "TXN-812");
            }
            assertThat(desk.network().handedIn()).hasSize(1);
            rehearsal.controls().resume();
            operator.finish(flow);
            assertThat(executed(desk) - before).isEqualTo(1);
            flow.close();
        }
    }

    private Map<Field, String> values() {
        return Map.of(
                Field.ACCOUNT,
                rehearsal.operator().toString(),
                Field.SIGNING_KEYS,
                "0",
                Field.RECIPIENT,
                "f8d6e0586b0a20c7",
                Field.AMOUNT,
                "0.01");
    }
}
