package io.epochdesk.fleet;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.history.HistoryStore;
import io.epochdesk.history.Notices;
import io.epochdesk.history.Observations.Balance;
import io.epochdesk.history.OwnNode;
import io.epochdesk.live.LatestValue;
import io.epochdesk.live.Pulse;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.VotingRound;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The own nodes of a real network. One pulse looks every second at what the board shows and what
 * the history lists; another has the doctor examine the nodes now and then.
 */
public final class LiveFleet implements Fleet {

    /** Between two looks: neither reads the chain. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** After the history could not be read or written. */
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

    private final Board board;
    private final InstantSource clock;
    private final Supplier<List<OwnNode>> given;
    private final Pulse looks;
    private final KeptHistory history;
    private final Rounds rounds;
    private final Intake intake;
    private final LatestValue<FleetSnapshot> snapshot = new LatestValue<>(FleetSnapshot.empty());
    private @Nullable DeedLog log;
    private @Nullable ChainIdentity logged;
    private Board.@Nullable Hold hold;
    private Set<Board.Interest> held = EnumSet.noneOf(Board.Interest.class);

    /**
     * A fleet that begins to look at once.
     *
     * @param board the network's board; closed by whoever opened it, after this
     * @param place where the history is kept, and the clock
     * @param keys shows the doctor the nodes' keys
     * @param given nodes that are the operator's from the beginning, as in a rehearsal
     * @param looks the beat of looking at board and history
     * @param examinations the beat of examining
     */
    public LiveFleet(
            Board board,
            Place place,
            KeyFinder keys,
            Supplier<List<OwnNode>> given,
            Pulse looks,
            Pulse examinations) {
        this.board = board;
        this.given = given;
        this.looks = looks;
        clock = place.clock();
        history = new KeptHistory(place.data(), clock);
        intake = new Intake(board.network(), clock);
        rounds = new Rounds(board, history, keys, clock, examinations, looks::hurry);
        looks.start(this::look);
    }

    /**
     * Where and when.
     *
     * @param data the data folder
     * @param clock what moments are told by
     */
    public record Place(Path data, InstantSource clock) {}

    @Override
    public LatestValue<FleetSnapshot> snapshot() {
        return snapshot;
    }

    @Override
    public void refresh() {
        rounds.hurry();
        looks.hurry();
    }

    @Override
    public Found find(String text) {
        return intake.find(text);
    }

    @Override
    public Found look(Path folder) {
        return intake.look(folder);
    }

    @Override
    public void add(List<OwnNode> nodes) {
        history.open().ownNodes().add(nodes);
        refresh();
    }

    @Override
    public void remove(String nodeId) {
        history.open().ownNodes().remove(nodeId);
        looks.hurry();
    }

    @Override
    public void rename(String nodeId, String label) {
        if (!label.isBlank()) {
            history.open().ownNodes().rename(nodeId, label.strip());
            looks.hurry();
        }
    }

    @Override
    public List<Balance> balances(String account, Instant since) {
        return history.open().observations().balances(account, since);
    }

    @Override
    public NeedOutcome outcome(Need before) {
        return new NeedRules(
                        board.snapshot().current(), snapshot.current().nodes(), clock.instant())
                .outcome(before);
    }

    @Override
    public Notices notices() {
        return history.open().notices();
    }

    @Override
    public void close() {
        try {
            looks.close();
            rounds.close();
        } finally {
            if (hold != null) {
                hold.close();
            }
            history.close();
        }
    }

    private Duration look() {
        BoardSnapshot shown = board.snapshot().current();
        ChainIdentity identity = shown.connection().identity();
        if (identity == null) {
            return LOOK_EVERY;
        }
        try {
            publish(of(shown, identity));
            return LOOK_EVERY;
        } catch (FaultException e) {
            troubled(e.fault());
            return AFTER_TROUBLE;
        }
    }

    private FleetSnapshot of(BoardSnapshot shown, ChainIdentity identity) {
        HistoryStore store = history.of(identity);
        List<OwnNode> own = store.ownNodes().all();
        if (own.isEmpty() && !given.get().isEmpty()) {
            store.ownNodes().add(given.get());
            own = store.ownNodes().all();
        }
        hold(own);
        rounds.of(own, identity);
        DeedLog deeds = log(shown, store, identity);
        Set<String> ids = own.stream().map(OwnNode::nodeId).collect(Collectors.toSet());
        List<Duty> duties = deeds == null ? List.of() : new DutyRules(shown, deeds).of(ids);
        List<FleetNode> nodes = new ArrayList<>();
        for (OwnNode each : own) {
            nodes.add(
                    rounds.known(
                            each,
                            duties.stream()
                                    .filter(duty -> duty.nodeId().equals(each.nodeId()))
                                    .toList(),
                            cluster(shown, each.nodeId())));
        }
        return new FleetSnapshot(
                true,
                nodes,
                own.isEmpty() ? List.of() : new NeedRules(shown, nodes, clock.instant()).needs(),
                rounds.doneAt(),
                rounds.trouble(),
                rounds.troubleSince(),
                history.setAside().orElse(null));
    }

    private @Nullable DeedLog log(BoardSnapshot shown, HistoryStore store, ChainIdentity identity) {
        EpochState epoch = shown.epoch().value().orElse(null);
        if (epoch == null) {
            return null;
        }
        DeedLog deeds = log;
        if (deeds == null || deeds.epoch() != epoch.upcomingCounter() || !identity.equals(logged)) {
            deeds =
                    new DeedLog(
                            epoch.upcomingCounter(),
                            store.observations().deeds(epoch.upcomingCounter()));
            log = deeds;
            logged = identity;
        }
        var fresh = deeds.look(shown);
        if (!fresh.isEmpty()) {
            store.observations().keep(List.of(), List.of(), fresh);
        }
        return deeds;
    }

    /** What own nodes do is followed while there are any, whatever page is shown. */
    private void hold(List<OwnNode> own) {
        Set<Board.Interest> wanted =
                own.isEmpty()
                        ? EnumSet.noneOf(Board.Interest.class)
                        : EnumSet.allOf(Board.Interest.class);
        if (wanted.equals(held)) {
            return;
        }
        Board.Hold before = hold;
        hold = wanted.isEmpty() ? null : board.hold(wanted.toArray(Board.Interest[]::new));
        held = wanted;
        if (before != null) {
            before.close();
        }
    }

    private void publish(FleetSnapshot next) {
        if (!next.equals(snapshot.current())) {
            snapshot.publish(next);
        }
    }

    private void troubled(Fault fault) {
        FleetSnapshot before = snapshot.current();
        publish(
                new FleetSnapshot(
                        before.listed(),
                        before.nodes(),
                        before.needs(),
                        before.examinedAt(),
                        fault,
                        before.troubleSince() == null ? clock.instant() : before.troubleSince(),
                        before.setAside()));
    }

    private static OptionalInt cluster(BoardSnapshot shown, String nodeId) {
        return shown
                .voting()
                .value()
                .filter(round -> round.standing() == VotingRound.Standing.CURRENT)
                .map(VotingRound::clusters)
                .orElse(List.of())
                .stream()
                .filter(
                        cluster ->
                                cluster.members().stream()
                                        .anyMatch(member -> member.nodeId().equals(nodeId)))
                .mapToInt(ClusterTally::index)
                .findFirst();
    }
}
