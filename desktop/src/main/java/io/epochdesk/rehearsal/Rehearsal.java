package io.epochdesk.rehearsal;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.ChainId;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.RequestBudget;
import io.epochdesk.network.Transport;
import io.epochdesk.rehearsal.access.AccessServer;
import io.epochdesk.rehearsal.access.NodeIdentity;
import io.epochdesk.rehearsal.access.ServerOptions;
import io.epochdesk.rehearsal.play.Cast;
import io.epochdesk.rehearsal.play.Play;
import io.epochdesk.rehearsal.play.Scenario;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A rehearsal network running in this process: an access server on 127.0.0.1 over a chain that is
 * played. Closing it ends its threads and frees its port; it writes no files.
 */
public final class Rehearsal implements AutoCloseable {

    /** What its nodes answer for their chain. */
    public static final ChainId CHAIN = new ChainId("flow-rehearsal");

    private static final String PROFILE = "rehearsal";

    /** A ten-fold committee's messages of a few minutes come in one answer. */
    private static final int RECEIVE_CAP = 128 << 20;

    private static final OptionalLong SAFETY_THRESHOLD = OptionalLong.of(1_000);

    private final AccessServer server;
    private final @Nullable NodeIdentity identity;
    private final SteeredPlay play;

    private Rehearsal(AccessServer server, @Nullable NodeIdentity identity, SteeredPlay play) {
        this.server = server;
        this.identity = identity;
        this.play = play;
    }

    /**
     * Starts a rehearsal. Takes a moment, so not on the FX thread.
     *
     * @throws IOException when the port is taken
     * @throws IllegalArgumentException when there is no such scenario or speed
     */
    public static Rehearsal start(RehearsalOptions options) throws IOException {
        Scenario scenario = Scenario.of(options.scenario());
        if (options.size() != null) {
            scenario = scenario.with(options.size());
        }
        NodeIdentity identity = options.tls() ? NodeIdentity.fresh() : null;
        Play first = new Play(scenario, options.seed(), options.speed(), InstantSource.system());
        ServerOptions door = ServerOptions.usual().onPort(options.port());
        AccessServer server =
                AccessServer.start(
                        first.chain(), identity == null ? door : door.provenBy(identity));
        SteeredPlay play = new SteeredPlay(server, scenario, options.seed(), first);
        return new Rehearsal(server, identity, play);
    }

    /** What steers it. */
    public RehearsalControls controls() {
        return play;
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** How it is reached, by the same client as any network. */
    public NetworkProfile profile() {
        Transport transport =
                identity == null
                        ? new Transport.Plaintext()
                        : new Transport.PinnedTls(identity.networkingKey());
        return reachedAt(new AccessNode("127.0.0.1:" + port(), "127.0.0.1", port(), transport));
    }

    /** How a rehearsal is reached that another process runs. */
    public static NetworkProfile reachedAt(AccessNode node) {
        return new NetworkProfile(
                PROFILE,
                "Rehearsal",
                CHAIN,
                NetworkProfiles.emulator().contracts(),
                List.of(node),
                RequestBudget.UNLIMITED,
                RECEIVE_CAP,
                SAFETY_THRESHOLD);
    }

    /** The staking account of whoever rehearses. */
    public FlowAddress operator() {
        return cast().operator();
    }

    /** The key of that account, index 0, for the rehearsal's own vault; the caller closes it. */
    public AccountPrivateKey operatorKey() {
        return cast().operatorKey();
    }

    /** The nodes that can be registered: a collection node and a consensus node. */
    public List<PracticeFolder> practiceFolders() {
        return cast().practiceNodes().stream().map(PracticeFolder::toRegister).toList();
    }

    /** Further accounts of the operator's with nodes that lack something; the scenario says. */
    public List<PracticeAccount> practiceAccounts() {
        Cast cast = cast();
        return cast.spareAccounts().stream()
                .map(
                        account ->
                                new PracticeAccount(
                                        PracticeAccount.Kind.valueOf(account.kind().name()),
                                        account.address(),
                                        () -> cast.spareKey(account),
                                        PracticeFolder.toRegister(account.node())))
                .toList();
    }

    /** The collection node the operator has from the beginning, if the scenario says so. */
    public Optional<PracticeFolder> ownNode() {
        return play.own();
    }

    private Cast cast() {
        return play.cast();
    }

    @Override
    public void close() {
        play.close();
        server.close();
    }
}
