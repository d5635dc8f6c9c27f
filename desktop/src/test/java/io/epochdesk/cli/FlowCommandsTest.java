package io.epochdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.cadence.CadenceEncoder;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.KeySignature;
import io.epochdesk.network.ProposalKey;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.network.TransactionCodec;
import io.epochdesk.network.access.CanonicalTransactions;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.process.OwnProcess;
import io.epochdesk.rehearsal.PracticeFolder;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;
import io.epochdesk.settings.Folders;
import io.epochdesk.settings.Settings;
import io.epochdesk.settings.SettingsStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Flows for operators who script: planned, built, signed elsewhere, sent. */
@Timeout(120)
@BesideOthers
class FlowCommandsTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final String RECEIVER = "0xf8d6e0586b0a20c7";

    private final TransactionCodec codec = new CanonicalTransactions();

    @TempDir private Path folder;

    private Rehearsal rehearsal;
    private AccountPrivateKey key;
    private Trial trial = new Trial(SampleBoards.of(Size.SMALL).auction());

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.start(RehearsalOptions.usual().playing("registration"));
        key = rehearsal.operatorKey();
    }

    @AfterEach
    void end() {
        key.close();
        rehearsal.close();
    }

    private int run(String... arguments) {
        trial = new Trial(SampleBoards.of(Size.SMALL).auction());
        trial.networks = GrpcFlowNetwork::open;
        trial.histories = HistorySource.in(folders().data(), Clock.systemUTC());
        trial.settings = new SettingsStore.Loaded(settings(), null);
        String[] on = {"--network", rehearsal.profile().id()};
        return trial.run(Stream.of(arguments, on).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private Settings settings() {
        return Settings.defaults()
                .withNetwork(rehearsal.profile())
                .withChosenNetwork(rehearsal.profile().id());
    }

    private Folders folders() {
        return Folders.of(Map.of(Folders.HOME_VARIABLE, folder.toString()), folder);
    }

    private JsonNode json() throws IOException {
        String out = trial.out();
        assertThat(
                        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                                .getSchema(Files.readString(Path.of("docs/flow.schema.json")))
                                .validate(out, InputFormat.JSON))
                .as(out)
                .isEmpty();
        return new ObjectMapper().readTree(out);
    }

    private String[] fund(String command, String... more) {
        String[] own = {
            command,
            "fund",
            "--value",
            "account=" + rehearsal.operator(),
            "--value",
            "recipient=" + RECEIVER,
            "--value",
            "amount=1.5"
        };
        return Stream.of(own, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private Path signed(Path unsigned, String name) throws IOException {
        TransactionBody body = codec.decode(HEX.parseHex(Files.readString(unsigned)));
        return written(signed(body), name);
    }

    private TransactionBody signed(TransactionBody body) {
        byte[] signature = key.sign(HashAlgorithm.SHA3_256, codec.envelopeMessage(body));
        return body.with(new KeySignature(body.payer(), 0, HEX.formatHex(signature)));
    }

    private Path written(TransactionBody body, String name) throws IOException {
        return Files.writeString(folder.resolve(name), HEX.formatHex(codec.encode(body)));
    }

    @Test
    void aFlowIsPlannedBuiltSignedElsewhereAndSent() throws IOException {
        assertThat(run("plan", "fund", "--value", "amount=nothing")).isEqualTo(2);
        assertThat(trial.out())
                .startsWith("Rehearsal (flow-rehearsal)  connected: 127.0.0.1:")
                .contains("Fund a machine account: a value is missing or has not its form.")
                .contains("  account: ", "  recipient: ", "  amount: ");
        assertThat(run(fund("plan"))).isZero();
        assertThat(trial.out())
                .contains(
                        "nothing stands in the way",
                        "Leaves the account at most: 1.90006 FLOW",
                        "fit  ",
                        "As of height 9");
        assertThat(run(fund("plan", "--json"))).isZero();
        JsonNode plan = json();
        assertThat(plan.at("/verdict").asText()).isEqualTo("fit");
        assertThat(plan.at("/dryRun/kind").asText()).isEqualTo("passed");
        assertThat(plan.at("/transaction/arguments/0/json").asText()).contains("1.50000000");

        Path file = folder.resolve("unsigned.rlp");
        assertThat(run(fund("build", "--out", file.toString()))).isZero();
        assertThat(trial.out()).contains("Sign and send it within");
        assertThat(run("send", file.toString())).isEqualTo(2);
        assertThat(trial.err()).startsWith("TXN-809");

        Path signed = signed(file, "signed.rlp");
        assertThat(run("send", signed.toString(), "--check")).isZero();
        assertThat(trial.out())
                .contains("Signed by key 0", "weight 1\u202f000", "Everything is as it must be.")
                .contains("  | transaction(amount: UFix64, to: Address)");
        assertThat(run("send", signed.toString(), "--json")).as(trial.err()).isZero();
        JsonNode sent = json();
        assertThat(sent.at("/outcome/ending").asText()).isEqualTo("succeeded");
        assertThat(sent.at("/outcome/proof/0/shown").asBoolean()).isTrue();
        assertThat(trial.err()).contains("Handed in as " + sent.at("/transaction/id").asText());

        // the flow is at its end: the same file is nobody's any more
        assertThat(run("send", signed.toString())).isEqualTo(2);
        assertThat(trial.err()).startsWith("TXN-823");
        // and even so it is followed, not sent
        assertThat(run("send", signed.toString(), "--foreign")).isZero();
    }

    @Test
    void aSendingThatWasKilledIsFollowedAndNotSentAgain() throws Exception {
        Path file = folder.resolve("unsigned.rlp");
        assertThat(run(fund("build", "--out", file.toString()))).isZero();
        Path signed = signed(file, "signed.rlp");
        new SettingsStore(folders().config(), Clock.systemUTC()).save(settings());
        // so that it cannot be sealed before the process is gone
        rehearsal.controls().pause();
        Process process = console("send", signed.toString());
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(err.lines().filter(line -> line.startsWith("Handed in as")).findFirst())
                    .isPresent();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).isNotZero();
        rehearsal.controls().resume();

        assertThat(run("send", signed.toString(), "--json")).as(trial.err()).isZero();
        JsonNode sent = json();
        assertThat(sent.at("/flow").asText()).isEqualTo("fund");
        assertThat(sent.at("/outcome/proof/0/shown").asBoolean()).isTrue();
        try (FlowNetwork network = GrpcFlowNetwork.open(rehearsal.profile())) {
            var _ = network.blocks().latestSealed();
            assertThat(
                            network.transactions()
                                    .footing(rehearsal.operator())
                                    .account()
                                    .key(0)
                                    .orElseThrow()
                                    .sequenceNumber())
                    .as("transactions that were carried out")
                    .isEqualTo(sent.at("/transaction/sequenceNumber").asLong() + 1);
        }
    }

    /** The console in a process of its own. */
    private Process console(String... arguments) throws IOException {
        ProcessBuilder builder = OwnProcess.of(List.of(), "io.epochdesk.app.Main", arguments);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put(Folders.HOME_VARIABLE, folder.toString());
        return builder.start();
    }

    @Test
    void aFileIsRefusedUnlessEverythingInItIsAsItMustBe() throws IOException {
        Path file = folder.resolve("unsigned.rlp");
        assertThat(run(fund("build", "--out", file.toString()))).isZero();
        TransactionBody good = codec.decode(HEX.parseHex(Files.readString(file)));
        FlowAddress elsewhere = FlowAddress.of("0x1654653399040a61");

        assertRefused("TXN-801", Files.writeString(folder.resolve("no.rlp"), "f00"));
        assertRefused("TXN-823", changed(good, good.script(), List.of(money("2.0"), to())));
        String alien = "transaction { prepare(signer: &Account) {} }";
        assertRefused("TXN-813", changed(good, alien, List.of()));
        assertRefused("TXN-821", changed(good, good.script(), List.of(money("2.0"))), "--foreign");
        assertRefused(
                "TXN-821", changed(good, good.script(), List.of(to(), money("2.0"))), "--foreign");
        assertRefused("TXN-821", ordered(good, 7), "--foreign");
        assertRefused("TXN-814", on(good, "ab".repeat(32)), "--foreign");
        assertRefused("TXN-810", spoiled(good));
        assertRefused("TXN-802", by(good, elsewhere), "--foreign");
        // what was built elsewhere and is right is sent when the operator says so
        Path foreign =
                written(
                        signed(changed(good, good.script(), List.of(money("2.0"), to()))),
                        "foreign.rlp");
        assertThat(run("send", foreign.toString(), "--foreign", "--json")).isZero();
        assertThat(json().at("/flow").isNull()).isTrue();
        // its sequence number is used up by now, for the file built here too
        assertRefused("TXN-821", good);
    }

    @Test
    void aRiskHasToBeAgreedToByItsName() throws IOException {
        Path file = folder.resolve("unsigned.rlp");
        String[] rotation = {
            "build",
            "rotate-key",
            "--value=account=" + rehearsal.operator(),
            "--value=node-id=" + rehearsal.practiceFolders().getFirst().nodeId(),
            "--value=old-key-index=0",
            "--value=machine-key=" + key.publicKey().hex(),
            "--value=key-signature=" + key.algorithm(),
            "--value=key-hash=SHA3_256",
            "--out=" + file
        };
        assertThat(run(rotation)).isEqualTo(1);
        assertThat(trial.out())
                .contains("Nothing was built.")
                .containsIgnoringWhitespaces("--accept key-new");
        assertThat(file).doesNotExist();
        String[] accepting = Arrays.copyOf(rotation, rotation.length + 1);
        accepting[rotation.length] = "--accept=key-new";
        assertThat(run(accepting)).isZero();
        assertThat(run("send", signed(file, "added.rlp").toString())).isZero();
        assertThat(trial.out()).contains("keyIndex: 1");

        // on to the second transaction of the same flow
        Files.delete(file);
        assertThat(run(accepting)).isEqualTo(1);
        assertThat(trial.out()).containsIgnoringWhitespaces("--accept new-key-used");
        accepting[rotation.length] = "--accept=new-key-used";
        assertThat(run(accepting)).isZero();
        assertThat(run("send", signed(file, "revoked.rlp").toString(), "--json")).isZero();
        assertThat(json().at("/transaction/template").asText()).isEqualTo("revokeKey");
        assertThat(run(accepting)).as("that flow is at its end").isEqualTo(2);
    }

    private void assertRefused(String code, TransactionBody body, String... more)
            throws IOException {
        assertRefused(code, written(signed(body), "tried.rlp"), more);
    }

    private void assertRefused(String code, Path file, String... more) throws IOException {
        String[] own = {"send", file.toString(), "--json"};
        int exit = run(Stream.of(own, more).flatMap(Arrays::stream).toArray(String[]::new));
        assertThat(json().at("/faults/0/code").asText()).isEqualTo(code);
        assertThat(exit).isEqualTo(2);
    }

    private static String money(String amount) {
        return text(CadenceEncoder.encode(CadenceValues.ufix64(new BigDecimal(amount))));
    }

    private static String to() {
        return text(CadenceEncoder.encode(CadenceValues.address(FlowAddress.of(RECEIVER))));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static TransactionBody changed(
            TransactionBody good, String script, List<String> arguments) {
        return TransactionBody.ofOne(script, arguments, good.referenceBlock(), good.proposalKey());
    }

    private static TransactionBody ordered(TransactionBody good, long number) {
        return TransactionBody.ofOne(
                good.script(),
                good.arguments(),
                good.referenceBlock(),
                new ProposalKey(good.payer(), 0, number));
    }

    private static TransactionBody on(TransactionBody good, String block) {
        return TransactionBody.ofOne(good.script(), good.arguments(), block, good.proposalKey());
    }

    private static TransactionBody by(TransactionBody good, FlowAddress account) {
        return TransactionBody.ofOne(
                good.script(),
                good.arguments(),
                good.referenceBlock(),
                new ProposalKey(account, 0, 0));
    }

    private Path spoiled(TransactionBody good) throws IOException {
        KeySignature right = signed(good).envelopeSignatures().getFirst();
        char last = right.signature().charAt(127);
        String wrong = right.signature().substring(0, 127) + (last == '0' ? '1' : '0');
        return written(good.with(new KeySignature(good.payer(), 0, wrong)), "spoiled.rlp");
    }

    @Test
    void aNodeIsPlannedFromItsBootstrapFolder() throws IOException {
        PracticeFolder practice = rehearsal.practiceFolders().getFirst();
        Path bootstrap = folder.resolve("bootstrap");
        practice.write(bootstrap);
        String account = "account=" + rehearsal.operator();
        assertThat(
                        run(
                                "plan",
                                "register-node",
                                "--json",
                                "--bootstrap",
                                bootstrap.toString(),
                                "--value",
                                account,
                                "--value",
                                "stake=250000"))
                .isEqualTo(2);
        JsonNode plan = json();
        assertThat(plan.at("/values/nodeId").asText()).isEqualTo(practice.nodeId());
        assertThat(plan.at("/problems").size()).isZero();
        assertThat(plan.at("/checks").valueStream())
                .filteredOn(check -> check.at("/verdict").asText().equals("unfit"))
                .extracting(check -> check.at("/check").asText())
                .containsExactly("collection-present");

        assertThat(run("plan", "make-coffee")).isEqualTo(64);
        assertThat(run("plan", "fund", "--value", "stake=1")).isEqualTo(64);
        assertThat(run("plan", "fund", "--value", "amount=1", "--value", "amount=2")).isEqualTo(64);
        assertThat(run("plan", "register-node", "--bootstrap", bootstrap + "", "--node", "zz"))
                .isEqualTo(64);
        assertThat(run("build", "fund", "--accept", "everything", "--out", "x")).isEqualTo(64);
        assertThat(run("send")).isEqualTo(64);
    }
}
