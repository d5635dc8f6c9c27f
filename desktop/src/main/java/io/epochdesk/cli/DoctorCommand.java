package io.epochdesk.cli;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.Doctor;
import io.epochdesk.doctor.Examination;
import io.epochdesk.doctor.NodeUnderCare;
import io.epochdesk.doctor.SpendingHistory;
import io.epochdesk.doctor.past.KeptSpending;
import io.epochdesk.doctor.past.SameChain;
import io.epochdesk.doctor.past.Sightings;
import io.epochdesk.fault.FaultException;
import io.epochdesk.history.HistoryStore;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.staking.StakingReader;
import io.epochdesk.text.Words;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code doctor}: says of nodes whether they are fit, and why not. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class DoctorCommand implements Callable<Integer> {

    /** Digits of a node ID. */
    private static final int WHOLE = 64;

    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private NetworkOptions common = new NetworkOptions();

    @Option(names = "--node", paramLabel = "ID")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--bootstrap", paramLabel = "DIR")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--machine-account", paramLabel = "ADDRESS", converter = AddressConverter.class)
    private @Nullable FlowAddress machineAccount;

    @Option(names = "--staking-account", paramLabel = "ADDRESS", converter = AddressConverter.class)
    private @Nullable FlowAddress stakingAccount;

    @Option(names = "--key-elsewhere")
    private boolean keyElsewhere;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        for (String id : ids) {
            usable(id.matches("[0-9a-fA-F]{6,64}"), "cli.nodeId", "value", id);
        }
        usable(machineAccount == null || ids.size() == 1, "cli.oneNode");
        try {
            return examined(common.profile(surroundings.settings().get())).code();
        } catch (FaultException e) {
            if (!common.json()) {
                throw e;
            }
            ExitCode code = FaultReport.codeOf(e.fault());
            print(DoctorDocument.failed(surroundings, e.fault(), code));
            return code.code();
        }
    }

    private ExitCode examined(NetworkProfile profile) {
        Words words = surroundings.formats().words();
        try (FlowNetwork network = surroundings.networks().open(profile);
                Patients patients = new Patients(surroundings, profile);
                Progress.Wait wait =
                        surroundings.progress().begin(() -> BoardWait.connecting(words, profile));
                HistoryStore history =
                        history(patients, network, () -> head(wait, profile, network))) {
            List<String> whole = wholeIds(network);
            // a password may be asked for here
            wait.done();
            gather(patients, history, whole);
            SpendingHistory past =
                    history == null
                            ? SpendingHistory.NONE
                            : new KeptSpending(history, surroundings.clock());
            List<Examination> examinations = examined(network, past, patients.nodes());
            keep(history, examinations, patients);
            return tell(profile, examinations);
        }
    }

    /** Which network answers is known long before the answer. */
    private void head(Progress.Wait wait, NetworkProfile profile, FlowNetwork network) {
        if (!common.json()) {
            wait.aside(
                    () -> NetworkHead.print(surroundings, profile, network.connection().current()));
        }
    }

    private List<Examination> examined(
            FlowNetwork network, SpendingHistory past, List<NodeUnderCare> nodes) {
        Words words = surroundings.formats().words();
        try (Progress.Wait _ =
                surroundings
                        .progress()
                        .begin(() -> words.count("cli.wait.examining", nodes.size()))) {
            return new Doctor(network, past).examine(nodes);
        }
    }

    /** The plots of the window have what was seen here; the verdict stands without. */
    private static void keep(
            @Nullable HistoryStore history, List<Examination> examinations, Patients patients) {
        if (history == null) {
            return;
        }
        try {
            Sightings.keep(history, examinations);
        } catch (FaultException e) {
            patients.trouble(e.fault());
        }
    }

    /** The IDs given, those of which only the beginning was given as the node table has them. */
    private List<String> wholeIds(FlowNetwork network) {
        if (ids.stream().allMatch(id -> id.length() == WHOLE)) {
            return ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).toList();
        }
        Set<String> known = new StakingReader(network.scripts()).table().value().nodeIds();
        List<String> whole = new ArrayList<>();
        for (String id : ids) {
            List<String> found =
                    known.stream()
                            .filter(each -> each.startsWith(id.toLowerCase(Locale.ROOT)))
                            .toList();
            usable(!found.isEmpty(), "cli.noNode", "value", id);
            usable(found.size() < 2, "cli.severalNodes", "value", id, "count", found.size());
            whole.addAll(found);
        }
        return whole;
    }

    private void gather(Patients patients, @Nullable HistoryStore history, List<String> wholeIds) {
        folders.forEach(folder -> patients.inFolder(folder, stakingAccount));
        if (history != null) {
            boolean every = all || (folders.isEmpty() && ids.isEmpty());
            patients.own(
                    history.ownNodes().all().stream()
                            .filter(
                                    node ->
                                            every
                                                    || wholeIds.contains(node.nodeId())
                                                    || patients.has(node.nodeId()))
                            .toList());
        }
        wholeIds.forEach(id -> patients.named(id, machineAccount, stakingAccount));
        if (keyElsewhere) {
            patients.keysElsewhere();
        } else {
            patients.keysInVault(passwordFile);
        }
    }

    /**
     * What was kept of this network. Without it the doctor still examines the nodes it is told;
     * only when it is told none it has to have it.
     *
     * @param answered run once a node has answered
     */
    private @Nullable HistoryStore history(
            Patients patients, FlowNetwork network, Runnable answered) {
        boolean needed = all || (folders.isEmpty() && ids.isEmpty());
        try {
            var _ = network.blocks().latestSealed();
            answered.run();
            ChainIdentity identity = network.connection().current().identity();
            return identity == null ? null : ofThisChain(identity, network);
        } catch (FaultException e) {
            if (needed) {
                throw e;
            }
            patients.trouble(e.fault());
            return null;
        }
    }

    private HistoryStore ofThisChain(ChainIdentity identity, FlowNetwork network) {
        HistoryStore store = surroundings.histories().open(identity);
        try {
            SameChain.compare(store, network.blocks());
            return store;
        } catch (FaultException e) {
            store.close();
            throw e;
        }
    }

    private ExitCode tell(NetworkProfile profile, List<Examination> examinations) {
        Instant now = surroundings.clock().instant();
        DoctorDocument document =
                DoctorDocument.of(surroundings.formats(), profile, examinations, now);
        if (common.json()) {
            print(document);
        } else {
            PrintWriter out = surroundings.streams().out();
            new DoctorText(surroundings.formats(), now)
                    .of(document.answer(), examinations)
                    .forEach(out::println);
            out.flush();
        }
        return DoctorDocument.codeOf(examinations);
    }

    private void print(DoctorDocument document) {
        surroundings.streams().out().println(StatusJson.pretty(document));
        surroundings.streams().out().flush();
    }

    private void usable(boolean holds, String key, Object... facts) {
        if (!holds && spec != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), surroundings.formats().words().say(key, facts));
        }
    }
}
