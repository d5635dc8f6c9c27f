package io.epochdesk.registration.view;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.Fault;
import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.view.Practice;
import io.epochdesk.registration.Check;
import io.epochdesk.registration.Ending;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.Flow;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.registration.FlowRecord;
import io.epochdesk.registration.FlowState;
import io.epochdesk.registration.InfoWriter;
import io.epochdesk.registration.Sending;
import io.epochdesk.registration.Step;
import io.epochdesk.ui.wizard.Known;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * A flow as the wizard drives it: what is typed is kept within moments, what asks the chain runs in
 * the background, one thing at a time, and every page follows from where the flow stands.
 */
public final class FlowViewModel {

    private final Flow flow;
    private final FlowTools tools;
    private final FlowTexts words;
    private final OneAtATime work;
    private final Keeping keeping;
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final ReadOnlyObjectWrapper<FlowState> state;
    private final ReadOnlyObjectWrapper<FlowPageKey> page;
    private final ReadOnlyObjectWrapper<Checked> checked =
            new ReadOnlyObjectWrapper<>(new Checked(Map.of(), Map.of()));
    private final ReadOnlyObjectWrapper<Signers.Look> signers =
            new ReadOnlyObjectWrapper<>(Signers.Look.locked());
    private final ReadOnlyObjectWrapper<List<NodeChoice>> found =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper problemsShown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper unused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper finished = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Set<Check>> accepted =
            new ReadOnlyObjectWrapper<>(Set.of());
    private @Nullable Ending ended;

    /** The model of a flow that was begun or taken up. */
    public FlowViewModel(Flow flow, FlowTools tools) {
        this.flow = flow;
        this.tools = tools;
        words = new FlowTexts(tools.formats().words());
        state = new ReadOnlyObjectWrapper<>(flow.state().current());
        page = new ReadOnlyObjectWrapper<>(key());
        accepted.set(flow.record().accepted());
        work = new OneAtATime(tools.tasks(), tools.formats().words(), this::refresh);
        keeping = new Keeping(flow, tools, this::typed, checked::set, work::failed);
        for (Field field : flow.kind().fields()) {
            StringProperty text = new SimpleStringProperty(flow.values().text(field));
            text.subscribe((_, typed) -> keeping.typed(field, typed));
            texts.put(field, text);
        }
    }

    /**
     * Looks at the vault, and takes up what was cut off: whoever shows the flow calls this once.
     */
    public void begin() {
        lookAtVault();
        keeping.look();
        Step step = flow.step();
        boolean undecided = flow.record().sendings().stream().anyMatch(Sending::isUndecided);
        if (undecided) {
            track();
        } else if (step == Step.PROOF) {
            prove();
        } else if (isAfterValues(step) && !isBuilt() && state.get().preflight() == null) {
            check();
        }
    }

    /** Whether a transaction was built and perhaps carried elsewhere to be signed. */
    private boolean isBuilt() {
        return record().sending(flow.step().transaction())
                .filter(sending -> sending.stage() == Sending.Stage.BUILT)
                .isPresent();
    }

    private static boolean isAfterValues(Step step) {
        return switch (step) {
            case PREFLIGHT, REVIEW, SIGN, REVIEW_REVOKING, SIGN_REVOKING -> true;
            case PURPOSE, VALUES, TRACK, FILE, IN_USE, TRACK_REVOKING, PROOF -> false;
        };
    }

    /** Takes in how the flow stands now. */
    public void refresh() {
        state.set(flow.state().current());
        page.set(key());
    }

    private FlowPageKey key() {
        FlowState now = state.get();
        return new FlowPageKey(
                now.record().step(),
                now.preflight(),
                now.review(),
                now.proof(),
                ended,
                now.record().results());
    }

    // What is pressed

    /** Does what the main button of the page says. */
    public void forward() {
        switch (flow.step()) {
            case PURPOSE -> go(Step.VALUES);
            case VALUES -> checkValues();
            case PREFLIGHT -> afterChecks();
            case REVIEW, REVIEW_REVOKING -> afterReview();
            case IN_USE -> lookForUse();
            case PROOF -> finish();
            case SIGN, TRACK, FILE, SIGN_REVOKING, TRACK_REVOKING -> {}
        }
    }

    private void checkValues() {
        problemsShown.set(true);
        Map<Field, String> typed = typed();
        run(
                "flows.busy.values",
                false,
                () -> {
                    keeping.keep();
                    return new Checked(typed, flow.problems());
                },
                found -> {
                    checked.set(found);
                    if (found.wrong().isEmpty()) {
                        check();
                    }
                });
    }

    private void afterChecks() {
        if (course().mustCheckAgain()) {
            check();
        } else {
            review();
        }
    }

    private void afterReview() {
        if (course().stops()) {
            check();
        } else if (state.get().review() == null) {
            review();
        } else {
            go(flow.step() == Step.REVIEW ? Step.SIGN : Step.SIGN_REVOKING);
        }
    }

    private void check() {
        ended = null;
        run(
                "flows.busy.checks",
                true,
                () -> {
                    keeping.keep();
                    flow.keysAtHand(keysAtHand());
                    return flow.check();
                },
                _ -> accepted.set(flow.record().accepted()));
    }

    private Map<Integer, AccountPublicKey> keysAtHand() {
        return flow.values().problem(Field.ACCOUNT).isPresent()
                ? Map.of()
                : tools.signers().keysAtHand(FlowAddress.of(flow.values().text(Field.ACCOUNT)));
    }

    private void review() {
        Set<Check> risks = accepted.get();
        run(
                "flows.busy.review",
                true,
                () -> {
                    flow.accept(risks);
                    return flow.review();
                },
                _ -> {});
    }

    /** Agrees to a risk, or takes that back. */
    void accept(Check check, boolean agreed) {
        Set<Check> now = EnumSet.noneOf(Check.class);
        now.addAll(accepted.get());
        if (agreed) {
            now.add(check);
        } else {
            now.remove(check);
        }
        accepted.set(Set.copyOf(now));
    }

    /** Goes one step back; nothing that was entered is lost. */
    public void back() {
        returnTo(course().before());
    }

    /** Goes back to the step at a place of the path. */
    public void returnTo(int place) {
        returnTo(course().earlier(place));
    }

    private void returnTo(@Nullable Step to) {
        if (to != null) {
            go(to);
        }
    }

    private void go(Step to) {
        ended = null;
        run(
                "flows.busy.values",
                false,
                () -> {
                    keeping.keep();
                    flow.go(to);
                    return to;
                },
                _ -> {});
    }

    /** Ends what is under way, as far as it can be. */
    public void cancel() {
        work.cancel();
    }

    /**
     * Keeps what was typed, for whoever takes the page away; a flow that is proved ends by that.
     */
    public void leave() {
        boolean proved = isProved();
        tools.tasks()
                .start(
                        "leaving a flow",
                        () -> {
                            if (proved) {
                                flow.close();
                            } else {
                                keeping.keep();
                            }
                            return true;
                        },
                        _ -> {},
                        work::failed);
    }

    /** Ends the flow for good. */
    public void finish() {
        run(
                "flows.busy.closing",
                false,
                () -> {
                    flow.close();
                    return true;
                },
                _ -> finished.set(true));
    }

    /** Whether all is done and proved. */
    boolean isProved() {
        return flow.step() == Step.PROOF && state.get().proof() != null && !finished.get();
    }

    /** Whether nothing would be lost if the flow were thrown away: nothing was entered or done. */
    public boolean isUntouched() {
        return flow.record().sendings().isEmpty()
                && texts.values().stream().allMatch(text -> text.get().isBlank());
    }

    // Values

    /** Looks at the vault again. */
    void lookAtVault() {
        tools.tasks()
                .start("looking at the vault", tools.signers()::look, signers::set, work::failed);
    }

    /** What a rehearsal lends whoever practises, or null on any other network. */
    @Nullable PracticeAids practice() {
        Practice lent = tools.practice();
        return lent == null ? null : new PracticeAids(this, lent);
    }

    /** Takes an account of the vault as the signer, with all its keys there. */
    void signWith(Signers.SigningAccount account) {
        put(
                Map.of(
                        Field.ACCOUNT,
                        account.address().toString(),
                        Field.SIGNING_KEYS,
                        account.indices()));
    }

    /** Shows these texts in their fields, as if they had been typed. */
    void put(Map<Field, String> values) {
        values.forEach(
                (field, value) -> {
                    StringProperty text = texts.get(field);
                    if (text != null) {
                        text.set(value);
                    }
                });
    }

    /**
     * Looks through something that has nodes; takes the one there is, or offers those there are.
     */
    void look(Callable<List<NodeChoice>> folder) {
        found.set(List.of());
        run(
                "flows.busy.folder",
                true,
                folder,
                nodes -> {
                    if (nodes.size() == 1) {
                        take(nodes.getFirst());
                    } else {
                        found.set(nodes);
                    }
                });
    }

    /** Takes the values of a node over. */
    void take(NodeChoice node) {
        found.set(List.of());
        Map<Field, String> usable = new EnumMap<>(Field.class);
        usable.putAll(node.values());
        usable.keySet().retainAll(flow.kind().fields());
        run(
                "flows.busy.values",
                false,
                () -> {
                    keeping.keep();
                    flow.enter(usable, node.origin());
                    return usable;
                },
                taken -> {
                    put(taken);
                    keeping.look();
                });
    }

    // Signing

    /** The node's ID was typed, as expert flows ask for; then {@code done}. */
    void confirmNode(String typed, Runnable done) {
        run(
                "flows.busy.values",
                false,
                () -> {
                    flow.confirmNode(typed);
                    return true;
                },
                _ -> done.run());
    }

    /** Signs with an unlocked vault, sends and follows. */
    void signAndSend(Vault vault) {
        run(
                "flows.busy.signing",
                false,
                () -> {
                    var _ = flow.sign(Signers.ring(vault));
                    flow.send();
                    return true;
                },
                _ -> track());
    }

    /** Builds the transaction afresh, without any signature. */
    void build() {
        run("flows.busy.building", false, flow::build, _ -> {});
    }

    /** Does something with what is signed elsewhere. */
    <T> void offline(Callable<T> act, Consumer<? super T> done) {
        run("flows.busy.file", false, act, done);
    }

    /**
     * Adds the signatures of an unlocked vault's keys to the transaction that was built; blocks.
     *
     * @throws io.epochdesk.fault.FaultException when the vault has none of the keys
     */
    void signWhatIsHere(Vault vault) {
        FlowAddress account = FlowAddress.of(flow.values().text(Field.ACCOUNT));
        Set<Integer> held = tools.signers().keysAtHand(account).keySet();
        List<Integer> wanted = flow.values().signingKeys();
        List<Integer> here = wanted.stream().filter(held::contains).toList();
        // Of a key that is not there the vault itself says so.
        for (int index : here.isEmpty() ? wanted : here) {
            var _ = flow.sign(Signers.ring(vault), index);
        }
    }

    /** Sends what was signed, and follows it. */
    void send() {
        run(
                "flows.busy.sending",
                false,
                () -> {
                    flow.send();
                    return true;
                },
                _ -> track());
    }

    private void track() {
        run("flows.busy.tracking", false, flow::track, this::ended);
        refresh();
    }

    private void ended(Ending ending) {
        ended = ending.kind() == Ending.Kind.SUCCEEDED ? null : ending;
        refresh();
        if (flow.step() == Step.PROOF) {
            prove();
        }
    }

    private void prove() {
        run("flows.busy.proof", true, flow::prove, _ -> {});
    }

    /** Has the node's info file written. */
    void write(InfoWriter writer) {
        run("flows.busy.file", false, () -> flow.writeInfo(writer), _ -> {});
    }

    /** The bootstrap folder that the values are from, if they are from one. */
    Optional<Path> folder() {
        String origin = record().origins().getOrDefault(Field.NODE_ID, "");
        return origin.isEmpty() ? Optional.empty() : Optional.of(Path.of(origin));
    }

    /** Looks at the chain again for the proof. */
    void proveAgain() {
        prove();
    }

    private void lookForUse() {
        run(
                "flows.busy.use",
                true,
                flow::lookForUse,
                used -> {
                    if (used > 0) {
                        check();
                    } else {
                        unused.set(true);
                    }
                });
    }

    /** Goes on without waiting for the node; the checks ask about that. */
    void revokeWithoutWaiting() {
        run(
                "flows.busy.values",
                false,
                () -> {
                    flow.go(Step.REVIEW_REVOKING);
                    return true;
                },
                _ -> check());
    }

    // What is shown

    /** By which it is known again. */
    public String id() {
        return flow.record().id();
    }

    /** Which flow it is. */
    public FlowKind kind() {
        return flow.kind();
    }

    /** The flow itself, for what panes do with it in the background. */
    Flow flow() {
        return flow;
    }

    /** What the model works with. */
    FlowTools tools() {
        return tools;
    }

    /** Its words. */
    FlowTexts words() {
        return words;
    }

    /** What is kept of it. */
    FlowRecord record() {
        return state.get().record();
    }

    /** What was typed for a field of the flow. */
    StringProperty text(Field field) {
        StringProperty text = texts.get(field);
        if (text == null) {
            throw new IllegalArgumentException(kind() + " has no " + field);
        }
        return text;
    }

    /** How far it is, and what can be done next. */
    FlowCourse course() {
        return new FlowCourse(state.get(), ended, accepted.get());
    }

    /** What is known so far. */
    List<Known> known() {
        return words.known(record(), tools.network());
    }

    /** The flow as it stands. */
    ReadOnlyObjectProperty<FlowState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Which page is to be shown. */
    ReadOnlyObjectProperty<FlowPageKey> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** What was found of the values when they were looked at last. */
    ReadOnlyObjectProperty<Checked> checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    private Map<Field, String> typed() {
        Map<Field, String> now = new EnumMap<>(Field.class);
        texts.forEach((field, text) -> now.put(field, text.get()));
        return now;
    }

    /** Whether what is missing is told, too, and not only what is wrong. */
    ReadOnlyBooleanProperty problemsShownProperty() {
        return problemsShown.getReadOnlyProperty();
    }

    /** What the vault can sign for. */
    ReadOnlyObjectProperty<Signers.Look> signersProperty() {
        return signers.getReadOnlyProperty();
    }

    /** Nodes to choose from, where a folder has several. */
    ReadOnlyObjectProperty<List<NodeChoice>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Risks agreed to. */
    ReadOnlyObjectProperty<Set<Check>> acceptedProperty() {
        return accepted.getReadOnlyProperty();
    }

    /** Whether it was looked for a use of the new key, and there was none. */
    ReadOnlyBooleanProperty unusedProperty() {
        return unused.getReadOnlyProperty();
    }

    /** What is under way, or null. */
    ReadOnlyObjectProperty<@Nullable Busy> busyProperty() {
        return work.busyProperty();
    }

    /** What went wrong last, or null. */
    ReadOnlyObjectProperty<@Nullable Fault> faultProperty() {
        return work.faultProperty();
    }

    /** Whether the flow was ended for good. */
    public ReadOnlyBooleanProperty finishedProperty() {
        return finished.getReadOnlyProperty();
    }

    /** Does one thing in the background; nothing while another is under way. */
    <T> void run(String doing, boolean canCancel, Callable<T> act, Consumer<? super T> done) {
        work.run(
                doing,
                canCancel,
                act,
                result -> {
                    done.accept(result);
                    page.set(key());
                });
    }
}
