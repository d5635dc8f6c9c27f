package io.epochdesk.fleet.view;

import io.epochdesk.doctor.Remedy;
import io.epochdesk.fleet.FleetNode;

/** Where a remedy can be carried out from the page: guided flows and other pages. */
public interface FlowPort {

    /** Nothing can be carried out. */
    FlowPort NONE =
            new FlowPort() {
                @Override
                public boolean can(Remedy remedy) {
                    return false;
                }

                @Override
                public void openFlow(Remedy remedy, FleetNode node) {
                    throw new IllegalStateException("there is no way to do " + remedy);
                }
            };

    /** Whether the console can do this, so that there is a button for it. */
    boolean can(Remedy remedy);

    /** Begins to do it for this node. On the FX thread. */
    void openFlow(Remedy remedy, FleetNode node);
}
