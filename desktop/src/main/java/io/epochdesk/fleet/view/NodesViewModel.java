package io.epochdesk.fleet.view;

import io.epochdesk.doctor.Verdict;
import io.epochdesk.fault.Fault;
import io.epochdesk.fleet.Fleet;
import io.epochdesk.fleet.FleetNode;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.fleet.Need;
import io.epochdesk.history.Observations.Balance;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FxTasks;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.drawn.GridOrder;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** What the page My nodes shows, and what can be done there. */
public final class NodesViewModel {

    /** How the list stands. */
    public enum State {
        /** It was not read yet. */
        LOADING,
        /** There is no own node. */
        EMPTY,
        /** There are some. */
        LIST,
        /** It cannot be read. */
        UNREADABLE
    }

    /** How far back the plot goes. */
    public enum Span {
        DAY(Duration.ofDays(1)),
        WEEK(Duration.ofDays(7)),
        SEASON(Duration.ofDays(90));

        private final Duration length;

        Span(Duration length) {
            this.length = length;
        }

        Duration length() {
            return length;
        }
    }

    /**
     * The answer of the page.
     *
     * @param tone how good it is
     * @param sentence in one sentence
     */
    public record Headline(Tone tone, String sentence) {}

    private final Fleet fleet;
    private final FxTasks tasks;
    private final Words words;
    private final NodeRows rowsInWords;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Headline> headline;
    private final ReadOnlyObjectWrapper<List<NodeRow>> rows =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable NodeRow> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Balance>> balances =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Fault> failure = new ReadOnlyObjectWrapper<>();
    private final StringProperty find = new SimpleStringProperty("");
    private final BooleanProperty onlyNotFit = new SimpleBooleanProperty();
    private final ObjectProperty<GridOrder> order = new SimpleObjectProperty<>(GridOrder.NATURAL);
    private final ObjectProperty<@Nullable String> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.WEEK);
    private FleetSnapshot snapshot = FleetSnapshot.empty();
    private Instant now = Instant.EPOCH;
    private FxTasks.Running loading = () -> {};

    public NodesViewModel(Fleet fleet, FxTasks tasks, Formats formats) {
        this.fleet = fleet;
        this.tasks = tasks;
        words = formats.words();
        rowsInWords = new NodeRows(formats);
        headline =
                new ReadOnlyObjectWrapper<>(
                        new Headline(Tone.UNKNOWN, words.say("fleet.headline.loading")));
        find.subscribe(this::arrange);
        onlyNotFit.subscribe(this::arrange);
        order.subscribe(this::arrange);
        selected.subscribe(this::pick);
        span.subscribe(this::load);
    }

    /** Takes in a newer snapshot, or a later moment. */
    public void show(FleetSnapshot next, Instant at) {
        boolean other = !next.equals(snapshot);
        snapshot = next;
        now = at;
        state.set(stateOf(next));
        headline.set(headlineOf(next));
        arrange();
        if (other) {
            load();
        }
    }

    private static State stateOf(FleetSnapshot fleet) {
        if (!fleet.listed()) {
            return fleet.trouble() == null ? State.LOADING : State.UNREADABLE;
        }
        return fleet.nodes().isEmpty() ? State.EMPTY : State.LIST;
    }

    private Headline headlineOf(FleetSnapshot fleet) {
        return switch (stateOf(fleet)) {
            case LOADING -> new Headline(Tone.UNKNOWN, words.say("fleet.headline.loading"));
            case UNREADABLE -> new Headline(Tone.DANGER, words.say("fleet.headline.unreadable"));
            case EMPTY -> new Headline(Tone.CALM, words.say("fleet.headline.empty"));
            case LIST -> judged(fleet);
        };
    }

    private Headline judged(FleetSnapshot fleet) {
        Set<String> behind =
                fleet.needs().stream()
                        .filter(Need::isLate)
                        .map(Need::nodeId)
                        .collect(Collectors.toSet());
        List<FleetNode> late =
                fleet.nodes().stream().filter(node -> behind.contains(node.nodeId())).toList();
        if (!late.isEmpty()) {
            return new Headline(Tone.DANGER, named("fleet.headline.late", late));
        }
        for (Verdict verdict : List.of(Verdict.UNFIT, Verdict.AT_RISK, Verdict.UNKNOWN)) {
            List<FleetNode> those =
                    fleet.nodes().stream().filter(node -> node.verdict() == verdict).toList();
            if (!those.isEmpty()) {
                return new Headline(tone(verdict), named("fleet.headline." + verdict, those));
            }
        }
        return new Headline(Tone.SUCCESS, words.count("fleet.headline.FIT", fleet.nodes().size()));
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case FIT -> Tone.SUCCESS;
            case AT_RISK -> Tone.ATTENTION;
            case UNFIT -> Tone.DANGER;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }

    private String named(String key, List<FleetNode> nodes) {
        String names =
                nodes.stream().limit(3).map(FleetNode::label).collect(Collectors.joining(", "));
        return words.count(
                key,
                nodes.size(),
                "nodes",
                nodes.size() > 3 ? names + ", …" : names,
                "all",
                snapshot.nodes().size());
    }

    private void arrange() {
        String wanted = find.get().strip().toLowerCase(Locale.ROOT);
        rows.set(
                rowsInWords.of(snapshot, now).stream()
                        .filter(row -> matches(row, wanted))
                        .filter(
                                row ->
                                        !onlyNotFit.get()
                                                || row.needs()
                                                || row.verdict() != Verdict.FIT)
                        .sorted(NodeOrder.of(order.get()))
                        .toList());
        String chosen = selected.get();
        boolean there =
                chosen != null && rows.get().stream().anyMatch(row -> row.nodeId().equals(chosen));
        if (!there) {
            selected.set(rows.get().isEmpty() ? null : rows.get().getFirst().nodeId());
        }
        pick();
    }

    private static boolean matches(NodeRow row, String wanted) {
        return wanted.isEmpty()
                || row.nodeId().contains(wanted)
                || row.account().contains(wanted)
                || row.label().toLowerCase(Locale.ROOT).contains(wanted)
                || row.role().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private void pick() {
        String chosen = selected.get();
        NodeRow before = shown.get();
        NodeRow row =
                rows.get().stream()
                        .filter(each -> each.nodeId().equals(chosen))
                        .findFirst()
                        .orElse(null);
        shown.set(row);
        String account = row == null ? "" : row.account();
        if (!account.equals(before == null ? "" : before.account())) {
            balances.set(List.of());
            load();
        }
    }

    /** Reads the balances of the selected node; a later selection makes an answer void. */
    private void load() {
        loading.cancel();
        NodeRow row = shown.get();
        if (row == null || row.node().machineAccount().isEmpty()) {
            balances.set(List.of());
            return;
        }
        String account = row.node().machineAccount().get().hex();
        Instant since = now.minus(span.get().length());
        loading =
                tasks.start(
                        "reading balances",
                        () -> fleet.balances(account, since),
                        balances::set,
                        failure::set);
    }

    /** Gives the selected node another name. */
    public void rename(String label) {
        String node = selected.get();
        if (node != null) {
            run("naming a node", () -> fleet.rename(node, label));
        }
    }

    /** Takes the selected node off the list; the operator was asked. */
    public void remove() {
        String node = selected.get();
        if (node != null) {
            run("removing a node", () -> fleet.remove(node));
        }
    }

    /** Examines again now. */
    public void refresh() {
        fleet.refresh();
    }

    private void run(String name, Runnable act) {
        failure.set(null);
        Callable<Boolean> work =
                () -> {
                    act.run();
                    return true;
                };
        tasks.start(name, work, _ -> {}, failure::set);
    }

    /** How the list stands. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The answer of the page. */
    public ReadOnlyObjectProperty<Headline> headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    /** The nodes that pass the filters, in the chosen order. */
    ReadOnlyObjectProperty<List<NodeRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The selected node, or null. */
    ReadOnlyObjectProperty<@Nullable NodeRow> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What was seen of the selected node's balance. */
    ReadOnlyObjectProperty<List<Balance>> balancesProperty() {
        return balances.getReadOnlyProperty();
    }

    /** When the plot begins. */
    Instant plotFrom() {
        return now.minus(span.get().length());
    }

    /** What went wrong with the last thing done, or null. */
    public ReadOnlyObjectProperty<@Nullable Fault> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What keeps the list from being read or kept, or null. */
    public Optional<Fault> trouble() {
        return Optional.ofNullable(snapshot.trouble())
                .or(() -> Optional.ofNullable(snapshot.setAside()));
    }

    /** Since when, or null. */
    public @Nullable Instant troubleSince() {
        return snapshot.troubleSince();
    }

    /** When the nodes were examined last, or null. */
    public @Nullable Instant examinedAt() {
        return snapshot.examinedAt();
    }

    /** Part of a name, an ID, an address or a role to look for. */
    public StringProperty findProperty() {
        return find;
    }

    /** Whether nodes that are fit are left out. */
    public BooleanProperty onlyNotFitProperty() {
        return onlyNotFit;
    }

    /** The order of the table. */
    public ObjectProperty<GridOrder> orderProperty() {
        return order;
    }

    /** ID of the selected node, or null. */
    public ObjectProperty<@Nullable String> selectedProperty() {
        return selected;
    }

    /** How far back the plot goes. */
    public ObjectProperty<Span> spanProperty() {
        return span;
    }

    /** How many nodes there are, whatever the filters say. */
    public int size() {
        return snapshot.nodes().size();
    }

    /** The sentence for everything that is shown, ready to be told to somebody. */
    public String told() {
        return Objects.requireNonNull(headline.get()).sentence();
    }
}
