package io.epochdesk.cli;

import io.epochdesk.fault.FaultException;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.text.Words;
import io.epochdesk.verify.EpochEvidence;
import io.epochdesk.verify.EpochReport;
import io.epochdesk.verify.EpochVerifier;
import io.epochdesk.verify.EvidenceFile;
import io.epochdesk.verify.EvidenceReader;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** {@code verify}: an epoch checked from what the chain, or a file of evidence, has of it. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class VerifyCommand implements Callable<Integer> {

    /** Between two words on how far the reading has come. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Surroundings surroundings;
    private final Words words;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private NetworkOptions common = new NetworkOptions();

    @Option(names = "--epoch", paramLabel = "NUMBER")
    private @Nullable Long epoch;

    @Option(names = "--evidence", paramLabel = "FILE")
    private @Nullable Path save;

    @Option(names = "--from", paramLabel = "FILE")
    private @Nullable Path from;

    private Instant told = Instant.MIN;

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.words = surroundings.formats().words();
    }

    @Override
    public Integer call() {
        if ((epoch == null) == (from == null)) {
            throw wrong("cli.epochOrFrom");
        }
        if (epoch != null && epoch < 0) {
            throw wrong("cli.epochNegative");
        }
        try {
            return from == null ? fromNetwork(epoch == null ? 0 : epoch) : fromFile(from);
        } catch (FaultException e) {
            if (!common.json()) {
                throw e;
            }
            ExitCode code = FaultReport.codeOf(e.fault());
            print(
                    StatusJson.pretty(
                            VerifyDocument.failed(
                                    words, e.fault(), code, surroundings.clock().instant())));
            return code.code();
        }
    }

    private int fromNetwork(long counter) {
        NetworkProfile profile = common.profile(surroundings.settings().get());
        EvidenceFile file = save == null ? null : new EvidenceFile(save);
        if (file != null) {
            file.refuseExisting();
        }
        EpochEvidence evidence;
        try (FlowNetwork network = surroundings.networks().open(profile);
                Progress.Wait wait =
                        surroundings.progress().begin(() -> BoardWait.connecting(words, profile))) {
            evidence =
                    new EvidenceReader(network, (height, atMost) -> progress(wait, height, atMost))
                            .read(counter);
        }
        if (file != null) {
            file.write(evidence);
        }
        return tell(
                evidence,
                new VerifyDocument.Source("network", profile.name()),
                "epochdesk verify --epoch " + counter + " --network " + profile.id());
    }

    private int fromFile(Path file) {
        return tell(
                new EvidenceFile(file).read(),
                new VerifyDocument.Source("file", String.valueOf(file.getFileName())),
                "epochdesk verify --from " + file.getFileName());
    }

    private int tell(EpochEvidence evidence, VerifyDocument.Source source, String repeat) {
        EpochReport report = verified(evidence);
        VerifyDocument document =
                VerifyDocument.of(words, evidence, report, source, surroundings.clock().instant());
        if (common.json()) {
            print(StatusJson.pretty(document));
        } else {
            new VerifyText(words)
                    .of(report, String.valueOf(document.reportDigest()), source.name(), repeat)
                    .forEach(this::print);
        }
        return document.exitCode();
    }

    private EpochReport verified(EpochEvidence evidence) {
        try (Progress.Wait _ =
                surroundings.progress().begin(() -> words.say("cli.wait.verifying"))) {
            return new EpochVerifier(evidence).verify();
        }
    }

    /**
     * To standard error, so that a report can be piped; where that is no terminal in lines of their
     * own, not more often than anybody can read.
     */
    private void progress(Progress.Wait wait, long height, long atMost) {
        if (surroundings.progress().isWatched()) {
            wait.now(() -> words.say("verify.progress", "height", height, "most", atMost));
            return;
        }
        Instant now = surroundings.clock().instant();
        if (told.equals(Instant.MIN)) {
            told = now;
        } else if (Duration.between(told, now).compareTo(PATIENCE) >= 0) {
            told = now;
            PrintWriter err = surroundings.streams().err();
            err.println(words.say("verify.progress", "height", height, "most", atMost));
            err.flush();
        }
    }

    private void print(String line) {
        surroundings.streams().out().println(line);
        surroundings.streams().out().flush();
    }

    private CommandLine.ParameterException wrong(String key) {
        if (spec == null) {
            throw new IllegalStateException("picocli fills it in");
        }
        return new CommandLine.ParameterException(spec.commandLine(), words.say(key));
    }
}
