package io.epochdesk.fleet.view;

import io.epochdesk.fleet.Fleet;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.text.Formats;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.FxTasks;
import io.epochdesk.ui.FxThread;
import io.epochdesk.ui.Page;

import javafx.scene.Parent;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.util.Optional;

/** My nodes in the navigation. */
public final class NodesPage implements Page {

    /** Its ID. */
    public static final String ID = "nodes";

    private final Formats formats;
    private final NodesViewModel model;
    private final NodesView view;

    /**
     * The page.
     *
     * @param feed the fleet's snapshots
     * @param flows where remedies can be carried out
     * @param around what every page uses
     */
    public NodesPage(Fleet fleet, FxFeed<FleetSnapshot> feed, FlowPort flows, Around around) {
        formats = around.formats();
        model = new NodesViewModel(fleet, around.tasks(), formats);
        view =
                new NodesView(
                        model,
                        () -> new AddViewModel(fleet, around.tasks()),
                        flows,
                        feed,
                        new NodesView.Furniture(
                                around.clock(), formats, around.fx(), around.dress()));
    }

    /**
     * What every page uses.
     *
     * @param tasks runs work in the background
     * @param clock tells the time
     * @param formats language and zone
     * @param fx the FX thread
     * @param dress what dialogs wear
     */
    public record Around(
            FxTasks tasks, FxClock clock, Formats formats, FxThread fx, DialogDress dress) {}

    /** Selects a node, if it is there. */
    public void select(String nodeId) {
        model.findProperty().set("");
        model.onlyNotFitProperty().set(false);
        model.selectedProperty().set(nodeId);
    }

    /** Asks which nodes to add. */
    public void add() {
        view.add();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return formats.words().say("fleet.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignS.STAR_OUTLINE;
    }

    @Override
    public Parent root() {
        return view.root();
    }

    @Override
    public void find() {
        view.find();
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public Optional<String> copyable() {
        return Optional.ofNullable(model.selectedProperty().get());
    }
}
