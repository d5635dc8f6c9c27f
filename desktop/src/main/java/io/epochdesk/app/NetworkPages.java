package io.epochdesk.app;

import io.epochdesk.board.view.OverviewPage;
import io.epochdesk.dkg.view.DkgView;
import io.epochdesk.fleet.view.NodesPage;
import io.epochdesk.quorum.view.ClustersView;
import io.epochdesk.ui.Page;

import java.util.List;

/** The pages that show a network. */
record NetworkPages(OverviewPage overview, ClustersView clusters, DkgView dkg, NodesPage nodes) {

    /** All of them in the order of the navigation. */
    List<Page> all() {
        return List.of(overview, clusters, dkg, nodes);
    }
}
