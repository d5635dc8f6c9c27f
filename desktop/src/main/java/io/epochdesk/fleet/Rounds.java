package io.epochdesk.fleet;

import io.epochdesk.board.Board;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.Doctor;
import io.epochdesk.doctor.Examination;
import io.epochdesk.doctor.NodeUnderCare;
import io.epochdesk.doctor.past.KeptSpending;
import io.epochdesk.doctor.past.Sightings;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.history.HistoryStore;
import io.epochdesk.history.Observations;
import io.epochdesk.history.Observations.Balance;
import io.epochdesk.history.Observations.KeyState;
import io.epochdesk.history.OwnNode;
import io.epochdesk.live.Pulse;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.Connection;
import io.epochdesk.network.RequestBudget;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The doctor's rounds: all own nodes are examined together, again and again, and what was read is
 * kept.
 */
final class Rounds implements AutoCloseable {

    /** Between two rounds where calls are not counted. */
    private static final Duration OFTEN = Duration.ofSeconds(10);

    /** While setup is open on a public host: a tenth of what run-now-and-then scripts may use. */
    private static final Duration IN_SETUP = Duration.ofSeconds(60);

    /** Else on a public host. */
    private static final Duration CALMLY = Duration.ofMinutes(5);

    /** How far back a balance is shown beside its node. */
    private static final Duration LATELY = Duration.ofDays(14);

    private final Board board;
    private final KeptHistory history;
    private final KeyFinder keys;
    private final InstantSource clock;
    private final Pulse pulse;
    private final Runnable done;
    private volatile List<OwnNode> own = List.of();
    private volatile Results results = Results.NONE;

    /**
     * What the newest round found.
     *
     * @param identity the network it was on
     */
    private record Results(
            @Nullable ChainIdentity identity,
            Map<String, Examination> examinations,
            Map<String, KeyState> uses,
            Map<String, List<Balance>> balances,
            @Nullable Instant at,
            @Nullable Fault trouble,
            @Nullable Instant troubleSince) {

        static final Results NONE =
                new Results(null, Map.of(), Map.of(), Map.of(), null, null, null);
    }

    Rounds(
            Board board,
            KeptHistory history,
            KeyFinder keys,
            InstantSource clock,
            Pulse pulse,
            Runnable done) {
        this.board = board;
        this.history = history;
        this.keys = keys;
        this.clock = clock;
        this.pulse = pulse;
        this.done = done;
        pulse.start(this::look);
    }

    /** These are the own nodes on this network now; one that is new is examined at once. */
    void of(List<OwnNode> now, ChainIdentity identity) {
        if (!identity.equals(results.identity())) {
            results = Results.NONE;
        }
        Set<String> before = own.stream().map(OwnNode::nodeId).collect(Collectors.toSet());
        own = now;
        if (now.stream().anyMatch(node -> !before.contains(node.nodeId()))) {
            pulse.hurry();
        }
    }

    /** Begins the next round now. */
    void hurry() {
        pulse.hurry();
    }

    /** When the newest round was done, or null before the first. */
    @Nullable Instant doneAt() {
        return results.at();
    }

    /** Why the newest round failed, or null. */
    @Nullable Fault trouble() {
        return results.trouble();
    }

    /** Since when rounds fail, or null. */
    @Nullable Instant troubleSince() {
        return results.troubleSince();
    }

    /** A node with what the newest round found of it. */
    FleetNode known(OwnNode node, List<Duty> duties, OptionalInt cluster) {
        Results now = results;
        return new FleetNode(
                node,
                now.examinations().get(node.nodeId()),
                duties,
                cluster,
                now.uses().get(node.nodeId()),
                now.balances().getOrDefault(node.nodeId(), List.of()));
    }

    @Override
    public void close() {
        pulse.close();
    }

    private Duration look() {
        ChainIdentity identity = board.snapshot().current().connection().identity();
        List<OwnNode> nodes = own;
        if (identity == null || nodes.isEmpty() || isLost()) {
            // while nothing answers, what was found last stays with its age
            return OFTEN;
        }
        try {
            history.compare(identity, board.network().blocks());
            HistoryStore store = history.of(identity);
            List<Examination> found = examine(nodes, store);
            Sightings.keep(store, found);
            if (identity.equals(board.snapshot().current().connection().identity())) {
                results = results(identity, found, store);
            }
        } catch (FaultException e) {
            Results before = results;
            results =
                    new Results(
                            before.identity(),
                            before.examinations(),
                            before.uses(),
                            before.balances(),
                            before.at(),
                            e.fault(),
                            before.troubleSince() == null
                                    ? clock.instant()
                                    : before.troubleSince());
        }
        done.run();
        return interval();
    }

    private boolean isLost() {
        return board.snapshot().current().connection().state() == Connection.State.LOST;
    }

    private List<Examination> examine(List<OwnNode> nodes, HistoryStore store) {
        List<KeyFinder.Care> cares = new ArrayList<>();
        try {
            List<NodeUnderCare> patients = new ArrayList<>();
            for (OwnNode node : nodes) {
                KeyFinder.Care care = keys.of(node);
                cares.add(care);
                patients.add(care.node());
            }
            return new Doctor(board.network(), new KeptSpending(store, clock)).examine(patients);
        } finally {
            cares.forEach(KeyFinder.Care::close);
        }
    }

    private Results results(ChainIdentity identity, List<Examination> found, HistoryStore store) {
        Instant now = clock.instant();
        Observations seen = store.observations();
        Map<String, List<KeyState>> states = seen.keyStates();
        Map<String, Examination> examinations = new HashMap<>();
        Map<String, KeyState> uses = new HashMap<>();
        Map<String, List<Balance>> balances = new HashMap<>();
        for (Examination each : found) {
            String node = each.node().nodeId();
            examinations.put(node, each);
            FlowAddress address = each.machineAccount();
            if (address != null) {
                // the key a node uses is the first unless its operator rotated it: the newest use
                states.getOrDefault(address.hex(), List.of()).stream()
                        .reduce(
                                (one, other) ->
                                        other.newest().at().isAfter(one.newest().at())
                                                ? other
                                                : one)
                        .ifPresent(use -> uses.put(node, use));
                balances.put(node, seen.balances(address.hex(), now.minus(LATELY)));
            }
        }
        return new Results(
                identity,
                Map.copyOf(examinations),
                Map.copyOf(uses),
                Map.copyOf(balances),
                now,
                null,
                null);
    }

    private Duration interval() {
        if (board.network().profile().budget() == RequestBudget.UNLIMITED) {
            return OFTEN;
        }
        boolean setup =
                board.snapshot()
                        .current()
                        .epoch()
                        .value()
                        .map(epoch -> epoch.phase() == EpochPhase.EPOCH_SETUP)
                        .orElse(false);
        return setup ? IN_SETUP : CALMLY;
    }
}
