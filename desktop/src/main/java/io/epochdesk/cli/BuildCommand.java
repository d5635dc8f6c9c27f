package io.epochdesk.cli;

import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.registration.Check;
import io.epochdesk.registration.Flow;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.registration.Plan;
import io.epochdesk.registration.Preflight;
import io.epochdesk.registration.Review;
import io.epochdesk.registration.Step;
import io.epochdesk.text.Words;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code build}: a flow's transaction, unsigned, as the file that flow-cli signs. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class BuildCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin private NetworkOptions common = new NetworkOptions();

    @Mixin private FlowOptions options = new FlowOptions();

    @Option(names = "--accept", paramLabel = "CHECK")
    private List<String> accepted = new ArrayList<>();

    @Option(names = "--instead-of-node", paramLabel = "ID")
    private String insteadOf = "";

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private Path out = Path.of("");

    BuildCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Words words = surroundings.formats().words();
        FlowKind kind = options.kind(words);
        FlowOptions.Given given = options.given(kind, words);
        Set<Check> risks = accepted.stream().map(this::check).collect(Collectors.toSet());
        FlowTeller teller = new FlowTeller(surroundings, common.json());
        return teller.tell(
                wait -> {
                    NetworkProfile profile = common.profile(surroundings.settings().get());
                    try (FlowSession session = teller.connect(profile, wait)) {
                        return built(session, profile, kind, given, risks);
                    }
                });
    }

    private FlowDocument built(
            FlowSession session,
            NetworkProfile profile,
            FlowKind kind,
            FlowOptions.Given given,
            Set<Check> risks) {
        FlowDocuments documents = new FlowDocuments(surroundings, profile);
        Flow flow = session.flows().beginOrResume(kind, given.texts(), given.origins());
        if (!flow.problems().isEmpty()) {
            flow.close();
            return documents.of(new Plan(kind, flow.values(), flow.problems(), null, null));
        }
        if (flow.step() == Step.FILE || flow.step() == Step.IN_USE) {
            flow.go(Step.REVIEW_REVOKING);
        }
        Preflight preflight = flow.check();
        flow.accept(risks);
        if (!preflight.letsPass(flow.record().accepted())) {
            if (flow.record().sendings().isEmpty()) {
                flow.close();
            }
            return documents.refused(
                    new Plan(kind, flow.values(), Map.of(), preflight, null), risks);
        }
        Review review = flow.review();
        if (kind.isExpert()) {
            flow.confirmNode(insteadOf);
        }
        TransactionBody body = flow.build();
        write(flow.file());
        return documents.built(
                new Plan(kind, flow.values(), Map.of(), preflight, review),
                body,
                out,
                flow.record().sendings().getLast().last(),
                flow.blocksLeft().orElse(0));
    }

    private void write(String file) {
        try {
            Files.writeString(out, file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw cannotWrite("it is there already", e);
        } catch (IOException e) {
            throw cannotWrite(e.getClass().getSimpleName(), e);
        }
    }

    private FaultException cannotWrite(String reason, IOException cause) {
        return BootstrapFault.of(
                BootstrapFault.Kind.CANNOT_WRITE,
                cause.toString(),
                "file",
                out.toString(),
                "reason",
                reason);
    }

    private Check check(String name) {
        return Arrays.stream(Check.values())
                .filter(check -> FlowOptions.dashed(check).equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                options.unusable(
                                        surroundings.formats().words(),
                                        "plan.noCheck",
                                        "value",
                                        name));
    }
}
