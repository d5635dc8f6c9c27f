package io.epochdesk.registration;

/** Where a flow is kept while it lasts. */
interface Keeper {

    /** Keeps nothing: for a flow that ends before anything is signed. */
    Keeper NOWHERE =
            new Keeper() {
                @Override
                public void keep(FlowRecord record) {
                    // nothing depends on it
                }

                @Override
                public void remove(String id) {
                    // it is not there
                }
            };

    /** Keeps a flow; it lasts once this returns. */
    void keep(FlowRecord record);

    /** Forgets a flow. */
    void remove(String id);
}
