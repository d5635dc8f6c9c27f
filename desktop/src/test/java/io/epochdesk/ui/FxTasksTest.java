package io.epochdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.NetworkFault;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class FxTasksTest {

    private final HandThread fx = new HandThread();
    private final FxTasks tasks = new FxTasks(Runnable::run, fx);
    private final List<Object> told = new ArrayList<>();

    @Test
    void tellsTheResultOnTheFxThreadOnly() {
        tasks.start("count", () -> 42, told::add, told::add);
        assertThat(told).isEmpty();
        fx.turn();
        assertThat(told).containsExactly(42);
    }

    @Test
    void tellsAFaultAsItIs() {
        tasks.start(
                "probe",
                () -> {
                    throw NetworkFault.of(NetworkFault.Kind.THROTTLED, "", "node", "a");
                },
                told::add,
                fault -> told.add(fault.code()));
        fx.turn();
        assertThat(told).containsExactly("NET-121");
    }

    @Test
    void turnsWhatNobodyExpectedIntoAnInternalFault() {
        tasks.start(
                "probe",
                () -> {
                    throw new IllegalStateException("surprise");
                },
                told::add,
                told::add);
        fx.turn();
        assertThat(told).singleElement().isInstanceOf(Fault.class).asString().contains("surprise");
    }

    @Test
    void tellsNothingAfterItWasCancelled() {
        FxTasks.Running running = tasks.start("count", () -> 42, told::add, told::add);
        running.cancel();
        List<Runnable> later = new ArrayList<>();
        FxTasks slow = new FxTasks(later::add, fx);
        slow.start("count", () -> 43, told::add, told::add).cancel();
        later.forEach(Runnable::run);
        fx.turn();
        assertThat(told).containsExactly(42);
    }
}
