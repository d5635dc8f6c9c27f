package io.epochdesk.cli;

import io.epochdesk.network.Transport;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalControls;
import io.epochdesk.rehearsal.RehearsalOptions;
import io.epochdesk.rehearsal.play.CastSize;
import io.epochdesk.rehearsal.play.Scenario;
import io.epochdesk.text.Words;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** {@code rehearse}: a rehearsal network by itself, for any client on this machine. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class RehearseCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    private final Surroundings surroundings;
    private final RehearsalHost host;

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "0")
    private int port;

    @Option(names = "--scenario", paramLabel = "NAME", defaultValue = "happy-path")
    private String scenario = "happy-path";

    @Option(names = "--seed", paramLabel = "NUMBER", defaultValue = "1")
    private long seed;

    @Option(names = "--speed", paramLabel = "TIMES", defaultValue = "60")
    private int speed;

    @Option(names = "--size", paramLabel = "SIZE")
    private @Nullable CastSize size;

    @Option(names = "--tls")
    private boolean tls;

    @Option(names = "--list")
    private boolean list;

    @Option(names = "--json")
    private boolean json;

    RehearseCommand(Surroundings surroundings, RehearsalHost host) {
        this.surroundings = surroundings;
        this.host = host;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (list) {
            if (json) {
                out().println(RehearsalDocument.list());
            } else {
                Scenario.all().forEach(this::tell);
            }
            out().flush();
            return ExitCode.FINE.code();
        }
        between("--port", port, 0, HIGHEST_PORT);
        between("--speed", speed, RehearsalControls.LEAST_SPEED, RehearsalControls.MOST_SPEED);
        if (Scenario.all().stream().noneMatch(each -> each.id().equals(scenario))) {
            throw unusable(words().say("cli.noScenario", "scenario", scenario));
        }
        try (Progress.Wait wait =
                surroundings.progress().begin(() -> words().say("cli.wait.rehearsal"))) {
            host.host(
                    new RehearsalOptions(scenario, seed, speed, size, port, tls),
                    rehearsal -> {
                        wait.done();
                        announce(rehearsal);
                    });
        } catch (IOException e) {
            throw unusable(words().say("cli.portTaken", "port", Integer.toString(port)));
        }
        return ExitCode.FINE.code();
    }

    private void announce(Rehearsal rehearsal) {
        Scenario played = Scenario.of(scenario);
        if (json) {
            out().println(RehearsalDocument.of(rehearsal, played, seed, speed));
            out().flush();
            return;
        }
        tell(
                "cli.rehearsing",
                "chain",
                rehearsal.profile().chain(),
                "port",
                Integer.toString(rehearsal.port()));
        if (rehearsal.profile().nodes().getFirst().transport()
                instanceof Transport.PinnedTls(String networkingKey)) {
            tell("cli.provenBy", "key", networkingKey);
        } else {
            tell("cli.lookAtIt", "port", Integer.toString(rehearsal.port()));
        }
        tell(played);
        tell("cli.pace", "seed", Long.toString(seed), "speed", speed);
        out().flush();
    }

    private void between(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw unusable(
                    words().say(
                                    "cli.range",
                                    "option",
                                    option,
                                    "value",
                                    Integer.toString(value),
                                    "least",
                                    Integer.toString(least),
                                    "most",
                                    Integer.toString(most)));
        }
    }

    private CommandLine.ParameterException unusable(String complaint) {
        if (spec == null) {
            throw new IllegalStateException(complaint);
        }
        return new CommandLine.ParameterException(spec.commandLine(), complaint);
    }

    private void tell(Scenario each) {
        tell(
                "cli.scenario",
                "id",
                each.id(),
                "title",
                each.title(),
                "description",
                each.description());
    }

    private void tell(String key, Object... facts) {
        out().println(words().say(key, facts));
    }

    private PrintWriter out() {
        return surroundings.streams().out();
    }

    private Words words() {
        return surroundings.formats().words();
    }
}
