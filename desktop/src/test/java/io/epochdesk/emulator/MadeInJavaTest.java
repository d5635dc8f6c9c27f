package io.epochdesk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.bls.BadEncodingException;
import io.epochdesk.bls.BeaconKeys;
import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.BlsSecretKey;
import io.epochdesk.bls.BlsSignature;
import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.bls.DkgFault;
import io.epochdesk.bls.DkgRun;
import io.epochdesk.bls.DomainTag;
import io.epochdesk.bls.ProofOfPossession;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.DkgForecast;
import io.epochdesk.dkg.DkgReview;
import io.epochdesk.emulator.FixtureNode.Role;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.quorum.CheckedCertificate;
import io.epochdesk.quorum.StakingKeys;
import io.epochdesk.quorum.VoteCheck;
import io.epochdesk.quorum.VotingRound;
import io.epochdesk.verify.EpochReport;
import io.epochdesk.verify.EpochVerifier;
import io.epochdesk.verify.EvidenceReader;
import io.epochdesk.verify.Finding;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keys, proofs, votes and whole key generations made by the console's own room, on one real chain
 * from epoch to epoch, with more consensus nodes each time. The contracts are the judge.
 */
@RequiresEmulator
@BesideOthers
final class MadeInJavaTest {

    private static final String MESSAGE = "00000000000000ff" + "3c".repeat(32);

    private final List<BlsSecretKey> collectorSecrets = new ArrayList<>();
    private final List<FixtureNode> collectors = new ArrayList<>();
    private final List<FixtureNode> members = new ArrayList<>();

    @Test
    void contractsTakeWhatIsMadeHereAndRefuseWhatTheConsoleCallsInvalid(@TempDir Path folder)
            throws BadEncodingException {
        play(folder, Map.of(2, DkgFault.NONE, 10, DkgFault.ANSWER_WRONG));
    }

    @Test
    @Tag("soak")
    void aCommitteeOfFiftyAndOtherFaults(@TempDir Path folder) throws BadEncodingException {
        play(
                folder,
                Map.of(
                        3, DkgFault.SILENT,
                        4, DkgFault.UNANSWERED,
                        10, DkgFault.TOO_MANY_COMPLAINTS,
                        12, DkgFault.VECTOR_BAD_POINT,
                        50, DkgFault.ANSWER_NO_SCALAR));
    }

    /** An epoch for each size of the committee, the smallest first. */
    private void play(Path folder, Map<Integer, DkgFault> faults) throws BadEncodingException {
        try (EmulatorProcess emulator = EmulatorProcess.start();
                EpochDriver driver = new EpochDriver(emulator);
                Console console = Console.watching(emulator, folder)) {
            driver.createOperator();
            driver.lengths(40_000L, 20L, 10_000L, 1);
            proofs(driver);
            for (int i = 0; i < 4; i++) {
                BlsSecretKey secret = secret(i);
                collectorSecrets.add(secret);
                collectors.add(MadeNode.of(Role.COLLECTION, i, secret));
            }
            driver.register(collectors);

            new TreeMap<>(faults)
                    .forEach((size, fault) -> epoch(emulator, driver, console, size, fault));
        }
    }

    /** The console's word and the contract's are the same for every proof. */
    private static void proofs(EpochDriver driver) throws BadEncodingException {
        BlsSecretKey secret = secret(90);
        BlsPublicKey key = secret.publicKey();
        String right = secret.provePossession().toString();
        Map<String, String> proofs = new LinkedHashMap<>();
        proofs.put("another's", secret(91).provePossession().toString());
        proofs.put("one bit", flipped(right, 30));
        proofs.put("sign", flipped(right, 2));
        proofs.put("infinity", "c0" + "00".repeat(47));
        proofs.put("small order", "80" + "00".repeat(47));
        proofs.put("too short", right.substring(2));
        proofs.put("a signature", secret.sign(key.encoded(), DomainTag.COLLECTOR_VOTE).toString());
        proofs.put("right", right);
        int number = 900;
        for (Map.Entry<String, String> proof : proofs.entrySet()) {
            FixtureNode node = MadeNode.of(Role.VERIFICATION, number++, secret, proof.getValue());
            assertThat(driver.refusalOf(node).isEmpty())
                    .as("proof: " + proof.getKey())
                    .isEqualTo(proves(key, proof.getValue()));
        }
        FixtureNode outside = MadeNode.of(Role.VERIFICATION, number, secret(92), right);
        FixtureNode noKey =
                new FixtureNode(
                        outside.role(),
                        outside.id(),
                        outside.networkingAddress(),
                        outside.networkingKey(),
                        "80" + "00".repeat(94) + "01",
                        right,
                        outside.machinePrivateKey(),
                        outside.machineKey(),
                        Map.of());
        assertThat(driver.refusalOf(noKey)).as("a key that is none").isNotEmpty();
    }

    private static boolean proves(BlsPublicKey key, String proof) {
        try {
            return key.isProvedBy(ProofOfPossession.ofHex(proof));
        } catch (BadEncodingException e) {
            return false;
        }
    }

    private void epoch(
            EmulatorProcess emulator,
            EpochDriver driver,
            Console console,
            int size,
            DkgFault fault) {
        long counter = driver.truth().epoch("counter") + 1;
        DkgRun run = new DkgRun("dkg-flow-emulator-" + counter, size);
        List<FixtureNode> further = new ArrayList<>();
        for (int i = members.size(); i < size; i++) {
            further.add(MadeNode.of(Role.CONSENSUS, i, run.stakingSecret(i)));
        }
        members.addAll(further);
        driver.register(further);
        driver.approve();
        driver.endAuction();
        votes(driver, counter);
        fault.in(run);
        for (DkgRun.Posted posted : run.posted()) {
            driver.post(members.get(posted.sender()).id(), List.of(posted.content()));
        }
        BeaconKeys keys = submissions(driver, run, fault.out(size));
        driver.commit();

        console.refresh();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> watched(console.snapshot().current(), keys, fault, size, 1));
        driver.endEpoch();
        assertThat(driver.truth().epoch("counter")).isEqualTo(counter);
        console.refresh();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> watched(console.snapshot().current(), keys, fault, size, 2));
        verified(emulator, counter, keys, fault.out(size));
    }

    /** What the live board has made of it: the commitment, and later the end, are as recomputed. */
    private static void watched(
            BoardSnapshot board, BeaconKeys keys, DkgFault fault, int size, int events) {
        DkgReview review = board.shownReview().orElseThrow();
        DkgForecast forecast = board.forecast().orElseThrow();
        assertThat(review.judgement().keys()).isEqualTo(keys);
        assertThat(review.signaturesChecked()).isTrue();
        assertThat(forecast.outcome()).isEqualTo(DkgForecast.Outcome.SUCCEEDED);
        assertThat(forecast.out().stream().map(DealerJudgement::dealer))
                .containsExactlyElementsOf(fault.out(size));
        assertThat(forecast.wrongViews().stream().map(DkgForecast.WrongView::index))
                .containsExactlyElementsOf(fault.out(size));
        assertThat(board.shownBoard().orElseThrow().announced())
                .hasSize(events)
                .allSatisfy(
                        told ->
                                assertThat(review.agreementOf(told))
                                        .isEqualTo(DkgReview.Agreement.AGREES));
        VotingRound round = board.voting().value().orElseThrow();
        assertThat(round.checks().count(VoteCheck.VERIFIED)).isEqualTo(4);
        assertThat(round.checks().keys().source()).isEqualTo(StakingKeys.Source.ANNOUNCEMENT);
        assertThat(round.checks().certificates().values())
                .singleElement()
                .extracting(CheckedCertificate::check)
                .isEqualTo(VoteCheck.VERIFIED);
    }

    /** One after the other refused or taken, as the console would have it. */
    private void votes(EpochDriver driver, long counter) {
        String message = "%016x".formatted(counter) + MESSAGE.substring(16);
        byte[] bytes = HexFormat.of().parseHex(message);
        for (int i = 0; i < collectors.size(); i++) {
            BlsSecretKey secret = collectorSecrets.get(i);
            BlsPublicKey key = secret.publicKey();
            String right = secret.sign(bytes, DomainTag.COLLECTOR_VOTE).toString();
            Map<String, String> signatures = new LinkedHashMap<>();
            if (i == 0) {
                signatures.put("one bit", flipped(right, 77));
                signatures.put("sign", flipped(right, 2));
                signatures.put("infinity", "c0" + "00".repeat(47));
                signatures.put("small order", "80" + "00".repeat(47));
                signatures.put("too long", right + "00");
                signatures.put("another use", secret.sign(bytes, DomainTag.DKG_MESSAGE).toString());
                signatures.put(
                        "another message",
                        secret.sign(new byte[40], DomainTag.COLLECTOR_VOTE).toString());
            }
            signatures.put("right", right);
            for (Map.Entry<String, String> each : signatures.entrySet()) {
                assertThat(
                                driver.refusalOfVote(collectors.get(i), message, each.getValue())
                                        .isEmpty())
                        .as("vote: " + each.getKey())
                        .isEqualTo(signs(key, bytes, each.getValue()));
            }
        }
    }

    private static boolean signs(BlsPublicKey key, byte[] message, String signature) {
        try {
            return key.verifies(BlsSignature.ofHex(signature), message, DomainTag.COLLECTOR_VOTE);
        } catch (BadEncodingException e) {
            return false;
        }
    }

    /** Everybody submits what the board gives, the faulty node what it believes itself. */
    private BeaconKeys submissions(EpochDriver driver, DkgRun run, Set<Integer> out) {
        BeaconKeys keys = run.keysWithout(out);
        Map<String, Integer> mapping = new TreeMap<>();
        members.forEach(member -> mapping.put(member.id(), mapping.size()));
        for (int i = 0; i < members.size(); i++) {
            BeaconKeys own = out.contains(i) ? run.keysWithout(Set.of()) : keys;
            driver.submit(members.get(i).id(), own.groupKey(), own.nodeKeys(), mapping);
        }
        return keys;
    }

    private static void verified(
            EmulatorProcess emulator, long counter, BeaconKeys keys, Set<Integer> out) {
        try (FlowNetwork network =
                GrpcFlowNetwork.open(
                        NetworkProfiles.through(NetworkProfiles.emulator(), emulator.address()))) {
            EpochReport report =
                    new EpochVerifier(new EvidenceReader(network, (_, _) -> {}).read(counter))
                            .verify();
            assertThat(report.findings())
                    .as("epoch " + counter)
                    .allSatisfy(
                            finding ->
                                    assertThat(finding.kind().outcome())
                                            .as(finding.toString())
                                            .isEqualTo(Finding.Outcome.HOLDS));
            EpochReport.DkgReport dkg = report.dkg();
            assertThat(dkg).isNotNull();
            if (dkg != null) {
                assertThat(dkg.judgement().keys()).isEqualTo(keys);
                assertThat(
                                dkg.judgement().dealers().stream()
                                        .filter(dealer -> dealer.disqualification() != null)
                                        .map(dealer -> dealer.dealer()))
                        .containsExactlyInAnyOrderElementsOf(out);
            }
        }
    }

    private static String flipped(String hex, int bit) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        bytes[bit / 8] ^= (byte) (0x80 >>> bit % 8);
        return HexFormat.of().formatHex(bytes);
    }

    private static BlsSecretKey secret(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        seed[1] = 77;
        return BlsSecretKey.fromSeed(seed);
    }
}
