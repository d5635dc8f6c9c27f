package io.epochdesk.registration;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.live.LatestValue;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.AccountState;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.BlockReader;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.Connection;
import io.epochdesk.network.EventSource;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.ScriptRunner;
import io.epochdesk.network.SequenceNumbers;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.network.TransactionProgress;
import io.epochdesk.network.TransactionSender;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A network whose node does not do with transactions what it should; all else is the real one. */
final class TwistedNetwork implements FlowNetwork {

    /** What the node does. */
    enum Manner {
        HONEST,
        /** Says that it took a transaction, and drops it. */
        SWALLOWS,
        /** Takes a transaction, does not answer, and knows nothing of it for a while. */
        ANSWERS_LATE,
        /** Tells a sequence number that is not the account's. */
        LIES_ABOUT_THE_SEQUENCE_NUMBER,
        /** Takes a transaction, and is out of reach for a while. */
        DIES_AFTER_ACCEPTING
    }

    private static final int WHILE = 4;

    private final FlowNetwork real;
    private Manner manner = Manner.HONEST;
    private int silent;
    private boolean dead;
    private @Nullable NetworkProfile pretended;
    private @Nullable LatestValue<Connection> pretendedConnection;
    private final List<String> handedIn = new ArrayList<>();

    TwistedNetwork(FlowNetwork real) {
        this.real = real;
    }

    /** The node does this with the next transaction, and is honest from then on. */
    void behave(Manner next) {
        manner = next;
    }

    /** IDs of all transactions that were handed in, in order. */
    List<String> handedIn() {
        return handedIn;
    }

    @Override
    public TransactionSender transactions() {
        return new TransactionSender() {
            @Override
            public Footing footing(FlowAddress account) {
                Footing footing = real.transactions().footing(account);
                return manner == Manner.LIES_ABOUT_THE_SEQUENCE_NUMBER ? lying(footing) : footing;
            }

            @Override
            public HandedIn handIn(TransactionBody transaction, ChainIdentity identity) {
                Manner now = manner;
                manner = Manner.HONEST;
                HandedIn taken =
                        now == Manner.SWALLOWS
                                ? new HandedIn("?", true, "twisted")
                                : real.transactions().handIn(transaction, identity);
                handedIn.add(taken.id());
                silent =
                        now == Manner.ANSWERS_LATE || now == Manner.DIES_AFTER_ACCEPTING
                                ? WHILE
                                : 0;
                dead = now == Manner.DIES_AFTER_ACCEPTING;
                return now == Manner.ANSWERS_LATE
                        ? new HandedIn(taken.id(), false, "twisted")
                        : taken;
            }

            @Override
            public TransactionProgress progress(String id, ChainIdentity identity) {
                if (silent > 0) {
                    silent--;
                    if (dead) {
                        throw NetworkFault.of(
                                NetworkFault.Kind.UNREACHABLE,
                                "",
                                "node",
                                "twisted",
                                "address",
                                "?");
                    }
                    return new TransactionProgress(
                            TransactionProgress.State.UNKNOWN, 0, "", "", List.of());
                }
                return real.transactions().progress(id, identity);
            }

            @Override
            public Optional<BlockHeader> block(String id) {
                return real.transactions().block(id);
            }
        };
    }

    private static TransactionSender.Footing lying(TransactionSender.Footing footing) {
        AccountState account = footing.account();
        return new TransactionSender.Footing(
                footing.reference(),
                new AccountState(
                        account.address(),
                        account.balance(),
                        account.keys().stream()
                                .map(
                                        key ->
                                                new AccountState.Key(
                                                        key.index(),
                                                        key.publicKey(),
                                                        key.signatureAlgorithm(),
                                                        key.hashAlgorithm(),
                                                        key.weight(),
                                                        key.sequenceNumber() + 5,
                                                        key.revoked()))
                                .toList()),
                footing.source(),
                footing.identity());
    }

    /** From now on it says of itself that it is this, over this node. */
    void pretend(NetworkProfile profile, AccessNode node) {
        pretended = profile;
        Connection now = real.connection().current();
        pretendedConnection =
                new LatestValue<>(
                        new Connection(
                                now.state(),
                                now.identity(),
                                node,
                                now.tip(),
                                now.tipSeenAt(),
                                now.latency(),
                                now.fault()));
    }

    /** It no longer pretends anything. */
    void beItself() {
        pretended = null;
        pretendedConnection = null;
    }

    @Override
    public NetworkProfile profile() {
        return pretended == null ? real.profile() : pretended;
    }

    @Override
    public ScriptRunner scripts() {
        return real.scripts();
    }

    @Override
    public BlockReader blocks() {
        return real.blocks();
    }

    @Override
    public EventSource events() {
        return real.events();
    }

    @Override
    public SequenceNumbers sequenceNumbers() {
        return real.sequenceNumbers();
    }

    @Override
    public LatestValue<Connection> connection() {
        return pretendedConnection == null ? real.connection() : pretendedConnection;
    }

    @Override
    public void pace(Pace pace) {
        real.pace(pace);
    }

    @Override
    public Duration scriptInterval() {
        return real.scriptInterval();
    }

    @Override
    public void close() {
        real.close();
    }
}
