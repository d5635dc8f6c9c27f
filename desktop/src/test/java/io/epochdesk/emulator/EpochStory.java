package io.epochdesk.emulator;

import io.epochdesk.emulator.FixtureNode.Role;

import org.assertj.core.api.SoftAssertions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One scenario: a fresh chain with registered nodes, the driver that acts on it, and the consoles
 * that watch. Every {@link #check(String)} compares all consoles with the contracts.
 */
final class EpochStory implements AutoCloseable {

    /** The message every honest collection node votes for. */
    static final String MESSAGE = FixtureNode.voteMessages().get(0);

    /** Another valid message. */
    static final String OTHER_MESSAGE = FixtureNode.voteMessages().get(1);

    private final EmulatorProcess emulator;
    private final EpochDriver driver;

    private final Path folder;
    private final Map<String, Console> consoles = new LinkedHashMap<>();

    private EpochStory(EmulatorProcess emulator, EpochDriver driver, Path folder) {
        this.emulator = emulator;
        this.driver = driver;
        this.folder = folder;
    }

    /**
     * A fresh chain in its first auction, with this many collection and consensus nodes and
     * clusters.
     */
    static EpochStory with(int collectors, int consensus, int clusters) {
        return with(EmulatorProcess.start(), collectors, consensus, clusters);
    }

    /** The same on an emulator of the test's own, which ends with the story. */
    static EpochStory with(EmulatorProcess emulator, int collectors, int consensus, int clusters) {
        EpochDriver driver = new EpochDriver(emulator).register(collectors, consensus, clusters);
        try {
            return new EpochStory(emulator, driver, Files.createTempDirectory("epochdesk-story"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with a console that watches from the first auction on. */
    static EpochStory watched(int collectors, int consensus, int clusters) {
        EpochStory story = with(collectors, consensus, clusters);
        story.openConsole("the console");
        return story;
    }

    /** Opens another console; it is compared at every check from now on. */
    void openConsole(String name) {
        consoles.put(name, Console.watching(emulator, folder));
    }

    EpochDriver driver() {
        return driver;
    }

    EmulatorProcess emulator() {
        return emulator;
    }

    /** A console opened before. */
    Console console(String name) {
        Console console = consoles.get(name);
        if (console == null) {
            throw new IllegalArgumentException("no console " + name);
        }
        return console;
    }

    /**
     * Compares everything every console and {@code status --json} show with what the contracts
     * answer now.
     */
    ContractTruth check(String moment) {
        ContractTruth truth = driver.truth();
        SoftAssertions softly = new SoftAssertions();
        consoles.forEach(
                (name, console) -> {
                    SoftAssertions one = new SoftAssertions();
                    BoardJudge.compare(one, console.caughtUpWith(truth), truth);
                    one.assertionErrorsCollected()
                            .forEach(
                                    error ->
                                            softly.fail(
                                                    moment
                                                            + ", "
                                                            + name
                                                            + ": "
                                                            + error.getMessage()));
                });
        SoftAssertions one = new SoftAssertions();
        Console.Status status = Console.status(emulator, folder);
        StatusJudge.compare(one, status.document(), truth);
        one.assertThat(status.exitCode())
                .as("exit code")
                .isEqualTo(status.document().path("attention").isEmpty() ? 0 : 1);
        one.assertionErrorsCollected()
                .forEach(error -> softly.fail(moment + ", " + error.getMessage()));
        softly.assertAll();
        return truth;
    }

    /** The members of a cluster as the contract drew them. */
    List<FixtureNode> cluster(int index) {
        ContractTruth.Cluster cluster = driver.truth().clusters().get(index);
        return driver.nodes(Role.COLLECTION).stream()
                .filter(node -> cluster.nodeWeights().containsKey(node.id()))
                .toList();
    }

    /** Every collection node votes for the same message. */
    void everybodyVotes() {
        driver.nodes(Role.COLLECTION).forEach(node -> driver.vote(node, MESSAGE));
    }

    /** Every consensus node submits the result of the transcript. */
    void everybodySubmits(Transcript transcript) {
        transcript.results().keySet().forEach(id -> driver.submit(id, transcript));
    }

    /** From the auction through a whole happy epoch into the next auction. */
    void wholeEpoch() {
        driver.endAuction();
        everybodyVotes();
        everybodySubmits(Transcript.happy());
        driver.commit();
        driver.endEpoch();
    }

    @Override
    public void close() {
        consoles.values().forEach(Console::close);
        driver.close();
        emulator.close();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
