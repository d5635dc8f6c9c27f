package io.epochdesk.emulator;

import static io.epochdesk.emulator.Argument.array;
import static io.epochdesk.emulator.Argument.indices;
import static io.epochdesk.emulator.Argument.integer;
import static io.epochdesk.emulator.Argument.optional;
import static io.epochdesk.emulator.Argument.string;
import static io.epochdesk.emulator.Argument.ufix64;
import static io.epochdesk.emulator.Argument.uint16;
import static io.epochdesk.emulator.Argument.uint64;
import static io.epochdesk.emulator.Argument.uint8;

import io.epochdesk.emulator.ChainClient.Event;
import io.epochdesk.emulator.ChainClient.Outcome;

import org.jspecify.annotations.Nullable;
import org.onflow.sdk.SignatureAlgorithm;
import org.onflow.sdk.crypto.Crypto;
import org.onflow.sdk.crypto.KeyPair;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes an emulator through epochs: registers nodes, lets them vote, post and submit with their own
 * machine accounts, and beats the epoch's heart, which an emulator's system transaction does not.
 * Everything is a real transaction to the real contracts.
 */
public final class EpochDriver implements AutoCloseable {

    /** Events of one transaction may have 256,000 bytes and a registration makes some 20,000. */
    private static final int REGISTRATIONS_AT_ONCE = 8;

    private static final int EVENT_LIMIT = 256_000;
    private static final int EVENT_OVERHEAD = 500;

    private final EmulatorProcess emulator;
    private final ChainClient chain;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ChainAccount service =
            new ChainAccount(ChainClient.SERVICE, EmulatorProcess.SERVICE_KEY);
    private final Map<String, ChainAccount> machines = new LinkedHashMap<>();
    private final List<FixtureNode> nodes = new ArrayList<>();
    private final List<Posted> posted = new ArrayList<>();
    private @Nullable ChainAccount operator;

    /** A message this driver posted since the DKG began. */
    public record Posted(long height, String nodeId, String content) {}

    public EpochDriver(EmulatorProcess emulator) {
        this.emulator = emulator;
        this.chain = new ChainClient(emulator.grpcPort());
        service.continueFrom(chain.sequenceOf(ChainClient.SERVICE));
    }

    /** What the contracts themselves answer at the newest sealed block. */
    public ContractTruth truth() {
        return new ContractTruth(chain, chain.latest().getHeight(), List.copyOf(posted));
    }

    /**
     * Registers and approves this many collection and consensus nodes, to be drawn into this many
     * clusters.
     */
    public EpochDriver register(int collectors, int consensus, int clusters) {
        lengths(null, null, null, clusters);
        createOperator();
        List<FixtureNode> chosen = new ArrayList<>();
        chosen.addAll(FixtureNode.of(FixtureNode.Role.COLLECTION).subList(0, collectors));
        chosen.addAll(FixtureNode.of(FixtureNode.Role.CONSENSUS).subList(0, consensus));
        register(chosen);
        approve();
        return this;
    }

    /** Makes the account all nodes are registered by. */
    public void createOperator() {
        ChainAccount account = freshAccount("50000000.0");
        chain.run(account, "setup_collection");
        operator = account;
    }

    /** Makes an account that nobody uses. */
    public void createAccount() {
        freshAccount("10.0");
    }

    private ChainAccount freshAccount(String flow) {
        KeyPair keys = Crypto.generateKeyPair(SignatureAlgorithm.ECDSA_P256);
        String publicKey =
                "0".repeat(128 - keys.getPublic().getHex().length()) + keys.getPublic().getHex();
        Outcome outcome = chain.run(service, "create_operator", string(publicKey), ufix64(flow));
        return new ChainAccount(outcome.accountCreated(), keys.getPrivate().getHex());
    }

    /** Registers nodes, several in each transaction. */
    public void register(List<FixtureNode> chosen) {
        ChainAccount owner = operator;
        if (owner == null) {
            throw new IllegalStateException("no operator yet");
        }
        for (int from = 0; from < chosen.size(); from += REGISTRATIONS_AT_ONCE) {
            List<FixtureNode> some =
                    chosen.subList(from, Math.min(chosen.size(), from + REGISTRATIONS_AT_ONCE));
            Outcome outcome =
                    chain.run(
                            owner,
                            "register_nodes",
                            array(some, node -> string(node.id())),
                            array(some, node -> uint8(node.role().number)),
                            array(some, node -> string(node.networkingAddress())),
                            array(some, node -> string(node.networkingKey())),
                            array(some, node -> string(node.stakingKey())),
                            array(some, node -> string(node.proof())),
                            array(some, node -> ufix64(node.role().stake)),
                            array(some, node -> string(node.machineKey())),
                            ufix64("1.0"));
            for (Event created : outcome.named("MachineAccountCreated")) {
                String id = created.fields().path("nodeID").asText();
                FixtureNode node =
                        some.stream()
                                .filter(each -> each.id().equals(id))
                                .findFirst()
                                .orElseThrow();
                machines.put(
                        id,
                        new ChainAccount(
                                created.fields().path("address").asText().substring(2),
                                node.machinePrivateKey()));
            }
            nodes.addAll(some);
        }
    }

    /** What the contract says to a registration that it refuses; empty when it took it. */
    String refusalOf(FixtureNode node) {
        ChainAccount owner = operator;
        if (owner == null) {
            throw new IllegalStateException("no operator yet");
        }
        List<FixtureNode> one = List.of(node);
        Outcome outcome =
                chain.send(
                        owner,
                        "register_nodes",
                        array(one, each -> string(each.id())),
                        array(one, each -> uint8(each.role().number)),
                        array(one, each -> string(each.networkingAddress())),
                        array(one, each -> string(each.networkingKey())),
                        array(one, each -> string(each.stakingKey())),
                        array(one, each -> string(each.proof())),
                        array(one, each -> ufix64(each.role().stake)),
                        array(one, each -> string(each.machineKey())),
                        ufix64("1.0"));
        return outcome.error();
    }

    /** What the contract says to a vote that it refuses; empty when it took it. */
    String refusalOfVote(FixtureNode node, String message, String signature) {
        return chain.send(machine(node.id()), "vote", string(signature), string(message)).error();
    }

    /** A consensus node submits these keys. */
    void submit(String nodeId, String groupKey, List<String> keys, Map<String, Integer> mapping) {
        chain.run(
                machine(nodeId),
                "submit_result",
                optional(groupKey, Argument::string),
                optional(keys, each -> array(each, Argument::string)),
                optional(mapping, Argument::indices));
    }

    /** Approves every registered node. */
    public void approve() {
        chain.run(
                service,
                "approve_nodes",
                array(nodes, node -> string(node.id())),
                array(Collections.nCopies(5, 1000), limit -> uint16(limit)));
    }

    /** Registered nodes of a role. */
    public List<FixtureNode> nodes(FixtureNode.Role role) {
        return nodes.stream().filter(node -> node.role() == role).toList();
    }

    /**
     * Sets lengths in views and the number of clusters for the next epoch; null leaves a value as
     * it is.
     */
    public void lengths(
            @Nullable Long epoch,
            @Nullable Long auction,
            @Nullable Long dkgPhase,
            @Nullable Integer clusters) {
        chain.run(
                service,
                "epoch_lengths",
                optional(epoch, Argument::uint64),
                optional(auction, Argument::uint64),
                optional(dkgPhase, Argument::uint64),
                optional(clusters, Argument::uint16));
    }

    /** Sets the contract's wall-clock targets. */
    public void timing(long duration, long refCounter, long refTimestamp) {
        chain.run(
                service,
                "epoch_timing",
                uint64(duration),
                uint64(refCounter),
                uint64(refTimestamp));
    }

    /** Sets or removes the safe threshold of the DKG; possible only while no DKG runs. */
    public void safeThreshold(@Nullable String percentage) {
        chain.run(service, "safe_threshold", optional(percentage, Argument::ufix64));
    }

    /** The heartbeat a real network gives in every block: does whatever view and state call for. */
    public Outcome beat() {
        return heartbeat("BEAT");
    }

    /** Ends the staking auction: setup opens, whatever the view. */
    public Outcome endAuction() {
        return heartbeat("END_AUCTION");
    }

    /**
     * Commits the upcoming epoch if votes and DKG are complete; otherwise nothing happens,
     * silently.
     */
    public Outcome commit() {
        return heartbeat("COMMIT");
    }

    /** Ends the epoch, whatever the view. */
    public Outcome endEpoch() {
        return heartbeat("END_EPOCH");
    }

    /** Jumps to the next counter with these views, as a spork does. */
    public void reset(long counter, long startView, long stakingEndView, long endView) {
        chain.run(
                service,
                "reset_epoch",
                uint64(counter),
                uint64(startView),
                uint64(stakingEndView),
                uint64(endView));
    }

    /** Starts the epoch with this counter out of a setup that cannot complete. */
    public Outcome recover(
            long counter,
            long startView,
            long stakingEndView,
            long endView,
            Transcript transcript) {
        Transcript.Result result = transcript.results().values().iterator().next();
        List<String> collectors =
                nodes(FixtureNode.Role.COLLECTION).stream().map(FixtureNode::id).toList();
        return chain.run(
                service,
                "recover_epoch",
                uint64(counter),
                uint64(startView),
                uint64(stakingEndView),
                uint64(endView),
                array(List.of(collectors), members -> array(members, Argument::string)),
                string(result.groupKey()),
                array(result.keys(), Argument::string),
                indices(transcript.indices()),
                array(nodes, node -> string(node.id())));
    }

    /** A collection node votes for one of the messages it has signed. */
    public void vote(FixtureNode node, String message) {
        String signature = node.voteSignatures().get(message);
        voteAs(node, message, signature == null ? "" : signature);
    }

    /**
     * A collection node votes with the same bytes in upper-case hex; the contract counts them
     * apart.
     */
    public void voteInUpperCase(FixtureNode node, String message) {
        voteAs(
                node,
                message.toUpperCase(java.util.Locale.ROOT),
                node.voteSignatures().getOrDefault(message, ""));
    }

    /**
     * A consensus node posts messages, as many in each transaction as the limit on events allows.
     */
    public void post(String nodeId, List<String> contents) {
        int from = 0;
        while (from < contents.size()) {
            int to = from;
            int size = 0;
            while (to < contents.size()
                    && size + contents.get(to).length() + EVENT_OVERHEAD < EVENT_LIMIT) {
                size += contents.get(to).length() + EVENT_OVERHEAD;
                to++;
            }
            List<String> some = contents.subList(from, to);
            Outcome outcome =
                    chain.run(
                            machine(nodeId),
                            "post_messages",
                            array(some, Argument::string),
                            integer(1));
            some.forEach(content -> posted.add(new Posted(outcome.height(), nodeId, content)));
            from = to;
        }
    }

    /** Posts messages of a transcript, each by its sender, in order. */
    public void post(List<Transcript.Message> messages) {
        messages.forEach(message -> post(message.nodeId(), List.of(message.content())));
    }

    /** Posts one content many times over in one transaction. */
    public void postMany(String nodeId, String content, int times) {
        Outcome outcome =
                chain.run(
                        machine(nodeId),
                        "post_messages",
                        array(List.of(content), Argument::string),
                        integer(times));
        posted.addAll(Collections.nCopies(times, new Posted(outcome.height(), nodeId, content)));
    }

    /** A consensus node makes the final submission that the transcript has for it. */
    public void submit(String nodeId, Transcript transcript) {
        Transcript.Result result = transcript.resultOf(nodeId);
        chain.run(
                machine(nodeId),
                "submit_result",
                optional(result.groupKey(), Argument::string),
                optional(result.keys(), keys -> array(keys, Argument::string)),
                optional(transcript.indices(), Argument::indices));
    }

    /** A consensus node says that its DKG failed. */
    public void submitEmpty(String nodeId) {
        chain.run(
                machine(nodeId),
                "submit_result",
                optional((String) null, Argument::string),
                optional((String) null, Argument::string),
                optional((String) null, Argument::string));
    }

    /** Makes an empty block; the view grows by 1 to 3. */
    public void emptyBlock() {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + emulator.adminPort()
                                                + "/emulator/newBlock"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "no new block: " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes empty blocks until the view is reached. */
    public void emptyBlocksUntil(long view) {
        while (chain.latest().getView() < view) {
            emptyBlock();
        }
    }

    @Override
    public void close() {
        chain.close();
        http.close();
    }

    private Outcome heartbeat(String transition) {
        Outcome outcome = chain.run(service, "heartbeat", string(transition));
        if (!outcome.named("StartDKG").isEmpty()) {
            posted.clear();
        }
        return outcome;
    }

    private void voteAs(FixtureNode node, String message, String signature) {
        chain.run(machine(node.id()), "vote", string(signature), string(message));
    }

    private ChainAccount machine(String nodeId) {
        ChainAccount account = machines.get(nodeId);
        if (account == null) {
            throw new IllegalArgumentException("no machine account for " + nodeId);
        }
        return account;
    }
}
