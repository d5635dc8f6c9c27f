package io.epochdesk.registration.view;

import io.epochdesk.fault.Fault;
import io.epochdesk.history.Activity;
import io.epochdesk.registration.FlowRecord;
import io.epochdesk.registration.FlowWords;
import io.epochdesk.registration.Flows;
import io.epochdesk.registration.Sending;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FxTasks;
import io.epochdesk.ui.Tone;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What was done on this network, and which flows can be taken up again. */
public final class ActivityViewModel {

    /** More is not read by anybody. */
    private static final int MOST = 500;

    private final FlowDesk desk;
    private final FxTasks tasks;
    private final Words words;
    private final FlowWords flow;
    private final ReadOnlyObjectWrapper<@Nullable List<ActivityRow>> rows =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<FlowRecord>> unfinished =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Fault> fault = new ReadOnlyObjectWrapper<>();
    private int asked;

    public ActivityViewModel(FlowDesk desk, FxTasks tasks, Words words) {
        this.desk = desk;
        this.tasks = tasks;
        this.words = words;
        flow = new FlowWords(words);
    }

    private record Answer(Map<Long, Activity> activities, Flows.Unfinished unfinished) {}

    /** Looks again. */
    public void look() {
        int mine = ++asked;
        tasks.start(
                "reading activities",
                () -> new Answer(desk.activities(MOST), desk.unfinished()),
                answer -> {
                    // A later look may have been answered first.
                    if (mine == asked) {
                        show(answer);
                    }
                },
                failure -> {
                    if (mine == asked) {
                        fault.set(failure);
                    }
                });
    }

    private void show(Answer answer) {
        fault.set(answer.unfinished().unreadable().stream().findFirst().orElse(null));
        List<ActivityRow> now =
                answer.activities().entrySet().stream()
                        .map(each -> row(each.getKey(), each.getValue()))
                        .toList();
        if (!now.equals(rows.get())) {
            rows.set(now);
        }
        if (!answer.unfinished().flows().equals(unfinished.get())) {
            unfinished.set(answer.unfinished().flows());
        }
        open.set(unfinished.get().size());
    }

    private ActivityRow row(long number, Activity activity) {
        return new ActivityRow(
                number,
                activity,
                what(activity),
                words.name("flows.outcome", activity.outcome()),
                switch (activity.outcome()) {
                    case UNDER_WAY -> Tone.PROGRESS;
                    case SUCCEEDED -> Tone.SUCCESS;
                    case FAILED -> Tone.DANGER;
                    case EXPIRED -> Tone.ATTENTION;
                });
    }

    private String what(Activity activity) {
        String key = "flows.did." + activity.what();
        return words.has(key) ? words.say(key) : activity.what();
    }

    /** Throws away what was entered for a flow; nothing of it may be under way. */
    void throwAway(FlowRecord record) {
        tasks.start(
                "throwing a flow away",
                () -> {
                    desk.resume(record).close();
                    return true;
                },
                _ -> look(),
                fault::set);
    }

    /** Whether a flow can be thrown away: not while its transaction may still be carried out. */
    static boolean canThrowAway(FlowRecord record) {
        return record.sendings().stream().noneMatch(Sending::isUndecided);
    }

    /** A flow and where it stands, in words. */
    String describe(FlowRecord record) {
        return words.say(
                "flows.unfinished",
                "title",
                flow.name(record.kind()),
                "step",
                flow.name(record.step()));
    }

    /** The log, newest first; null until it is read. */
    ReadOnlyObjectProperty<@Nullable List<ActivityRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Flows that were begun and not ended, the one touched last first. */
    ReadOnlyObjectProperty<List<FlowRecord>> unfinishedProperty() {
        return unfinished.getReadOnlyProperty();
    }

    /** How many flows were begun and not ended. */
    public ReadOnlyIntegerProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** What keeps the log from being read, or null. */
    ReadOnlyObjectProperty<@Nullable Fault> faultProperty() {
        return fault.getReadOnlyProperty();
    }
}
