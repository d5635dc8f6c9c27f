package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The transactions with which the tests drive an emulator, for a rehearsal: what only a network's
 * service account, several nodes at once or a spork do.
 */
public final class DriverPrograms {

    private static final FlowAddress SERVICE = FlowAddress.of("f8d6e0586b0a20c7");

    private final StakingSignatures signatures;
    private ProgramCatalogue catalogue;

    private DriverPrograms(ProgramCatalogue catalogue, StakingSignatures signatures) {
        this.catalogue = catalogue;
        this.signatures = signatures;
    }

    /** A catalogue with these programs. */
    public static ProgramCatalogue addedTo(
            ProgramCatalogue catalogue, StakingSignatures signatures) {
        DriverPrograms programs = new DriverPrograms(catalogue, signatures);
        programs.addAll();
        return programs.catalogue;
    }

    private void addAll() {
        add("approve_nodes", DriverPrograms::approve);
        add("create_operator", this::createOperator);
        add("epoch_lengths", DriverPrograms::lengths);
        add("epoch_timing", DriverPrograms::timing);
        add("heartbeat", DriverPrograms::heartbeat);
        add("post_messages", DriverPrograms::post);
        add("recover_epoch", DriverPrograms::recover);
        add("register_nodes", this::register);
        add("reset_epoch", DriverPrograms::reset);
        add("safe_threshold", DriverPrograms::safeThreshold);
        add("setup_collection", DriverPrograms::setUp);
        add("submit_result", DriverPrograms::submit);
        add("vote", this::vote);
    }

    private void add(String name, OwnTransaction.Deed deed) {
        Program program = program(name);
        catalogue = catalogue.with(program, new OwnTransaction(program, deed));
    }

    static Program program(String name) {
        String path = "/io/epochdesk/emulator/" + name + ".cdc";
        try (InputStream file = DriverPrograms.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("no program " + path);
            }
            return new Program(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Borrowing an admin resource that only the service account has, and forcing it. */
    private static void service(FlowAddress signer) throws Aborted {
        if (!signer.equals(SERVICE)) {
            throw Aborted.nil();
        }
    }

    private static void approve(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        service(signer);
        EpochAdmin.approve(draft, arguments.strings(0));
        EpochAdmin.slotLimits(draft, arguments.at(1).list(Shape::asUInt16));
    }

    private void createOperator(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        FlowAddress operator = Accounts.create(draft, signer);
        new NewKey(arguments.string(0), 1, 3, UFix64.of(1000)).addTo(draft, signatures, operator);
        FlowTokens.transfer(draft, signer, operator, arguments.ufix64(1));
    }

    private static void lengths(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        service(signer);
        Long epoch = arguments.at(0).optional(Shape::asUInt64).orElse(null);
        Long auction = arguments.at(1).optional(Shape::asUInt64).orElse(null);
        Long dkgPhase = arguments.at(2).optional(Shape::asUInt64).orElse(null);
        Integer clusters = arguments.at(3).optional(Shape::asUInt16).orElse(null);
        boolean grows = epoch != null && epoch > draft.world().epoch().config().viewsInEpoch();
        if (epoch != null && grows) {
            EpochAdmin.epochViews(draft, epoch);
        }
        if (auction != null) {
            EpochAdmin.auctionViews(draft, auction);
        }
        if (dkgPhase != null) {
            EpochAdmin.dkgPhaseViews(draft, dkgPhase);
        }
        if (epoch != null && !grows) {
            EpochAdmin.epochViews(draft, epoch);
        }
        if (clusters != null) {
            EpochAdmin.clusters(draft, clusters);
        }
    }

    private static void timing(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        service(signer);
        EpochAdmin.timing(
                draft,
                new EpochTiming(arguments.integer(0), arguments.integer(1), arguments.integer(2)));
    }

    private static void heartbeat(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        service(signer);
        switch (arguments.string(0)) {
            case "BEAT" -> Heartbeat.beat(draft);
            case "END_AUCTION" -> EpochAdmin.endAuction(draft);
            case "COMMIT" -> EpochAdmin.commit(draft);
            case "END_EPOCH" -> EpochAdmin.endEpoch(draft);
            default -> throw Aborted.panic("no such transition");
        }
    }

    private static void post(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        String nodeId = participant(draft, signer);
        for (long i = 0; i < arguments.integer(1); i++) {
            for (String content : arguments.strings(0)) {
                FlowDkg.post(draft, nodeId, content);
            }
        }
    }

    private static void recover(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        service(signer);
        List<List<String>> clusters = arguments.at(4).list(each -> each.list(Shape::asString));
        new EpochRecovery(
                        arguments.integer(0),
                        arguments.integer(1),
                        arguments.integer(2),
                        arguments.integer(3),
                        100,
                        1_900_000_000L,
                        clusters,
                        clusters.stream()
                                .map(members -> new EpochRecovery.ClusterVoteData("00", members))
                                .toList(),
                        new ResultSubmission(
                                arguments.string(5),
                                arguments.strings(6),
                                Arguments.indices(arguments.at(7))),
                        arguments.strings(8))
                .run(draft);
    }

    private void register(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        List<Integer> roles = arguments.at(1).list(Shape::asUInt8);
        if (FlowStakingCollection.of(draft.account(signer)) == null) {
            throw Aborted.nil();
        }
        for (int i = 0; i < roles.size(); i++) {
            NodeRegistration registration =
                    new NodeRegistration(
                            arguments.strings(0).get(i),
                            roles.get(i),
                            arguments.strings(2).get(i),
                            arguments.strings(3).get(i),
                            arguments.strings(4).get(i),
                            arguments.strings(5).get(i));
            FlowAddress machine =
                    FlowStakingCollection.registerNode(
                            draft,
                            signatures,
                            signer,
                            registration,
                            arguments
                                    .at(6)
                                    .list(Shape::asUFix64)
                                    .get(i)
                                    .movePointRight(8)
                                    .longValueExact());
            if (machine != null) {
                new NewKey(arguments.strings(7).get(i), 1, 3, UFix64.of(1000))
                        .addTo(draft, signatures, machine);
                FlowTokens.transfer(draft, signer, machine, arguments.ufix64(8));
            }
        }
    }

    private static void reset(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        service(signer);
        EpochAdmin.reset(
                draft,
                arguments.integer(0),
                "00112233445566778899aabbccddeeff",
                arguments.integer(1),
                arguments.integer(2),
                arguments.integer(3));
    }

    private static void safeThreshold(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        service(signer);
        EpochAdmin.safeThreshold(
                draft,
                arguments
                        .at(0)
                        .optional(Shape::asUFix64)
                        .map(value -> value.movePointRight(8).longValueExact())
                        .orElse(DistributedKeyGeneration.NO_PERCENTAGE));
    }

    private static void setUp(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        Capabilities capabilities = new Capabilities(draft, signer);
        capabilities.issue(capabilities.withdrawableVault(), StoragePaths.VAULT);
        OperatorTransactions.save(
                draft, signer, StoragePaths.COLLECTION, Stored.StakingCollection.empty());
        capabilities.publish(
                capabilities.issue(
                        capabilities.resource("FlowStakingCollection", "StakingCollection"),
                        StoragePaths.COLLECTION),
                StoragePaths.COLLECTION);
    }

    private static void submit(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        String nodeId = participant(draft, signer);
        String groupKey = arguments.at(0).optional(Shape::asString).orElse(null);
        List<String> keys =
                arguments.at(1).optional(list -> list.list(Shape::asString)).orElse(null);
        Map<String, Integer> mapping = arguments.at(2).optional(Arguments::indices).orElse(null);
        ResultSubmission submission = new ResultSubmission(groupKey, keys, mapping);
        submission.check();
        FlowDkg.submit(draft, nodeId, submission);
    }

    private void vote(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        Stored.Voter voter = draft.account(signer).stored(StoragePaths.VOTER, Stored.Voter.class);
        if (voter == null) {
            throw Aborted.nil();
        }
        FlowClusterQc.vote(draft, signatures, voter, arguments.string(0), arguments.string(1));
    }

    private static String participant(Draft draft, FlowAddress signer) throws Aborted {
        Stored.Participant participant =
                draft.account(signer).stored(StoragePaths.PARTICIPANT, Stored.Participant.class);
        if (participant == null) {
            throw Aborted.nil();
        }
        return participant.nodeId();
    }
}
