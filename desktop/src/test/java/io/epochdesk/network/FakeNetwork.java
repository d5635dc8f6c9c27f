package io.epochdesk.network;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.live.LatestValue;
import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A network in memory for tests: script answers by program name, blocks and events as the test lays
 * them, followers told by the test's own calls on the test's own thread. Nothing happens by itself.
 */
public final class FakeNetwork implements FlowNetwork {

    /** Timestamp of height 0; each block is one second later. */
    public static final Instant GENESIS = Instant.parse("2026-09-09T11:00:00Z");

    private final NetworkProfile profile;
    private final LatestValue<Connection> connection = new LatestValue<>(Connection.connecting());
    private final Map<String, BiFunction<Long, List<CadenceValue>, String>> answers =
            new HashMap<>();
    private final Map<String, Integer> runs = new HashMap<>();
    private final Map<FlowAddress, Map<Integer, Long>> sequences = new HashMap<>();
    private final TreeMap<Long, BlockHeader> headers = new TreeMap<>();
    private final List<ChainEvent> events = new ArrayList<>();
    private final List<Following> followings = new CopyOnWriteArrayList<>();
    private ChainIdentity identity =
            new ChainIdentity("fake", ChainId.EMULATOR, "00".repeat(32), 0);
    private Duration interval = Duration.ofSeconds(1);
    private Pace pace = Pace.CALM;
    private long earliest;
    private long eventsLackedFrom = Long.MAX_VALUE;
    private long heightOfAnswers = -1;
    private int rangeCalls;
    private int headerCalls;
    private boolean closed;

    public FakeNetwork() {
        this(OptionalLong.empty());
    }

    /** A network whose chain has fallback with this threshold. */
    public FakeNetwork(OptionalLong finalizationSafetyThreshold) {
        FlowAddress service = FlowAddress.of("f8d6e0586b0a20c7");
        profile =
                new NetworkProfile(
                        "fake",
                        "Fake network",
                        ChainId.EMULATOR,
                        Map.of("FlowEpoch", service, "FlowClusterQC", service, "FlowDKG", service),
                        List.of(
                                new AccessNode(
                                        "fake-access",
                                        "127.0.0.1",
                                        3569,
                                        new Transport.Plaintext())),
                        RequestBudget.UNLIMITED,
                        NetworkProfile.DEFAULT_RECEIVE_CAP,
                        finalizationSafetyThreshold);
    }

    /** Answers a script from now on with this JSON-Cadence text. */
    public FakeNetwork answer(String program, String json) {
        answers.put(program, (height, arguments) -> json);
        return this;
    }

    /** Answers a script from now on by a function of its arguments. */
    public FakeNetwork answer(String program, Function<List<CadenceValue>, String> answer) {
        answers.put(program, (height, arguments) -> answer.apply(arguments));
        return this;
    }

    /** Answers a script from now on by a function of the height it is run at and its arguments. */
    public FakeNetwork answerAt(
            String program, BiFunction<Long, List<CadenceValue>, String> answer) {
        answers.put(program, answer);
        return this;
    }

    /** Answers are another chain's from now on, before anybody is told. */
    public FakeNetwork nextEra() {
        identity =
                new ChainIdentity(
                        identity.profile(),
                        identity.chain(),
                        identity.rootBlock(),
                        identity.era() + 1);
        return this;
    }

    /** Fails a script from now on. */
    public FakeNetwork fail(String program, Fault fault) {
        answers.put(
                program,
                (height, arguments) -> {
                    throw new FaultException(fault);
                });
        return this;
    }

    /** Lays a block; heights may be sparse, the tip is the highest laid. */
    public FakeNetwork block(long height, long view) {
        headers.put(
                height,
                new BlockHeader(
                        id(height), id(height - 1), height, view, GENESIS.plusSeconds(height)));
        connected();
        return this;
    }

    /** Lays blocks of one view step each, a second apart. */
    public FakeNetwork blocks(long fromHeight, long toHeight, long firstView, long viewsPerBlock) {
        return blocks(fromHeight, toHeight, firstView, viewsPerBlock, Duration.ofSeconds(1));
    }

    /** Lays blocks of one view step each, so far apart in time. */
    public FakeNetwork blocks(
            long fromHeight, long toHeight, long firstView, long viewsPerBlock, Duration apart) {
        for (long height = fromHeight; height <= toHeight; height++) {
            headers.put(
                    height,
                    new BlockHeader(
                            id(height),
                            id(height - 1),
                            height,
                            firstView + (height - fromHeight) * viewsPerBlock,
                            GENESIS.plus(apart.multipliedBy(height))));
        }
        connected();
        return this;
    }

    /** Heights and events before this are no longer to be had. */
    public FakeNetwork prunedBefore(long height) {
        earliest = height;
        return this;
    }

    /** The node is behind: ranges of events that reach this height are refused. */
    public FakeNetwork lacksEventsFrom(long height) {
        eventsLackedFrom = height;
        return this;
    }

    /** Scripts speak of this height instead of the tip's. */
    public FakeNetwork answersSpeakOf(long height) {
        heightOfAnswers = height;
        return this;
    }

    /** An event in the chain's past; followers are not told. */
    public FakeNetwork past(ChainEvent event) {
        events.add(event);
        events.sort(ChainEvent.ORDER);
        return this;
    }

    /** Events that happen now: they join the past and followers of their types are told. */
    public FakeNetwork happen(long completeTo, ChainEvent... happening) {
        for (ChainEvent event : happening) {
            past(event);
        }
        for (Following following : followings) {
            List<ChainEvent> wanted = new ArrayList<>();
            for (ChainEvent event : happening) {
                if (following.hears(event.type()) && event.height() >= following.next) {
                    wanted.add(event);
                }
            }
            following.follower.events(wanted, completeTo, "fake-access");
            following.next = completeTo + 1;
        }
        return this;
    }

    /** Tells every follower what it has asked for of the past, up to the tip. */
    public FakeNetwork catchUp() {
        long tip = headers.lastKey();
        for (Following following : followings) {
            if (following.next > tip) {
                continue;
            }
            List<ChainEvent> wanted = range(following.types, following.next, tip, false);
            long first = following.next;
            following.follower.events(wanted, tip, "fake-access");
            following.next = tip + 1;
            if (!following.signals.isEmpty()) {
                following.follower.signalsLeftOut(first, tip);
            }
        }
        return this;
    }

    /** Tells every follower of an interruption. */
    public FakeNetwork interrupt(Fault fault) {
        followings.forEach(following -> following.follower.interrupted(fault));
        return this;
    }

    /**
     * Another chain answers from now on: followers are told and forgotten, blocks and events are
     * gone.
     */
    public FakeNetwork anotherChain() {
        List<Following> told = List.copyOf(followings);
        followings.clear();
        headers.clear();
        events.clear();
        nextEra();
        told.forEach(following -> following.follower.anotherChain());
        connection.publish(
                new Connection(
                        Connection.State.CONNECTING,
                        identity,
                        profile.nodes().getFirst(),
                        null,
                        null,
                        null,
                        null));
        return this;
    }

    public FakeNetwork interval(Duration between) {
        interval = between;
        return this;
    }

    /** How often a script was run. */
    public int runs(String program) {
        return runs.getOrDefault(program, 0);
    }

    /** How many ranges of events were asked. */
    public int rangeCalls() {
        return rangeCalls;
    }

    /** How many headers were asked. */
    public int headerCalls() {
        return headerCalls;
    }

    /** How many followings are open. */
    public int followers() {
        return followings.size();
    }

    public Pace pace() {
        return pace;
    }

    public boolean isClosed() {
        return closed;
    }

    /** The type of an event on this network. */
    public String type(String contract, String event) {
        return profile.eventType(contract, event);
    }

    /** An event of this network with this JSON-Cadence payload. */
    public ChainEvent event(long height, int index, String contract, String event, String payload) {
        return new ChainEvent(
                height,
                id(height),
                type(contract, event),
                id(height * 1_000 + index),
                0,
                index,
                payload.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public NetworkProfile profile() {
        return profile;
    }

    @Override
    public ScriptRunner scripts() {
        return new ScriptRunner() {
            @Override
            public ScriptAnswer run(Program script, List<CadenceValue> arguments) {
                return runAt(
                        heightOfAnswers >= 0 ? heightOfAnswers : tip().height(), script, arguments);
            }

            @Override
            public ScriptAnswer runAt(long height, Program script, List<CadenceValue> arguments) {
                runs.merge(script.name(), 1, Integer::sum);
                BiFunction<Long, List<CadenceValue>, String> answer = answers.get(script.name());
                if (answer == null) {
                    throw NetworkFault.of(
                            NetworkFault.Kind.REFUSED,
                            "",
                            "node",
                            "fake-access",
                            "reason",
                            script.name());
                }
                byte[] json = answer.apply(height, arguments).getBytes(StandardCharsets.UTF_8);
                Instant blockTime = GENESIS.plusSeconds(height);
                return new ScriptAnswer(
                        new Reading<>(
                                json, new Provenance("fake-access", height, blockTime, blockTime)),
                        identity);
            }
        };
    }

    @Override
    public BlockReader blocks() {
        return new BlockReader() {
            @Override
            public BlockHeader latestSealed() {
                headerCalls++;
                return tip();
            }

            @Override
            public BlockHeader at(long height) {
                headerCalls++;
                BlockHeader header = headers.get(height);
                if (header == null || height < earliest) {
                    throw unavailable(height);
                }
                return header;
            }

            @Override
            public long rootHeight() {
                return headers.isEmpty() ? 0 : headers.firstKey();
            }
        };
    }

    @Override
    public EventSource events() {
        return new EventSource() {
            @Override
            public List<ChainEvent> range(Set<String> types, long from, long to) {
                rangeCalls++;
                return FakeNetwork.this.range(types, from, to, true);
            }

            @Override
            public Subscription follow(
                    Set<String> types, Set<String> signals, long from, Follower follower) {
                Following following = new Following(types, signals, from, follower);
                followings.add(following);
                return () -> followings.remove(following);
            }
        };
    }

    @Override
    public TransactionSender transactions() {
        throw new UnsupportedOperationException("the fake network sends nothing");
    }

    @Override
    public SequenceNumbers sequenceNumbers() {
        return new SequenceNumbers() {
            @Override
            public Map<FlowAddress, Reading<Map<Integer, Long>>> of(
                    Collection<FlowAddress> accounts) {
                Map<FlowAddress, Reading<Map<Integer, Long>>> numbers = new HashMap<>();
                accounts.forEach(account -> numbers.put(account, at(tip().height(), account)));
                return numbers;
            }

            @Override
            public Reading<Map<Integer, Long>> at(long height, FlowAddress account) {
                Instant blockTime = GENESIS.plusSeconds(height);
                return new Reading<>(
                        sequences.getOrDefault(account, Map.of()),
                        new Provenance("fake-access", height, blockTime, blockTime));
            }
        };
    }

    @Override
    public LatestValue<Connection> connection() {
        return connection;
    }

    @Override
    public void pace(Pace wanted) {
        pace = wanted;
    }

    @Override
    public Duration scriptInterval() {
        return interval;
    }

    @Override
    public void close() {
        closed = true;
        followings.clear();
    }

    private List<ChainEvent> range(Set<String> types, long from, long to, boolean mustBeKept) {
        if (mustBeKept && from < earliest) {
            throw unavailable(from);
        }
        if (mustBeKept && to >= eventsLackedFrom) {
            throw unavailable(eventsLackedFrom);
        }
        return events.stream()
                .filter(event -> types.contains(event.type()))
                .filter(event -> event.height() >= Math.max(from, earliest) && event.height() <= to)
                .toList();
    }

    private void connected() {
        connection.publish(
                new Connection(
                        Connection.State.CONNECTED,
                        identity,
                        profile.nodes().getFirst(),
                        tip(),
                        tip().timestamp(),
                        Duration.ofMillis(1),
                        null));
    }

    private BlockHeader tip() {
        Map.Entry<Long, BlockHeader> tip = headers.lastEntry();
        if (tip == null) {
            throw NetworkFault.of(
                    NetworkFault.Kind.NO_NODE_LEFT, "", "network", "Fake network", "count", "1");
        }
        return tip.getValue();
    }

    private static FaultException unavailable(long height) {
        return NetworkFault.of(
                NetworkFault.Kind.UNAVAILABLE_HEIGHT,
                "",
                "node",
                "fake-access",
                "height",
                String.valueOf(height));
    }

    private static String id(long number) {
        return "%064x".formatted(number < 0 ? 0 : number);
    }

    private static final class Following {
        private final Set<String> types;
        private final Set<String> signals;
        private final EventSource.Follower follower;
        private long next;

        Following(
                Set<String> types, Set<String> signals, long from, EventSource.Follower follower) {
            this.types = Set.copyOf(types);
            this.signals = Set.copyOf(signals);
            this.follower = follower;
            this.next = from;
        }

        boolean hears(String type) {
            return types.contains(type) || signals.contains(type);
        }
    }
}
