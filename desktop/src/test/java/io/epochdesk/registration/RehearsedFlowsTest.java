package io.epochdesk.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** Flows run to their end on the embedded network. */
@Timeout(60)
class RehearsedFlowsTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void aCollectionIsSetUpANodeRegisteredAndItsMachineAccountFunded()
            throws IOException, InterruptedException {
        try (Rehearsal rehearsal =
                        Rehearsal.start(RehearsalOptions.usual().playing("registration"));
                AccountPrivateKey key = rehearsal.operatorKey();
                Desk desk = Desk.open(rehearsal.profile(), folder)) {
            Operator operator = new Operator().holding(rehearsal.operator(), 0, key);
            Flow collection =
                    Operator.begin(desk, FlowKind.SET_UP_COLLECTION, rehearsal.operator());
            operator.finish(collection);
            assertThat(collection.prove().isComplete()).isTrue();

            Flow register = Operator.begin(desk, FlowKind.REGISTER_NODE, rehearsal.operator());
            Operator.fill(register, rehearsal.practiceFolders().getFirst(), folder);
            register.enter(Field.STAKE, "250000");
            operator.finish(register);
            Proof proof = register.prove();
            assertThat(proof.items().stream().filter(item -> !item.shown()).map(Proof.Item::what))
                    .containsExactly(Proof.What.DOCTOR);

            Flow fund = Operator.begin(desk, FlowKind.FUND, rehearsal.operator());
            fund.enter(
                    Field.RECIPIENT,
                    Objects.requireNonNull(
                            register.record().results().get(FlowRecord.Result.MACHINE_ACCOUNT)));
            fund.enter(Field.AMOUNT, "0.75");
            operator.finish(fund);
            assertThat(fund.prove().isComplete()).isTrue();
            assertThat(register.prove().isComplete()).isTrue();
        }
    }
}
