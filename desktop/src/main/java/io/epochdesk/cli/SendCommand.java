package io.epochdesk.cli;

import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.registration.SignedFile;
import io.epochdesk.registration.Underway;
import io.epochdesk.text.Words;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code send}: a signed file, shown, examined, sent once and followed until it is sealed. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class SendCommand implements Callable<Integer> {

    /** More than any transaction the network takes, as hex digits. */
    private static final int LARGEST = 4 << 20;

    private final Surroundings surroundings;

    @Mixin private NetworkOptions common = new NetworkOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--foreign")
    private boolean foreign;

    @Option(names = "--check")
    private boolean checkOnly;

    SendCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        FlowTeller teller = new FlowTeller(surroundings, common.json());
        return teller.tell(
                wait -> {
                    List<String> texts = files.stream().map(SendCommand::contents).toList();
                    NetworkProfile profile = common.profile(surroundings.settings().get());
                    try (FlowSession session = teller.connect(profile, wait)) {
                        return sent(session, profile, texts, wait);
                    }
                });
    }

    private FlowDocument sent(
            FlowSession session, NetworkProfile profile, List<String> texts, Progress.Wait wait)
            throws InterruptedException {
        FlowDocuments documents = new FlowDocuments(surroundings, profile);
        SignedFile file = session.flows().read(texts);
        wait.aside(() -> show(file));
        if (checkOnly) {
            session.flows().require(file, foreign);
            return documents.examined(file);
        }
        Underway underway = session.flows().send(file, foreign);
        Words words = surroundings.formats().words();
        PrintWriter err = surroundings.streams().err();
        wait.aside(() -> err.println(words.say("plan.handedIn", "id", file.id())));
        err.flush();
        wait.now(() -> words.say("cli.wait.seal"));
        return documents.ended(file, underway.follow());
    }

    /** What it is, before anything is done with it, whatever comes of it. */
    private void show(SignedFile file) {
        if (!common.json()) {
            PrintWriter out = surroundings.streams().out();
            new FlowText(surroundings.formats()).of(file).forEach(out::println);
            out.flush();
        }
    }

    private static String contents(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw BootstrapFault.of(
                    BootstrapFault.Kind.CANNOT_READ,
                    e.toString(),
                    "file",
                    file.toString(),
                    "reason",
                    e.getClass().getSimpleName());
        }
    }
}
