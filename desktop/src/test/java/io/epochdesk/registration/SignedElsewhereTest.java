package io.epochdesk.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.emulator.RequiresEmulator;
import io.epochdesk.fault.FaultException;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.network.ChainId;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.KeySignature;
import io.epochdesk.network.ProposalKey;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.network.TransactionCodec;
import io.epochdesk.network.TransactionSender;
import io.epochdesk.network.access.CanonicalTransactions;
import io.epochdesk.registration.RealChain.Account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Transactions that are signed by several keys, here and from files, on a real chain. */
@RequiresEmulator
@Timeout(120)
class SignedElsewhereTest {

    private static final String KEY = "1b".repeat(32);
    private static final HexFormat HEX = HexFormat.of();

    private final TransactionCodec codec = new CanonicalTransactions();

    /** What flow transactions sign --filter payload does with a file. */
    private String signedElsewhere(String file, Account account, int key) {
        TransactionBody unsigned = codec.decode(HEX.parseHex(file));
        byte[] signature =
                account.key().sign(HashAlgorithm.SHA3_256, codec.envelopeMessage(unsigned));
        return HEX.formatHex(
                codec.encode(
                        unsigned.with(
                                new KeySignature(
                                        account.address(), key, HEX.formatHex(signature)))));
    }

    private static FaultException refused(Runnable act) {
        return catchThrowableOfType(FaultException.class, act::run);
    }

    @Test
    void threeKeysOfLessWeightSignOneTransactionInParallel(@TempDir Path folder)
            throws InterruptedException {
        try (RealChain chain = new RealChain(folder)) {
            Account many = chain.weighted(KEY, List.of("500.0", "300.0", "200.0"), "10.0");
            Operator vault = new Operator().holding(many.address(), 0, many.key());
            Flow flow = chain.desk().flows().begin(FlowKind.FUND);
            flow.enter(Field.ACCOUNT, many.address().toString());
            flow.enter(Field.SIGNING_KEYS, "0, 1, 2");
            flow.enter(Field.RECIPIENT, "f8d6e0586b0a20c7");
            flow.enter(Field.AMOUNT, "1");
            var _ = Operator.pass(flow);
            var _ = flow.review();
            TransactionBody built = flow.build();
            String file = flow.file();
            assertThat(codec.decode(HEX.parseHex(file))).isEqualTo(built);

            var _ = flow.sign(vault, 0);
            assertThat(flow.weight()).isEqualTo(500);
            assertThat(refused(flow::send).fault().code()).isEqualTo("TXN-809");
            wrongFiles(flow, file, many);
            // both took the file as it was saved first
            var _ = flow.take(signedElsewhere(file, many, 1));
            var _ = flow.take(" 0x" + signedElsewhere(file, many, 2) + "\n");
            assertThat(flow.weight()).isEqualTo(1000);
            assertThat(flow.file()).isNotEqualTo(file);

            // the console ends, and goes on with what it had gathered
            Flow resumed = chain.desk().flows().resume(flow.record());
            resumed.send();
            assertThat(resumed.track().kind()).isEqualTo(Ending.Kind.SUCCEEDED);
            assertThat(chain.desk().network().handedIn())
                    .last()
                    .isEqualTo(codec.id(signedByAll(resumed)));
            filesOfOthers(chain, many);
        }
    }

    private void filesOfOthers(RealChain chain, Account many) throws InterruptedException {
        Flows flows = chain.desk().flows();
        TransactionSender.Footing footing =
                chain.desk().network().transactions().footing(many.address());
        TransactionBody foreign =
                TransactionBody.ofOne(
                        "transaction(a: Int) { prepare(signer: &Account) { log(a) } }",
                        List.of("{\"type\":\"Int\",\"value\":\"7\"}"),
                        footing.reference().id(),
                        new ProposalKey(
                                many.address(),
                                1,
                                footing.account().key(1).orElseThrow().sequenceNumber()));
        String file = HEX.formatHex(codec.encode(foreign));
        List<String> signed =
                List.of(
                        signedElsewhere(file, many, 0),
                        signedElsewhere(file, many, 1),
                        signedElsewhere(file, many, 2));
        SignedFile light = flows.read(signed.subList(1, 3));
        assertThat(light.weight()).isEqualTo(500);
        assertThat(refused(() -> flows.send(light, true)).fault().code()).isEqualTo("TXN-809");
        SignedFile whole = flows.read(signed);
        assertThat(refused(() -> flows.send(whole, false)).fault().code()).isEqualTo("TXN-813");
        Ending ending = flows.send(whole, true).follow().ending();
        assertThat(ending.kind()).isEqualTo(Ending.Kind.SUCCEEDED);
        assertThat(chain.desk().network().handedIn()).last().isEqualTo(whole.id());

        // the same file once more is followed, and not handed in
        int before = chain.desk().network().handedIn().size();
        SignedFile again = flows.read(signed);
        assertThat(again.isOnItsWay()).isTrue();
        assertThat(flows.send(again, true).follow().ending()).isEqualTo(ending);
        assertThat(chain.desk().network().handedIn()).hasSize(before);

        // what another network's console made
        Account elsewhere = new Account(FlowAddress.of("8624b52f9ddcd04a"), many.key());
        TransactionBody ofMainnet =
                TransactionBody.ofOne(
                        foreign.script(),
                        foreign.arguments(),
                        foreign.referenceBlock(),
                        new ProposalKey(elsewhere.address(), 0, 0));
        String theirs = signedElsewhere(HEX.formatHex(codec.encode(ofMainnet)), elsewhere, 0);
        assertThat(refused(() -> flows.read(List.of(theirs))).fault().code()).isEqualTo("TXN-802");
        TransactionBody ofAnotherChain =
                TransactionBody.ofOne(
                        foreign.script(),
                        foreign.arguments(),
                        "ab".repeat(32),
                        new ProposalKey(many.address(), 1, 0));
        SignedFile lost =
                flows.read(
                        List.of(
                                signedElsewhere(
                                        HEX.formatHex(codec.encode(ofAnotherChain)), many, 1)));
        assertThat(refused(() -> flows.send(lost, true)).fault().code()).isEqualTo("TXN-814");
        FlowRecord begunElsewhere =
                FlowRecord.begun(
                        "x",
                        FlowKind.FUND,
                        Binding.of(
                                new ChainIdentity("mainnet", ChainId.MAINNET, "aa".repeat(32), 0)),
                        Instant.EPOCH);
        assertThat(refused(() -> flows.resume(begunElsewhere)).fault().code()).isEqualTo("TXN-802");
    }

    private TransactionBody signedByAll(Flow flow) {
        return codec.decode(HEX.parseHex(flow.record().sending(0).orElseThrow().encoded()));
    }

    private void wrongFiles(Flow flow, String file, Account many) {
        TransactionBody mine = codec.decode(HEX.parseHex(file));
        TransactionBody dearer =
                new TransactionBody(
                        mine.script(),
                        List.of(
                                mine.arguments().getFirst().replace("1.0", "9.0"),
                                mine.arguments().get(1)),
                        mine.referenceBlock(),
                        mine.computeLimit(),
                        mine.proposalKey(),
                        mine.payer(),
                        mine.authorizers(),
                        List.of(),
                        List.of());
        assertThat(dearer).isNotEqualTo(mine);
        String other = signedElsewhere(HEX.formatHex(codec.encode(dearer)), many, 1);
        FaultException replaced = refused(() -> flow.take(other));
        assertThat(replaced.fault().code()).isEqualTo("TXN-803");
        assertThat(replaced.fault().facts()).containsEntry("what", "an argument");
        String signed = signedElsewhere(file, many, 1);
        char last = signed.charAt(signed.length() - 1);
        String spoiled = signed.substring(0, signed.length() - 1) + (last == '0' ? '1' : '0');
        assertThat(refused(() -> flow.take(spoiled)).fault().code()).isEqualTo("TXN-810");
        assertThat(refused(() -> flow.take("no file at all")).fault().code()).isEqualTo("TXN-801");
        assertThat(flow.weight()).isEqualTo(500);
    }
}
