package io.epochdesk.registration.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.epochdesk.history.HistoryName;
import io.epochdesk.history.HistoryStore;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.vault.KdfParameters;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.vault.VaultSession;
import io.epochdesk.keys.vault.VaultStore;
import io.epochdesk.keys.view.Practice;
import io.epochdesk.keys.view.PracticeKey;
import io.epochdesk.keys.view.PracticeNode;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.access.CanonicalTransactions;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.epochdesk.registration.Check;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.FieldProblem;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.registration.Flows;
import io.epochdesk.registration.SecondOpinions;
import io.epochdesk.registration.Step;
import io.epochdesk.registration.TemplateTexts;
import io.epochdesk.registration.Workplace;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FxTasks;
import io.epochdesk.ui.HandThread;
import io.epochdesk.ui.wizard.Known;
import io.epochdesk.ui.wizard.WizardStep;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The model of a flow without a toolkit, on one rehearsal network: work runs where it is started,
 * outcomes wait for {@link HandThread#turn()}.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FlowViewModelTest {

    private static final String CHAIN = "flow-rehearsal";

    private final Path folder;
    private final Rehearsal rehearsal;
    private final FlowNetwork network;
    private final HistoryStore history;
    private final VaultSession session =
            new VaultSession(Clock.systemUTC(), System::nanoTime, Duration.ofHours(1));
    private final VaultDoor door;
    private final Flows flows;
    private final String staking;
    private HandThread fx = new HandThread();
    private FxTasks tasks = new FxTasks(Runnable::run, fx);

    FlowViewModelTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        rehearsal = Rehearsal.start(RehearsalOptions.usual().playing("registration").at(100));
        staking = rehearsal.operator().toString();
        network = GrpcFlowNetwork.open(rehearsal.profile());
        await().until(() -> network.connection().current().identity() != null);
        ChainIdentity identity = Objects.requireNonNull(network.connection().current().identity());
        history =
                HistoryStore.open(
                        folder,
                        new HistoryName("rehearsal", CHAIN, identity.rootBlock()),
                        Clock.systemUTC());
        flows =
                new Flows(
                        new Workplace(
                                network,
                                new CanonicalTransactions(),
                                history,
                                TemplateTexts.own(rehearsal.profile()),
                                new SecondOpinions(GrpcFlowNetwork::open),
                                Clock.systemUTC(),
                                time -> TimeUnit.MILLISECONDS.sleep(20)));
        door =
                new VaultDoor(
                        new VaultStore(folder.resolve("keys")),
                        (_, password, salt) -> HashAlgorithm.SHA2_256.of(salt, password),
                        () -> KdfParameters.LEAST,
                        new SecureRandom()::nextBytes);
        try (Password password = new Password("correct horse".toCharArray())) {
            session.opened(door.create(password));
        }
        var _ =
                Practice.take(
                        practice().keys().getFirst(),
                        session.use(),
                        CHAIN,
                        Clock.systemUTC().instant());
    }

    @BeforeEach
    void freshThread() {
        fx = new HandThread();
        tasks = new FxTasks(Runnable::run, fx);
    }

    @AfterAll
    void close() {
        session.close();
        history.close();
        network.close();
        rehearsal.close();
    }

    @Test
    void whatIsTypedIsKeptWithoutAnythingBeingPressed() {
        FlowViewModel model = begun(FlowKind.FUND);
        model.text(Field.AMOUNT).set("0.75");
        fx.pass();
        fx.turn();
        assertThat(model.flow().values().text(Field.AMOUNT)).isEqualTo("0.75");
        assertThat(model.checkedProperty().get().wrong())
                .containsKey(Field.RECIPIENT)
                .doesNotContainKey(Field.AMOUNT);
    }

    @Test
    void aValueIsJudgedOnlyAsItWasWhenItWasLookedAt() {
        FlowViewModel model = begun(FlowKind.FUND);
        model.text(Field.AMOUNT).set("much");
        fx.pass();
        fx.turn();
        Checked found = model.checkedProperty().get();
        assertThat(Objects.requireNonNull(found.wrong().get(Field.AMOUNT)).kind())
                .isEqualTo(FieldProblem.Kind.NOT_AN_AMOUNT);
        assertThat(found.isOf(Field.AMOUNT, "much")).isTrue();
        assertThat(found.isOf(Field.AMOUNT, "1")).isFalse();
    }

    @Test
    void backAndForthLosesNothing() {
        FlowViewModel model = begun(FlowKind.FUND);
        forward(model);
        model.text(Field.AMOUNT).set("0.5");
        model.back();
        fx.turn();
        assertThat(model.flow().step()).isEqualTo(Step.PURPOSE);
        forward(model);
        assertThat(model.flow().step()).isEqualTo(Step.VALUES);
        assertThat(model.text(Field.AMOUNT).get()).isEqualTo("0.5");
        assertThat(model.flow().values().text(Field.AMOUNT)).isEqualTo("0.5");
    }

    @Test
    void withAValueMissingNothingIsAskedOfTheChainAndTheMissingOnesAreTold() {
        FlowViewModel model = begun(FlowKind.FUND);
        forward(model);
        forward(model);
        assertThat(model.flow().step()).isEqualTo(Step.VALUES);
        assertThat(model.problemsShownProperty().get()).isTrue();
        assertThat(model.checkedProperty().get().wrong())
                .containsKeys(Field.ACCOUNT, Field.SIGNING_KEYS, Field.RECIPIENT, Field.AMOUNT);
        assertThat(model.stateProperty().get().preflight()).isNull();
    }

    @Test
    void theVaultsAccountFillsInTheSigner() {
        FlowViewModel model = begun(FlowKind.FUND);
        model.lookAtVault();
        fx.turn();
        Signers.Look look = model.signersProperty().get();
        assertThat(look.state()).isEqualTo(Signers.State.OPEN);
        model.signWith(look.accounts().getFirst());
        assertThat(model.text(Field.ACCOUNT).get()).isEqualTo(staking);
        assertThat(model.text(Field.SIGNING_KEYS).get()).isEqualTo("0");
    }

    @Test
    void aPracticeNodesFolderFillsInItsPublicValuesAndSaysWhereTheyAreFrom() {
        FlowViewModel model = begun(FlowKind.REGISTER_NODE);
        PracticeNode node = practice().nodes().getFirst();
        model.look(
                () -> {
                    try (var findings = practice().look(node)) {
                        return NodeChoice.of(findings, practice().folderOf(node));
                    }
                });
        fx.turn();
        fx.turn();
        assertThat(model.text(Field.NODE_ID).get()).isEqualTo(node.nodeId());
        assertThat(model.text(Field.KEY_SIGNATURE).get()).isEqualTo("ECDSA_P256");
        assertThat(model.folder()).hasValue(practice().folderOf(node));
        assertThat(model.checkedProperty().get().wrong())
                .containsOnlyKeys(Field.ACCOUNT, Field.SIGNING_KEYS, Field.STAKE);
        assertThat(model.known()).extracting(Known::name).contains("Node ID", "Staking key");
    }

    @Test
    void whatStopsTheFlowIsShownAsAStopAndCanBeCheckedAgain() {
        FlowViewModel model = begun(FlowKind.FUND);
        fill(model, Map.of(Field.RECIPIENT, staking, Field.AMOUNT, "9000000.0"));
        forward(model);
        assertThat(model.flow().step()).isEqualTo(Step.PREFLIGHT);
        assertThat(model.course().steps(model.words()).get(2).state())
                .isEqualTo(WizardStep.State.STOPPED);
        assertThat(model.course().acts(model.words()).forward()).isEqualTo("Check again");
        assertThat(model.course().acts(model.words()).canGoBack()).isTrue();
        model.returnTo(1);
        fx.turn();
        assertThat(model.flow().step()).isEqualTo(Step.VALUES);
    }

    @Test
    void aRiskHasToBeAgreedToAndAnotherValueTakesTheAgreementBack() {
        FlowViewModel model = begun(FlowKind.SET_UP_COLLECTION);
        fill(model, Map.of());
        forward(model);
        model.accept(Check.SECOND_NODE, true);
        assertThat(model.acceptedProperty().get()).containsExactly(Check.SECOND_NODE);
        model.accept(Check.SECOND_NODE, false);
        assertThat(model.acceptedProperty().get()).isEmpty();
    }

    @Test
    void aTransactionIsSignedSentFollowedAndProved() {
        FlowViewModel model = begun(FlowKind.FUND);
        fill(model, Map.of(Field.RECIPIENT, staking, Field.AMOUNT, "1.5"));
        forward(model);
        assertThat(model.course().acts(model.words()).forward()).isEqualTo("Review");
        forward(model);
        assertThat(model.stateProperty().get().review()).isNotNull();
        forward(model);
        assertThat(model.flow().step()).isEqualTo(Step.SIGN);
        model.signAndSend(vault());
        while (model.stateProperty().get().proof() == null && fx.queued() > 0) {
            fx.turn();
        }
        assertThat(model.flow().step()).isEqualTo(Step.PROOF);
        assertThat(Objects.requireNonNull(model.stateProperty().get().proof()).isComplete())
                .isTrue();
        assertThat(model.course().steps(model.words()))
                .extracting(WizardStep::canReturn)
                .containsOnly(false);
        forward(model);
        assertThat(model.finishedProperty().get()).isTrue();
        assertThat(flows.unfinished().flows()).noneMatch(record -> record.id().equals(model.id()));
    }

    @Test
    void signedElsewhereItIsCarriedAsAFileAndSentWhenItWeighsEnough() throws IOException {
        FlowViewModel model = begun(FlowKind.FUND);
        fill(model, Map.of(Field.RECIPIENT, staking, Field.AMOUNT, "2.5"));
        forward(model);
        forward(model);
        forward(model);
        model.build();
        fx.turn();
        assertThat(model.flow().blocksLeft()).isPresent();
        Path file = folder.resolve("unsigned.rlp");
        model.offline(() -> Files.writeString(file, model.flow().file()), _ -> {});
        fx.turn();
        assertThat(file).content().matches("[0-9a-f]+");
        assertThat(model.flow().weight()).isZero();
        model.offline(
                () -> {
                    model.signWhatIsHere(vault());
                    return model.flow().weight();
                },
                weight -> assertThat(weight).isEqualTo(1_000));
        fx.turn();
        model.send();
        while (model.stateProperty().get().proof() == null && fx.queued() > 0) {
            fx.turn();
        }
        assertThat(model.flow().step()).isEqualTo(Step.PROOF);
    }

    @Test
    void closedHalfWayItIsTakenUpWhereItWasWithFreshChecks() {
        FlowViewModel before = begun(FlowKind.FUND);
        fill(before, Map.of(Field.RECIPIENT, staking, Field.AMOUNT, "3.5"));
        forward(before);
        forward(before);
        assertThat(before.flow().step()).isEqualTo(Step.REVIEW);
        before.leave();
        fx.turn();

        var record =
                flows.unfinished().flows().stream()
                        .filter(one -> one.id().equals(before.id()))
                        .findFirst()
                        .orElseThrow();
        FlowViewModel after = new FlowViewModel(flows.resume(record), tools());
        after.begin();
        fx.turn();
        assertThat(after.text(Field.AMOUNT).get()).isEqualTo("3.5");
        assertThat(after.stateProperty().get().preflight()).isNotNull();
        assertThat(after.flow().step()).isEqualTo(Step.PREFLIGHT);
    }

    @Test
    void anUntouchedFlowIsThrownAwayWhenItIsClosedAndATouchedOneIsKept() {
        FlowViewModel untouched = begun(FlowKind.WITHDRAW);
        assertThat(untouched.isUntouched()).isTrue();
        untouched.text(Field.AMOUNT).set("1");
        assertThat(untouched.isUntouched()).isFalse();
    }

    private FlowViewModel begun(FlowKind kind) {
        FlowViewModel model = new FlowViewModel(flows.begin(kind), tools());
        model.begin();
        fx.turn();
        return model;
    }

    /** From the purpose to filled-in values. */
    private void fill(FlowViewModel model, Map<Field, String> values) {
        forward(model);
        model.put(Map.of(Field.ACCOUNT, staking, Field.SIGNING_KEYS, "0"));
        model.put(values);
    }

    private void forward(FlowViewModel model) {
        model.forward();
        fx.turn();
    }

    private Vault vault() {
        return session.use();
    }

    private FlowTools tools() {
        return new FlowTools(
                tasks,
                fx,
                new Signers(door, session, CHAIN),
                practice(),
                "Rehearsal",
                new Formats(new Words(Locale.ENGLISH), ZoneOffset.UTC),
                Clock.systemUTC());
    }

    private Practice practice() {
        return new Practice(
                folder.resolve("bootstrap"),
                () -> new Practice.Offer(nodes(), List.of(operatorKey())));
    }

    private List<PracticeNode> nodes() {
        return rehearsal.practiceFolders().stream()
                .map(
                        node ->
                                new PracticeNode(
                                        node.nodeId(),
                                        node.roleName(),
                                        PracticeNode.Purpose.REGISTER,
                                        node::write,
                                        node::vote))
                .toList();
    }

    private PracticeKey operatorKey() {
        return new PracticeKey("operator", rehearsal.operator().hex(), rehearsal::operatorKey);
    }

    private static final List<FlowKind> ALL = List.of(FlowKind.values());

    @Test
    void everyFlowHasWordsForEveryPage() {
        FlowTexts texts = new FlowTexts(new Words(Locale.ENGLISH));
        assertThat(ALL)
                .allSatisfy(
                        kind -> {
                            assertThat(texts.flows().purpose(kind)).isNotBlank();
                            assertThat(texts.flows().needs(kind)).isNotBlank();
                            assertThat(texts.flows().afterwards(kind)).isNotBlank();
                            assertThat(texts.transactions(kind)).isNotEmpty();
                            kind.steps()
                                    .forEach(step -> assertThat(texts.heading(step)).isNotBlank());
                            kind.fields()
                                    .forEach(field -> assertThat(texts.help(field)).isNotBlank());
                        });
        assertThat(Check.values())
                .allSatisfy(check -> assertThat(texts.advice(check)).isNotBlank());
    }
}
