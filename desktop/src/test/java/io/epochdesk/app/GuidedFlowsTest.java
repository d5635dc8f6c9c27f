package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.vault.KeyDetails;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.rehearsal.PracticeAccount;
import io.epochdesk.rehearsal.RehearsalPhase;

import javafx.scene.Node;
import javafx.scene.control.Labeled;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * An operator goes from bootstrap folders to nodes that act and an epoch that is committed, in the
 * window, on the rehearsal network: every flow there is, to its end.
 */
@Tag("robot")
@Timeout(600)
final class GuidedFlowsTest {

    private static final String TITLE = "#wizard-title";

    private final Path folder;
    private final FlowStage stage;
    private final String staking;

    GuidedFlowsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        stage = new FlowStage(folder, 20);
        staking = stage.rehearsal().operator().hex();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void everyFlowRunsToItsEndUntilTheEpochIsCommitted() throws IOException {
        run(FlowKind.SET_UP_COLLECTION, staking, Map.of());
        String voter = register("collection", "250000");
        String member = register("consensus", "500000");
        run(FlowKind.TOP_UP, staking, Map.of(Field.REFILLS, voter + " 0.75\n" + member + " 6.0"));
        run(
                FlowKind.WITHDRAW,
                staking,
                Map.of(Field.NODE_ID, practised("collection"), Field.AMOUNT, "0.05"));
        run(
                FlowKind.UPDATE_ADDRESS,
                staking,
                Map.of(
                        Field.NODE_ID,
                        practised("collection"),
                        Field.NETWORKING_ADDRESS,
                        "moved.rehearsal.example:3569"));
        rotate(voter);
        machineAccountOfAnExistingNode();
        run(FlowKind.CLAIM_VOTER, account(PracticeAccount.Kind.BARE_COLLECTION_NODE), Map.of());
        run(
                FlowKind.CLAIM_PARTICIPANT,
                account(PracticeAccount.Kind.BARE_CONSENSUS_NODE),
                Map.of());
        setup();
        vote();
        act(FlowKind.POST_MESSAGE, Map.of(Field.CONTENT, "{\"Data\":\"AQ==\"}"));
        act(FlowKind.SUBMIT_NOTHING, Map.of());
        stage.rehearsal().controls().jump(RehearsalPhase.COMMITTED);
        await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                stage.rehearsal().controls().state().current().phase()
                                        == RehearsalPhase.COMMITTED);
        stage.until("#activity-headline", node -> ((Labeled) node).getText().startsWith("15 "));
        stage.eyes().picture("activity-after-all-flows");
        assertThat(stage.said()).contains("Cast a vote", "Registered a node", "Carried out");
    }

    /** A flow of one account of the vault, with these values, from its first page to its end. */
    private void run(FlowKind kind, String account, Map<Field, String> values) {
        stage.begin(kind);
        stage.picture("purpose");
        stage.values();
        stage.signer(account);
        type(values);
        stage.picture("values");
        stage.toSigning();
        stage.signAndSend();
        stage.finish();
    }

    private void type(Map<Field, String> values) {
        values.forEach(
                (field, value) ->
                        stage.type(
                                field.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                                value));
    }

    private String register(String role, String stake) {
        stage.begin(FlowKind.REGISTER_NODE);
        stage.values();
        stage.signer(staking);
        stage.click("#flow-practice-" + role);
        stage.until("#field-node-id", _ -> stage.text("node-id").length() == 64);
        if (role.equals("collection")) {
            refused();
        }
        stage.type("stake", stake);
        stage.picture("values");
        stage.toSigning();
        if (role.equals("collection")) {
            wrongPassword();
        }
        stage.signAndSend();
        stage.click("#proof-write");
        stage.until("#proof-written", Node::isVisible);
        assertThat(stage.said()).contains("node-machine-account-info.priv.json");
        stage.click("#proof-save-act");
        stage.until("#proof-saved", node -> !((Labeled) node).getText().isEmpty());
        String address = stage.known("Machine account");
        stage.finish();
        return address;
    }

    /** Too little stake stops the flow before anything is signed, and the page says what to do. */
    private void refused() {
        stage.type("stake", "1000");
        stage.forward();
        stage.until("#checks-headline", Node::isVisible);
        stage.picture("refused");
        assertThat(stage.said()).contains("Raise the stake");
        assertThat(((Labeled) stage.node("#wizard-forward")).getText()).isEqualTo("Check again");
        stage.back();
        stage.heading("Whose account signs, and which values");
        assertThat(stage.text("node-id")).hasSize(64);
        assertThat(stage.text("stake")).isEqualTo("1000");
    }

    /** A wrong password signs nothing, and can be corrected where one is. */
    private void wrongPassword() {
        stage.password("wrong battery");
        stage.until(".fault-banner", Node::isVisible);
        stage.picture("wrong-password");
    }

    private String practised(String role) {
        return stage.rehearsal().practiceFolders().stream()
                .filter(node -> node.roleName().equals(role))
                .findFirst()
                .orElseThrow()
                .nodeId();
    }

    private PracticeAccount of(PracticeAccount.Kind kind) {
        return stage.rehearsal().practiceAccounts().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private String account(PracticeAccount.Kind kind) {
        return of(kind).address().hex();
    }

    /** A node that lacks its machine account gets one, and is then funded from its receipt. */
    private void machineAccountOfAnExistingNode() {
        String owner = account(PracticeAccount.Kind.WITHOUT_MACHINE_ACCOUNT);
        stage.begin(FlowKind.CREATE_MACHINE_ACCOUNT);
        stage.picture("purpose");
        stage.values();
        stage.signer(owner);
        stage.click("#flow-practice-collection");
        stage.until("#field-node-id", _ -> stage.text("node-id").length() == 64);
        stage.picture("values");
        stage.toSigning();
        stage.signAndSend();
        stage.click("#proof-fund");
        stage.until(TITLE, node -> ((Labeled) node).getText().equals("Fund a machine account"));
        stage.picture("purpose");
        stage.values();
        assertThat(stage.text("recipient")).matches("0x[0-9a-f]{16}");
        stage.type("amount", "0.75");
        stage.picture("values");
        stage.toSigning();
        stage.signAndSend();
        stage.finish();
    }

    /** The node's key, in the vault from its bootstrap folder, is replaced by one made there. */
    private void rotate(String machineAccount) throws IOException {
        String node = practised("collection");
        Path bootstrap = folder.resolve("bootstrap");
        Path own;
        try (var found = Files.list(bootstrap)) {
            own =
                    found.filter(each -> each.endsWith("collection-" + node.substring(0, 8)))
                            .findFirst()
                            .orElseThrow();
        }
        String address = machineAccount.substring(2);
        stage.takeMachineKey(own, "node-key", address);
        VaultKey next =
                stage.vault()
                        .make(
                                SignatureAlgorithm.ECDSA_P256,
                                new KeyDetails(
                                        "next-key",
                                        "flow-rehearsal",
                                        HashAlgorithm.SHA3_256,
                                        "",
                                        0,
                                        Clock.systemUTC().instant()));
        stage.begin(FlowKind.ROTATE_KEY);
        stage.picture("purpose");
        stage.values();
        stage.signer(address);
        type(
                Map.of(
                        Field.NODE_ID,
                        node,
                        Field.OLD_KEY_INDEX,
                        "0",
                        Field.MACHINE_KEY,
                        next.publicKey().hex()));
        stage.chooseFirst("key-signature");
        stage.chooseFirst("key-hash");
        stage.picture("values");
        stage.toSigning();
        stage.sign();
        stage.heading("Write the info file for the node");
        stage.type("#rotation-folder", own.toString());
        stage.picture("file");
        stage.click("#confirm-password");
        stage.sign();
        stage.heading("Waiting for the node to use its new key");
        stage.picture("in-use");
        stage.crash();
        stage.resume();
        stage.heading("Waiting for the node to use its new key");
        stage.forward();
        stage.until("#rotation-anyway", Node::isVisible);
        stage.picture("not-used-yet");
        stage.click("#rotation-anyway");
        stage.until("#checks-headline", Node::isVisible);
        stage.agree();
        stage.picture("checks-revoking");
        stage.forward();
        stage.until("#review-cadence", Node::isVisible);
        stage.picture("review-revoking");
        stage.forward();
        stage.heading("Sign the revocation");
        stage.signAndSend();
        stage.finish();
    }

    private void setup() {
        stage.rehearsal().controls().jump(RehearsalPhase.DKG_PHASE_1);
        await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                stage.rehearsal().controls().state().current().phase()
                                        == RehearsalPhase.DKG_PHASE_1);
    }

    private void vote() {
        PracticeAccount account = of(PracticeAccount.Kind.BARE_COLLECTION_NODE);
        stage.begin(FlowKind.SUBMIT_VOTE);
        stage.picture("purpose");
        stage.values();
        stage.unlock();
        stage.signer(account.address().hex());
        type(
                Map.of(
                        Field.NODE_ID,
                        account.folder().nodeId(),
                        Field.VOTE_MESSAGE,
                        "0".repeat(16) + "ab".repeat(32)));
        stage.click("#flow-practice-vote");
        stage.until("#field-vote-signature", _ -> stage.text("vote-signature").length() == 96);
        stage.picture("values");
        finishActing(account);
    }

    private void act(FlowKind kind, Map<Field, String> values) {
        PracticeAccount account = of(PracticeAccount.Kind.BARE_CONSENSUS_NODE);
        stage.begin(kind);
        stage.picture("purpose");
        stage.values();
        stage.signer(account.address().hex());
        stage.type("node-id", account.folder().nodeId());
        type(values);
        stage.picture("values");
        finishActing(account);
    }

    private void finishActing(PracticeAccount account) {
        stage.toSigning();
        stage.picture("confirm-node");
        stage.type("#sign-node", account.folder().nodeId());
        stage.click("#sign-node-confirm");
        stage.signAndSend();
        stage.finish();
    }
}
