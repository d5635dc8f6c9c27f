package io.epochdesk.rehearsal.view;

import io.epochdesk.rehearsal.RehearsalControls;
import io.epochdesk.rehearsal.RehearsalPhase;
import io.epochdesk.rehearsal.RehearsalState;
import io.epochdesk.rehearsal.RehearsalState.Motion;
import io.epochdesk.rehearsal.ScenarioInfo;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Tone;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/** What the rehearsal bar says and does. */
public final class RehearsalViewModel {

    /** The speeds that are offered; with ×5,000 an epoch of a week passes in two minutes. */
    private static final List<Integer> SPEEDS = List.of(1, 10, 60, 300, 1_000, 5_000, 10_000);

    private final RehearsalControls controls;
    private final Words words;
    private final ReadOnlyObjectWrapper<BarFace> face;
    private RehearsalState state;

    public RehearsalViewModel(RehearsalControls controls, Words words) {
        this.controls = controls;
        this.words = words;
        state = controls.state().current();
        face = new ReadOnlyObjectWrapper<>(face(state));
    }

    /** What is shown now. */
    public ReadOnlyObjectProperty<BarFace> face() {
        return face.getReadOnlyProperty();
    }

    /** Takes in what the rehearsal is doing. */
    public void show(RehearsalState next) {
        state = next;
        face.set(face(next));
    }

    /** Every scenario in the order to offer them. */
    public List<ScenarioRow> scenarios() {
        return controls.scenarios().stream().map(this::row).toList();
    }

    /** The speeds to choose from, ascending; the present one is always among them. */
    public List<Integer> speeds() {
        TreeSet<Integer> offered = new TreeSet<>(SPEEDS);
        offered.add(state.speed());
        return List.copyOf(offered);
    }

    /** Pauses, or goes on. */
    public void pauseOrResume() {
        if (face.get().paused()) {
            controls.resume();
        } else {
            controls.pause();
        }
    }

    /** Goes on to the next event. */
    public void step() {
        controls.step();
    }

    /** Goes on to the beginning of a phase. */
    public void jump(RehearsalPhase phase) {
        controls.jump(phase);
    }

    /** Changes the speed. */
    public void speed(int times) {
        if (times != state.speed()) {
            controls.speed(times);
        }
    }

    /** Begins the present scenario anew, with its seed: the very same chain. */
    public void restart() {
        controls.restart(state.scenario(), state.seed());
    }

    /** Begins a scenario. */
    public void start(String scenario, long seed) {
        controls.restart(scenario, seed);
    }

    /** The seed of the chain being played. */
    public long seed() {
        return state.seed();
    }

    /** A seed as it is typed; empty when it is not a whole number. */
    public static OptionalLong seed(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    private ScenarioRow row(ScenarioInfo info) {
        String size =
                words.say(
                        "rehearsal.size",
                        "nodes",
                        info.nodes(),
                        "collection",
                        info.collectionNodes(),
                        "consensus",
                        info.consensusNodes());
        return new ScenarioRow(
                info.id(),
                info.title(),
                info.description(),
                info.synthetic() ? size + " · " + words.say("rehearsal.synthetic") : size,
                info.id().equals(state.scenario()));
    }

    private BarFace face(RehearsalState now) {
        ScenarioInfo info =
                controls.scenarios().stream()
                        .filter(each -> each.id().equals(now.scenario()))
                        .findFirst()
                        .orElseThrow();
        return new BarFace(
                info.title(),
                info.description(),
                tone(now.motion()),
                words.name("rehearsal.motion", now.motion()),
                words.say(
                        "rehearsal.place",
                        "phase",
                        words.name("rehearsal.phase", now.phase()),
                        "counter",
                        now.counter(),
                        "view",
                        now.view()),
                now.speed(),
                now.motion() == Motion.PAUSED,
                now.motion() != Motion.RESTARTING,
                now.ahead());
    }

    private static Tone tone(Motion motion) {
        return switch (motion) {
            case RUNNING, HURRYING, RESTARTING -> Tone.PROGRESS;
            case PAUSED -> Tone.CALM;
        };
    }
}
