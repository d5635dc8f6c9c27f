package io.epochdesk.cli;

import io.epochdesk.network.NetworkProfile;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.registration.Plan;
import io.epochdesk.text.Words;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/** {@code plan}: says what a flow would do and whether the chain would let it; signs nothing. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class PlanCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin private NetworkOptions common = new NetworkOptions();

    @Mixin private FlowOptions options = new FlowOptions();

    PlanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Words words = surroundings.formats().words();
        FlowKind kind = options.kind(words);
        FlowOptions.Given given = options.given(kind, words);
        FlowTeller teller = new FlowTeller(surroundings, common.json());
        return teller.tell(
                wait -> {
                    NetworkProfile profile = common.profile(surroundings.settings().get());
                    try (FlowSession session = teller.connect(profile, wait)) {
                        Plan plan = session.flows().plan(kind, given.texts());
                        return new FlowDocuments(surroundings, profile).of(plan);
                    }
                });
    }
}
