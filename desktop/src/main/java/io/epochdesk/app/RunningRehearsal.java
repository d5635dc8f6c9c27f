package io.epochdesk.app;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.rehearsal.PracticeAccount;
import io.epochdesk.rehearsal.PracticeFolder;
import io.epochdesk.rehearsal.RehearsalControls;

import java.util.List;
import java.util.Optional;

/** A rehearsal network that runs inside this process, as the window needs it. */
interface RunningRehearsal extends AutoCloseable {

    /** How it is reached: through its port on this machine, by the same client as any network. */
    NetworkProfile profile();

    /** What steers it. */
    RehearsalControls controls();

    /** The nodes that can be registered in it. */
    List<PracticeFolder> practiceFolders();

    /** The account that registers them. */
    FlowAddress operator();

    /** The key of that account, index 0; the caller closes it. */
    AccountPrivateKey operatorKey();

    /** The node the operator has from the beginning, if the scenario being played has one. */
    Optional<PracticeFolder> ownNode();

    /** Further accounts of the operator's, with nodes that lack something. */
    List<PracticeAccount> practiceAccounts();

    /** Stops it; its port is free afterwards. May take a moment, so not on the FX thread. */
    @Override
    void close();
}
