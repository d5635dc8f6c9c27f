package io.epochdesk.rehearsal.play;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What differs from an uneventful epoch, as a file among the resources says it.
 *
 * @param id the file's name without ending
 * @param title a few words
 * @param description what one will see
 * @param size how many nodes
 * @param begin where in the epoch the play begins
 * @param end what the first epoch comes to
 * @param lateClusters clusters of which the members vote only after the DKG
 * @param splitClusters clusters of which half the members vote on another message
 * @param silentClusters clusters of which half the members do not vote
 * @param silentNodes consensus nodes that do nothing
 * @param withholdingDealers dealers that keep back two shares and are complained about
 * @param answering whether those dealers answer
 * @param wrongInstances consensus nodes whose messages name the last epoch's DKG
 * @param emptySubmissions consensus nodes that submit that their DKG failed
 * @param ownNode whether the operator has a collection node already
 * @param ownBalance FLOW in its machine account, such as {@code 0.3}
 * @param ownAbsent whether that node does nothing
 * @param practiceAccounts whether there are accounts with nodes that lack something, to practise on
 * @param reset whether a spork has just reset the epoch
 * @param access how the access node behaves
 */
public record Scenario(
        String id,
        String title,
        String description,
        CastSize size,
        Begin begin,
        End end,
        int lateClusters,
        int splitClusters,
        int silentClusters,
        int silentNodes,
        int withholdingDealers,
        boolean answering,
        int wrongInstances,
        int emptySubmissions,
        boolean ownNode,
        String ownBalance,
        boolean ownAbsent,
        boolean practiceAccounts,
        boolean reset,
        AccessBehaviour access) {

    private static final String FOLDER = "/io/epochdesk/rehearsal/scenario/";

    /** In the order they are offered. */
    private static final List<String> ORDER =
            List.of(
                    "happy-path",
                    "registration",
                    "mainnet-sized",
                    "late-cluster",
                    "split-vote",
                    "no-quorum",
                    "answered-complaints",
                    "disqualified-dealer",
                    "silent-node",
                    "wrong-instance",
                    "empty-submissions",
                    "failed-dkg",
                    "missed-deadline",
                    "spork-reset",
                    "out-of-funds",
                    "own-node-missing",
                    "stale-node",
                    "slow-node",
                    "flapping-node",
                    "lying-node",
                    "tenfold");

    /** Where in the epoch a play begins. */
    public enum Begin {
        /** With the auction ahead. */
        AUCTION,
        /** Shortly before the auction ends. */
        BEFORE_SETUP
    }

    /** What the first epoch of a scenario comes to. */
    public enum End {
        /** The next epoch is committed in time, and begins. */
        COMMITTED,
        /** A cluster has no quorum: the commit deadline passes, the epoch does not end. */
        WITHOUT_QUORUM,
        /** There is no result of the DKG: the commit deadline passes, the epoch does not end. */
        WITHOUT_KEYS
    }

    /** How the access node behaves. */
    public enum AccessBehaviour {
        HONEST,
        /** Serves an old block as its newest. */
        STALE,
        /** Takes seconds for an answer. */
        SLOW,
        /** Comes and goes. */
        FLAPPING,
        /** Says one figure wrong. */
        LYING
    }

    /** All scenarios, in the order to offer them. */
    public static List<Scenario> all() {
        return ORDER.stream().map(Scenario::of).toList();
    }

    /**
     * The scenario of an ID.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Scenario of(String id) {
        Properties file = new Properties();
        try (InputStream in = ORDER.contains(id) ? open(id) : null) {
            if (in == null) {
                throw new IllegalArgumentException("no scenario " + id);
            }
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Script(id, file).scenario();
    }

    private static @Nullable InputStream open(String id) {
        return Scenario.class.getResourceAsStream(FOLDER + id + ".properties");
    }

    /** This scenario with another number of nodes. */
    public Scenario with(CastSize other) {
        return new Scenario(
                id,
                title,
                description,
                other,
                begin,
                end,
                lateClusters,
                splitClusters,
                silentClusters,
                silentNodes,
                withholdingDealers,
                answering,
                wrongInstances,
                emptySubmissions,
                ownNode,
                ownBalance,
                ownAbsent,
                practiceAccounts,
                reset,
                access);
    }

    /** A file on its way to a scenario: every key is known, and used. */
    private static final class Script {
        private final String id;
        private final Properties file;
        private final Set<String> unused;

        Script(String id, Properties file) {
            this.id = id;
            this.file = file;
            this.unused = new TreeSet<>(file.stringPropertyNames());
        }

        Scenario scenario() {
            Scenario scenario =
                    new Scenario(
                            id,
                            text("title", ""),
                            text("description", ""),
                            CastSize.valueOf(text("size", "SMALL")),
                            Begin.valueOf(text("begin", "BEFORE_SETUP")),
                            End.valueOf(text("end", "COMMITTED")),
                            number("clusters.late"),
                            number("clusters.split"),
                            number("clusters.silent"),
                            number("dealers.silent"),
                            number("dealers.withholding"),
                            Boolean.parseBoolean(text("dealers.answering", "true")),
                            number("dealers.wrong-instance"),
                            number("dealers.empty-submissions"),
                            Boolean.parseBoolean(text("own.node", "false")),
                            text("own.balance", "1.0"),
                            Boolean.parseBoolean(text("own.absent", "false")),
                            Boolean.parseBoolean(text("practice.accounts", "false")),
                            Boolean.parseBoolean(text("reset", "false")),
                            AccessBehaviour.valueOf(text("access", "HONEST")));
            if (!unused.isEmpty() || scenario.title().isEmpty()) {
                throw new IllegalStateException("scenario " + id + " says " + unused);
            }
            return scenario;
        }

        private String text(String key, String otherwise) {
            unused.remove(key);
            return file.getProperty(key, otherwise).strip();
        }

        private int number(String key) {
            return Integer.parseInt(text(key, "0"));
        }
    }
}
