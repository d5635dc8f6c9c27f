package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The transactions by which the tests of emulators set a stage, for a rehearsal: what they do is
 * done by the model's own functions. Nobody but the service account may send them.
 */
public final class ServicePrograms {

    private static final FlowAddress SERVICE = FlowAddress.of("f8d6e0586b0a20c7");
    private static final String FOLDER = "/io/epochdesk/emulator/";

    private ServicePrograms() {}

    /** A catalogue with these transactions. */
    public static ProgramCatalogue addedTo(ProgramCatalogue catalogue) {
        Map<String, OwnTransaction.Deed> deeds =
                Map.of(
                        "heartbeat", ServicePrograms::beat,
                        "epoch_lengths", ServicePrograms::lengths,
                        "approve_nodes", ServicePrograms::approve,
                        "create_operator", ServicePrograms::createOperator,
                        "bare_node", ServicePrograms::bareNode,
                        "safe_threshold", ServicePrograms::safeThreshold);
        ProgramCatalogue all = catalogue;
        for (Map.Entry<String, OwnTransaction.Deed> deed : deeds.entrySet()) {
            Program program = new Program(deed.getKey(), text(deed.getKey()));
            all = all.with(program, new OwnTransaction(program, deed.getValue()));
        }
        return all;
    }

    /** The text of one of them as it is sent. */
    public static String resolved(String name) {
        return new Program(name, text(name)).resolvedWith(Contracts.emulator());
    }

    private static String text(String name) {
        try (InputStream file = ServicePrograms.class.getResourceAsStream(FOLDER + name + ".cdc")) {
            if (file == null) {
                throw new IllegalArgumentException("no program " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serviceOnly(FlowAddress signer) throws Aborted {
        if (!signer.equals(SERVICE)) {
            throw Aborted.nil();
        }
    }

    private static void beat(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        serviceOnly(signer);
        switch (arguments.string(0)) {
            case "BEAT" -> Heartbeat.beat(draft);
            case "END_AUCTION" -> FlowEpoch.endStakingAuction(draft);
            case "COMMIT" -> FlowEpoch.startCommit(draft);
            case "END_EPOCH" -> FlowEpoch.endEpoch(draft);
            default -> throw Aborted.panic("no such transition");
        }
    }

    private static void lengths(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        serviceOnly(signer);
        Epoch epoch = draft.world().epoch();
        EpochConfig now = epoch.config();
        draft.set(
                draft.world()
                        .with(
                                epoch.with(
                                        new EpochConfig(
                                                number(arguments, 0, now.viewsInEpoch()),
                                                number(arguments, 1, now.viewsInStakingAuction()),
                                                number(arguments, 2, now.viewsInDkgPhase()),
                                                (int) number(arguments, 3, now.collectorClusters()),
                                                now.supplyIncrease()))));
    }

    private static long number(Arguments arguments, int index, long otherwise) {
        return arguments.at(index).optional(Shape::asLong).orElse(otherwise);
    }

    private static void approve(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        serviceOnly(signer);
        FlowIdTableStaking.setApprovedList(draft, arguments.strings(0));
        FlowIdTableStaking.setSlotLimits(draft, arguments.at(1).list(Shape::asUInt16));
    }

    private static void safeThreshold(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        serviceOnly(signer);
        CadenceValue.OptionalValue given = (CadenceValue.OptionalValue) arguments.at(0).value();
        if (given.value() instanceof CadenceValue.FixedPointValue percentage) {
            FlowDkg.setSafeThreshold(draft, UFix64.of(percentage));
        }
    }

    private static void createOperator(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        serviceOnly(signer);
        FlowAddress made = Accounts.create(draft, signer);
        draft.put(draft.account(made).withKey(AccountKey.standard(arguments.string(0))));
        FlowTokens.transfer(draft, signer, made, arguments.ufix64(1));
    }

    private static void bareNode(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        FlowIdTableStaking.addNodeRecord(
                draft,
                new BlsSignatures(),
                new NodeRegistration(
                        arguments.string(0),
                        (int) arguments.integer(1),
                        arguments.string(2),
                        arguments.string(3),
                        arguments.string(4),
                        arguments.string(5)),
                FlowTokens.withdraw(draft, signer, arguments.ufix64(6)));
        OperatorTransactions.save(
                draft, signer, StoragePaths.STAKER, new Stored.NodeStaker(arguments.string(0)));
    }
}
