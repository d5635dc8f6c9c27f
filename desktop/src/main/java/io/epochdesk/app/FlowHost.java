package io.epochdesk.app;

import io.epochdesk.fault.Fault;
import io.epochdesk.guide.view.GuideViewModel;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.Flow;
import io.epochdesk.registration.FlowRecord;
import io.epochdesk.registration.view.ActivityPage;
import io.epochdesk.registration.view.ActivityViewModel;
import io.epochdesk.registration.view.FlowDesk;
import io.epochdesk.registration.view.FlowPage;
import io.epochdesk.registration.view.FlowStart;
import io.epochdesk.registration.view.FlowTools;
import io.epochdesk.registration.view.FlowViewModel;
import io.epochdesk.text.FaultText;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.Shell;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.Callable;

/** Opens guided flows in the window, one at a time; one that gives way to another is kept. */
final class FlowHost {

    private final FlowDesk desk;
    private final FlowTools tools;
    private final Shell shell;
    private final FxClock clock;
    private final GuideViewModel guide;
    private final DialogDress dress;
    private final ActivityViewModel activities;
    private final ActivityPage activityPage;
    private @Nullable FlowPage open;

    FlowHost(
            FlowDesk desk,
            FlowTools tools,
            Shell shell,
            FxClock clock,
            GuideViewModel guide,
            DialogDress dress) {
        this.desk = desk;
        this.tools = tools;
        this.shell = shell;
        this.clock = clock;
        this.guide = guide;
        this.dress = dress;
        activities = new ActivityViewModel(desk, tools.tasks(), tools.formats().words());
        activityPage =
                new ActivityPage(
                        activities,
                        tools.formats(),
                        clock,
                        tools.fx(),
                        dress,
                        this::resume,
                        this::begin);
        activities.openProperty().subscribe(many -> call(many.intValue()));
    }

    /** Says in the navigation that flows wait; the one that is open does not count. */
    private void call(int unfinished) {
        shell.call(activityPage.id(), unfinished > (open == null ? 0 : 1));
    }

    /** The page that offers and lists them. */
    ActivityPage activityPage() {
        return activityPage;
    }

    /** Looks what was done here, for whoever asks the Activity page without opening it. */
    void look() {
        activities.look();
    }

    /** Begins a flow with what is known for it. */
    void begin(FlowStart start) {
        open(
                "beginning a flow",
                () -> {
                    Flow flow = desk.begin(start.kind());
                    Map<Field, String> values = start.usable();
                    if (!values.isEmpty()) {
                        flow.enter(values, "");
                    }
                    return flow;
                });
    }

    private void resume(FlowRecord record) {
        FlowPage now = open;
        if (now != null && now.model().id().equals(record.id())) {
            shell.open(FlowPage.ID);
        } else {
            open("taking a flow up", () -> desk.resume(record));
        }
    }

    private void open(String name, Callable<Flow> how) {
        tools.tasks().start(name, how, this::show, this::tell);
    }

    private void show(Flow flow) {
        leave();
        FlowPage page =
                new FlowPage(
                        new FlowViewModel(flow, tools),
                        new FlowPage.Ways(this::close, this::begin, () -> shell.open("keys")),
                        clock,
                        guide,
                        dress);
        open = page;
        shell.guest(page);
    }

    private void tell(Fault fault) {
        shell.notices().say(FaultText.of(tools.formats().words(), fault).sentence());
    }

    private void close() {
        leave();
        activities.look();
        shell.dismiss(FlowPage.ID);
    }

    /** Keeps what was typed in the flow that is open. */
    void leave() {
        FlowPage before = open;
        open = null;
        if (before != null && !before.model().finishedProperty().get()) {
            before.leave();
        }
    }
}
