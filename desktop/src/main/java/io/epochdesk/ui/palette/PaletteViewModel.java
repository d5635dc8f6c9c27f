package io.epochdesk.ui.palette;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the palette finds. Before anything is typed it offers what was used lately, newest first,
 * and then pages and flows; then what fits best, of equals what was used last.
 */
public final class PaletteViewModel {

    /** More would not be read. */
    static final int MOST = 50;

    private final Supplier<List<Command>> source;
    private final Supplier<List<String>> recent;
    private final Consumer<String> used;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Match>> matches =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private List<Command> all = List.of();
    private List<String> lately = List.of();

    /**
     * A closed palette.
     *
     * @param source everything there is to find; asked when the palette opens
     * @param recent IDs of what was used lately, newest first
     * @param used told the ID of what is used
     */
    public PaletteViewModel(
            Supplier<List<Command>> source, Supplier<List<String>> recent, Consumer<String> used) {
        this.source = source;
        this.recent = recent;
        this.used = used;
        query.subscribe(this::find);
    }

    /** Opens it empty, or closes it. */
    public void toggle() {
        if (open.get()) {
            close();
            return;
        }
        all = source.get();
        lately = recent.get();
        query.set("");
        find();
        open.set(true);
    }

    /** Closes it. */
    public void close() {
        open.set(false);
    }

    /** Selects so many rows further down, or up; from the last on to the first. */
    void move(int by) {
        int size = matches.get().size();
        if (size > 0) {
            selected.set(Math.floorMod(selected.get() + by, size));
        }
    }

    /** Selects so many rows further down, or up, without going round. */
    void leap(int by) {
        int last = matches.get().size() - 1;
        if (last >= 0) {
            selected.set(Math.clamp(selected.get() + (long) by, 0, last));
        }
    }

    /** Selects a row. */
    void select(int row) {
        selected.set(row);
    }

    /** Does what is selected, and closes first. */
    void run() {
        chosen().ifPresent(
                        command -> {
                            close();
                            used.accept(command.id());
                            command.act().run();
                        });
    }

    /** Whether a row was used lately and stands first for that. */
    boolean isRecent(Match match) {
        return query.get().isBlank() && lately.contains(match.command().id());
    }

    /** How many there are to find. */
    int size() {
        return all.size();
    }

    private Optional<Command> chosen() {
        int at = selected.get();
        return at >= 0 && at < matches.get().size()
                ? Optional.of(matches.get().get(at).command())
                : Optional.empty();
    }

    private void find() {
        Query wanted = Query.of(query.get());
        List<Match> found = wanted.isEmpty() ? offered() : fitting(wanted);
        matches.set(found);
        selected.set(found.isEmpty() ? -1 : 0);
    }

    private List<Match> offered() {
        return all.stream()
                .filter(command -> command.kind().isOffered() || lately.contains(command.id()))
                .sorted(Comparator.comparingInt(this::age).thenComparing(Command::kind))
                .limit(MOST)
                .map(command -> new Match(command, 0, List.of()))
                .toList();
    }

    private List<Match> fitting(Query wanted) {
        return all.stream()
                .map(wanted::match)
                .flatMap(Optional::stream)
                .sorted(
                        Comparator.comparingInt(Match::score)
                                .reversed()
                                .thenComparingInt(match -> age(match.command()))
                                .thenComparing(match -> match.command().kind()))
                .limit(MOST)
                .toList();
    }

    private int age(Command command) {
        int at = lately.indexOf(command.id());
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    /** What is typed. */
    public StringProperty queryProperty() {
        return query;
    }

    /** What fits, best first. */
    ReadOnlyObjectProperty<List<Match>> matchesProperty() {
        return matches.getReadOnlyProperty();
    }

    /** The selected row, or -1 when there is none. */
    ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Whether it is open. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }
}
