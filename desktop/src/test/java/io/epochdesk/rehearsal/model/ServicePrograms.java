package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.address;
import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.path;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.uint64;
import static io.epochdesk.cadence.CadenceValues.uint8;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The transactions by which the tests of emulators set a stage, for a rehearsal: what they do is
 * done by the model's own functions. Nobody but the service account may send them, except those by
 * which an operator registers.
 */
public final class ServicePrograms {

    private static final FlowAddress SERVICE = FlowAddress.of("f8d6e0586b0a20c7");
    private static final String FOLDER = "/io/epochdesk/emulator/";

    private ServicePrograms() {}

    /** A catalogue with these transactions. */
    public static ProgramCatalogue addedTo(
            ProgramCatalogue catalogue, StakingSignatures signatures) {
        Map<String, OwnTransaction.Deed> deeds =
                Map.of(
                        "heartbeat", ServicePrograms::beat,
                        "epoch_lengths", ServicePrograms::lengths,
                        "approve_nodes", ServicePrograms::approve,
                        "create_operator", ServicePrograms::createOperator,
                        "safe_threshold", ServicePrograms::safeThreshold,
                        "setup_collection", ServicePrograms::setupCollection,
                        "register_nodes",
                                (draft, signer, arguments) ->
                                        register(draft, signatures, signer, arguments));
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
        try (InputStream file =
                ServicePrograms.class.getResourceAsStream(FOLDER + name + ".cdc")) {
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

    private static void beat(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
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
        FlowIdTableStaking.setSlotLimits(
                draft, arguments.at(1).list(Shape::asUInt16));
    }

    private static void safeThreshold(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        serviceOnly(signer);
        CadenceValue.OptionalValue given =
                (CadenceValue.OptionalValue) arguments.at(0).value();
        if (given.value() instanceof CadenceValue.FixedPointValue percentage) {
            FlowDkg.setSafeThreshold(draft, UFix64.of(percentage));
        }
    }

    private static void createOperator(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        serviceOnly(signer);
        create(draft, arguments.string(0), arguments.ufix64(1) + UFix64.of("0.001"));
    }

    private static FlowAddress create(Draft draft, String key, long balance) {
        long index = draft.world().lastAddressIndex() + 1;
        draft.set(draft.world().withAddressIndex(index));
        FlowAddress made = AddressGenerator.address(index);
        draft.put(Account.empty(made)
                        .withKey(AccountKey.standard(key))
                        .withBalance(balance)
                        .withCapabilities(2));
        draft.emitOfFlow("AccountCreated", field("address", address(made)));
        return made;
    }

    private static void setupCollection(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        Account account = draft.account(signer);
        issued(draft, account, 1, StoragePaths.VAULT);
        if (account.stored(StoragePaths.COLLECTION, Stored.StakingCollection.class) != null) {
            throw Aborted.runtime(
                    "failed to save object: path /storage/stakingCollection in account "
                            + signer
                            + " already stores an object");
        }
        issued(draft, account, 2, StoragePaths.COLLECTION);
        draft.emitOfFlow(
                "CapabilityPublished",
                field("address", address(signer)),
                field("path", path("public", StoragePaths.COLLECTION)),
                field(
                        "capability",
                        new CadenceValue.CapabilityValue(
                                BigInteger.valueOf(account.capabilities() + 2), signer, null)));
        draft.put(
                account.withCapabilities(2)
                        .withStored(
                                StoragePaths.COLLECTION, Stored.StakingCollection.empty()));
    }

    private static void issued(Draft draft, Account account, int which, String where) {
        draft.emitOfFlow(
                "StorageCapabilityControllerIssued",
                field("id", uint64(account.capabilities() + which)),
                field("address", address(account.address())),
                field("type", new CadenceValue.TypeValue(null)),
                field("path", path("storage", where)));
    }

    private static void register(
            Draft draft, StakingSignatures signatures, FlowAddress signer, Arguments arguments)
            throws Aborted {
        List<String> ids = arguments.strings(0);
        for (int i = 0; i < ids.size(); i++) {
            NodeRegistration registration =
                    new NodeRegistration(
                            ids.get(i),
                            arguments.at(1).list(Shape::asUInt8).get(i),
                            arguments.strings(2).get(i),
                            arguments.strings(3).get(i),
                            arguments.strings(4).get(i),
                            arguments.strings(5).get(i));
            long amount = amount(arguments, i);
            FlowIdTableStaking.addNodeRecord(
                    draft, signatures, registration, VaultMove.from(draft, signer, amount, 0));
            if (registration.role() <= 2) {
                machine(draft, registration, arguments.strings(7).get(i));
            }
        }
    }

    private static long amount(Arguments arguments, int index) throws Aborted {
        return UFix64.of((CadenceValue.FixedPointValue) arguments.at(6).list().get(index).value());
    }

    private static void machine(Draft draft, NodeRegistration registration, String key)
            throws Aborted {
        FlowAddress made = create(draft, key, UFix64.of("1.001"));
        Account account = draft.account(made);
        draft.put(
                registration.role() == 1
                        ? account.withStored(
                                StoragePaths.VOTER, FlowEpoch.voter(draft, registration.id()))
                        : account.withStored(
                                StoragePaths.PARTICIPANT,
                                FlowEpoch.participant(draft, registration.id())));
        draft.emit(
                "FlowStakingCollection",
                "MachineAccountCreated",
                field("nodeID", string(registration.id())),
                field("role", uint8(registration.role())),
                field("address", address(made)));
    }
}
