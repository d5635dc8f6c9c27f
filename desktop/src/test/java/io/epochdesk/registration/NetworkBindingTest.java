package io.epochdesk.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.epochdesk.fault.FaultException;
import io.epochdesk.network.ChainId;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A flow belongs to the network it was begun on, and no key is touched for another. */
@Timeout(60)
class NetworkBindingTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    /** Nobody may ask for a key. */
    private static final KeyRing UNTOUCHED =
            (network, account, index) -> {
                throw new AssertionError("a key was asked for");
            };

    private static final ChainIdentity MAINNET =
            new ChainIdentity("mainnet", ChainId.MAINNET, "aa".repeat(32), 0);

    @TestFactory
    Stream<DynamicTest> whateverANetworkCallsItselfItMustBeTheOne() {
        Binding bound = Binding.of(MAINNET);
        return Stream.of(
                        new ChainIdentity("rehearsal", Rehearsal.CHAIN, "bb".repeat(32), 0),
                        new ChainIdentity("emulator", ChainId.EMULATOR, "cc".repeat(32), 0),
                        // an emulator or a proxy that claims to be mainnet
                        new ChainIdentity("mainnet", ChainId.MAINNET, "dd".repeat(32), 0),
                        // an own profile with mainnet's chain and root
                        new ChainIdentity("own", ChainId.MAINNET, "aa".repeat(32), 0),
                        new ChainIdentity("mainnet", ChainId.TESTNET, "aa".repeat(32), 0))
                .map(
                        other ->
                                DynamicTest.dynamicTest(
                                        other.toString(),
                                        () ->
                                                assertThatThrownBy(() -> bound.require(other))
                                                        .hasMessageContaining("TXN-802")));
    }

    @Test
    void theSameNetworkInAnotherEraIsTheSame() {
        Binding.of(MAINNET)
                .require(new ChainIdentity("mainnet", ChainId.MAINNET, "aa".repeat(32), 7));
    }

    @Test
    void aFlowIsNeitherResumedNorSignedNorSentOnAnotherNetwork(@TempDir Path folder)
            throws IOException {
        try (Rehearsal rehearsal =
                        Rehearsal.start(RehearsalOptions.usual().playing("registration"));
                Desk desk = Desk.open(rehearsal.profile(), folder)) {
            Flow signed = ready(desk, rehearsal);
            try (var key = rehearsal.operatorKey()) {
                var _ = signed.sign(new Operator().holding(rehearsal.operator(), 0, key));
            }
            Flow unsigned = ready(desk, rehearsal);
            String before = desk.place().identity().rootBlock();

            rehearsal.controls().restart("happy-path", 2);

            await().atMost(LONG)
                    .until(
                            () -> {
                                ChainIdentity now =
                                        desk.network().connection().current().identity();
                                return now != null && !now.rootBlock().equals(before);
                            });
            for (Runnable act :
                    List.<Runnable>of(
                            unsigned::check,
                            unsigned::build,
                            () -> unsigned.sign(UNTOUCHED),
                            signed::send,
                            signed::file,
                            () -> signed.sign(UNTOUCHED, 0),
                            signed::prove,
                            () -> desk.flows().resume(signed.record()))) {
                FaultException refused = catchThrowableOfType(FaultException.class, act::run);
                assertThat(refused.fault().code()).isEqualTo("TXN-802");
            }
            assertThat(desk.network().handedIn()).isEmpty();
        }
    }

    private static Flow ready(Desk desk, Rehearsal rehearsal) {
        Flow flow = Operator.begin(desk, FlowKind.FUND, rehearsal.operator());
        flow.enter(Field.RECIPIENT, "f8d6e0586b0a20c7");
        flow.enter(Field.AMOUNT, "1");
        var _ = Operator.pass(flow);
        var _ = flow.review();
        return flow;
    }

    @Test
    void theTimeOfATransactionRunsOutAndItIsRebuiltInOneStep(@TempDir Path folder)
            throws IOException {
        try (Rehearsal rehearsal =
                        Rehearsal.start(RehearsalOptions.usual().playing("registration"));
                var key = rehearsal.operatorKey();
                Desk desk = Desk.open(rehearsal.profile(), folder)) {
            Flow flow = ready(desk, rehearsal);
            TransactionBody first = flow.build();
            assertThat(flow.file()).isNotEmpty();
            passed(rehearsal, flow, TransactionBody.EXPIRY / 2 - 1);
            assertThat(catchThrowableOfType(FaultException.class, flow::file).fault().code())
                    .isEqualTo("TXN-804");
            var _ = flow.sign(new Operator().holding(rehearsal.operator(), 0, key), 0);
            passed(rehearsal, flow, 0);
            assertThat(catchThrowableOfType(FaultException.class, flow::send).fault().code())
                    .isEqualTo("TXN-805");

            TransactionBody again = flow.build();

            assertThat(again.referenceBlock()).isNotEqualTo(first.referenceBlock());
            assertThat(again.arguments()).isEqualTo(first.arguments());
            assertThat(flow.record().sendings()).hasSize(1);
            assertThat(flow.blocksLeft().orElseThrow()).isGreaterThan(TransactionBody.EXPIRY - 100);
        }
    }

    /** Waits until so many blocks are left, or fewer. */
    private static void passed(Rehearsal rehearsal, Flow flow, long left) {
        rehearsal.controls().speed(3_000);
        await().atMost(LONG).until(() -> flow.blocksLeft().orElseThrow() <= left);
        rehearsal.controls().speed(1);
    }
}
