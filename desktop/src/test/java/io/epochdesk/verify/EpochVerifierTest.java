package io.epochdesk.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.epochdesk.bls.BeaconKeys;
import io.epochdesk.bls.DkgFault;
import io.epochdesk.bls.DkgRun;
import io.epochdesk.dkg.PhaseEnds;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.FakeNetwork;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.verify.Finding.Kind;
import io.epochdesk.verify.Finding.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A past epoch with real keys, as it was and with one thing after the other spoilt. */
@BesideOthers
final class EpochVerifierTest {

    private static final DkgRun NODES = new DkgRun(MadeEpoch.INSTANCE, 7);
    private static final DkgRun HAPPY = DkgFault.NONE.in(NODES.again());

    private final MadeEpoch epoch = new MadeEpoch(HAPPY, Set.of());

    @Test
    void aGoodEpochHoldsInEveryPart() {
        assertThat(kinds(report(epoch)))
                .containsExactly(
                        Kind.STAKING_KEYS_VALID,
                        Kind.CLUSTERS_COMPLETE,
                        Kind.CERTIFICATES_HOLD,
                        Kind.COMMITTEE_CANONICAL,
                        Kind.BOARD_GIVES_KEYS,
                        Kind.COMMITTED_KEYS_AGREE,
                        Kind.METADATA_AGREES,
                        Kind.END_AGREES);
        EpochReport report = report(epoch);
        assertThat(report.clusters()).hasSize(2);
        assertThat(report.clusters().getFirst().weight()).isEqualTo(300);
        assertThat(report.clusters().getFirst().threshold()).isEqualTo(267);
        assertThat(report.places().getFirst().event()).isEqualTo("FlowDKG.StartDKG");
        assertThat(report.places()).hasSize(2 + 7 + 2);
    }

    @ParameterizedTest
    @EnumSource
    void whateverGoesWrongInTheDkgTheRightKeysAgree(DkgFault fault) {
        DkgRun run = fault.in(NODES.again());

        EpochReport report = report(new MadeEpoch(run, fault.out(7)));

        assertThat(report.findings())
                .allSatisfy(each -> assertThat(each.kind().outcome()).isEqualTo(Outcome.HOLDS));
    }

    @Test
    void keysOfAnotherBoardAreFoundOut() {
        epoch.committed = NODES.keysWithout(Set.of(3));
        epoch.ended = epoch.committed;
        epoch.kept = kept(epoch.committed);
        assertThat(failing(epoch)).containsExactly(Kind.COMMITTED_KEYS_DIFFER);

        MadeEpoch swapped = new MadeEpoch(HAPPY, Set.of());
        List<String> keys = new ArrayList<>(swapped.committed.nodeKeys());
        keys.set(2, keys.get(4));
        swapped.committed = new BeaconKeys(swapped.committed.groupKey(), keys);
        swapped.ended = swapped.committed;
        swapped.kept = kept(swapped.committed);
        assertThat(failing(swapped)).containsExactly(Kind.COMMITTED_KEYS_DIFFER);
        assertThat(report(swapped).findings().get(5).facts()).containsEntry("indexes", "2");
    }

    @Test
    void whatTheContractKeepsIsHeldAgainstTheEvents() {
        epoch.kept.set(3, epoch.kept.get(2));
        assertThat(failing(epoch)).containsExactly(Kind.METADATA_DIFFERS);
        assertThat(report(epoch).findings().get(6).facts()).containsEntry("parts", "keys");
    }

    @Test
    void theEndOfTheDkgIsHeldAgainstTheCommitment() {
        epoch.ended = NODES.keysWithout(Set.of(1));
        assertThat(failing(epoch)).containsExactly(Kind.END_DIFFERS);
        MadeEpoch without = new MadeEpoch(HAPPY, Set.of());
        without.ended = null;
        assertThat(report(without).findings().getLast().kind()).isEqualTo(Kind.END_WITHOUT_KEYS);
    }

    @Test
    void aCertificateNeedsWeightMembersAndSignatures() {
        MadeEpoch.Certificate first = epoch.certificates.getFirst();
        first.signatures.set(1, first.signatures.get(0));
        assertThat(failing(epoch)).containsExactly(Kind.CERTIFICATE_FAILS);
        assertThat(report(epoch).clusters().getFirst().invalidVoters())
                .containsExactly(MadeEpoch.collector(0, 1));

        MadeEpoch light = new MadeEpoch(HAPPY, Set.of());
        light.certificates.getFirst().voters.removeLast();
        light.certificates.getFirst().signatures.removeLast();
        assertThat(failing(light)).containsExactly(Kind.CERTIFICATE_FAILS);

        MadeEpoch stranger = new MadeEpoch(HAPPY, Set.of());
        stranger.certificates.getFirst().voters.set(0, MadeEpoch.collector(1, 0));
        assertThat(failing(stranger)).containsExactly(Kind.CERTIFICATE_FAILS);

        MadeEpoch twice = new MadeEpoch(HAPPY, Set.of());
        MadeEpoch.Certificate doubled = twice.certificates.getFirst();
        doubled.voters.set(2, doubled.voters.get(1));
        doubled.signatures.set(2, doubled.signatures.get(1));
        assertThat(failing(twice)).containsExactly(Kind.CERTIFICATE_FAILS);

        MadeEpoch missing = new MadeEpoch(HAPPY, Set.of());
        missing.certificates.removeLast();
        assertThat(failing(missing)).containsExactly(Kind.CERTIFICATES_INCOMPLETE);
    }

    @Test
    void nodesKeysAndClustersAreChecked() {
        MadeEpoch.Node node = epoch.nodes.getFirst();
        epoch.nodes.set(0, new MadeEpoch.Node(node.id(), 1, epoch.nodes.get(1).stakingKey(), 100));
        assertThat(failing(epoch))
                .containsExactly(Kind.STAKING_KEYS_INVALID, Kind.CERTIFICATE_FAILS);

        MadeEpoch outside = new MadeEpoch(HAPPY, Set.of());
        outside.nodes.add(
                new MadeEpoch.Node(
                        "dd".repeat(32),
                        1,
                        MadeEpoch.collectorSecret(3, 0).publicKey().toString(),
                        100));
        assertThat(failing(outside)).containsExactly(Kind.CLUSTERS_WRONG);
    }

    @Test
    void anotherOrderOfTheCommitteeIsNamed() {
        epoch.mapping.put(MadeEpoch.consensus(0), 1);
        epoch.mapping.put(MadeEpoch.consensus(1), 0);
        assertThat(failing(epoch))
                .as("the signatures still hold, and the keys are those of the indexes")
                .containsExactly(Kind.COMMITTEE_OTHERWISE);
    }

    @Test
    void anEpochThatIsStillBeingPreparedIsNotCalledWrong() {
        epoch.commits = false;
        EpochReport report = report(epoch);
        assertThat(report.has(Outcome.FAILS)).isFalse();
        assertThat(report.findings().getLast().kind()).isEqualTo(Kind.NOT_COMMITTED);
    }

    @Test
    void differentKeysAreNoProofWhereMessagesLieNearAPhasesEnd() {
        epoch.committed = NODES.keysWithout(Set.of(3));
        EpochEvidence seen = evidence(epoch);
        EpochEvidence near =
                new EpochEvidence(
                        seen.chain(),
                        seen.rootBlock(),
                        seen.counter(),
                        seen.deadlines(),
                        new PhaseEnds(725, 1_101, 1_301),
                        seen.completeTo(),
                        seen.preparation(),
                        seen.events());
        assertThat(kinds(new EpochVerifier(near).verify())).contains(Kind.COMMITTED_KEYS_UNSURE);
    }

    /** One digit of any key, signature, message or ID, and the epoch holds no longer. */
    @ParameterizedTest
    @ValueSource(strings = {"EpochSetup", "BroadcastMessage", "EpochCommit", "EndDKG"})
    void noDigitOfTheEvidenceCanBeChanged(String event) {
        EpochEvidence seen = evidence(epoch);
        Random random = new Random(7);
        for (int i = 0; i < 25; i++) {
            EpochEvidence changed = changed(seen, event, random);
            try {
                EpochReport report = new EpochVerifier(changed).verify();
                assertThat(report.has(Outcome.FAILS) || report.has(Outcome.UNKNOWN))
                        .as(difference(seen, changed))
                        .isTrue();
            } catch (FaultException e) {
                assertThat(e.fault().code()).startsWith("CDC");
            }
        }
    }

    private static String difference(EpochEvidence seen, EpochEvidence changed) {
        for (int i = 0; i < seen.events().size(); i++) {
            String before = new String(seen.events().get(i).payload(), StandardCharsets.UTF_8);
            String after = new String(changed.events().get(i).payload(), StandardCharsets.UTF_8);
            for (int at = 0; at < before.length(); at++) {
                if (before.charAt(at) != after.charAt(at)) {
                    return "event %d at %d: %s"
                            .formatted(i, at, before.substring(Math.max(0, at - 30), at));
                }
            }
        }
        return "nothing";
    }

    private static EpochEvidence changed(EpochEvidence seen, String name, Random random) {
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < seen.events().size(); i++) {
            if (seen.events().get(i).type().endsWith("." + name)) {
                candidates.add(i);
            }
        }
        int chosen = candidates.get(random.nextInt(candidates.size()));
        ChainEvent event = seen.events().get(chosen);
        String payload = new String(event.payload(), StandardCharsets.UTF_8);
        List<MatchResult> runs =
                Pattern.compile("[0-9A-Za-z+/]{40,}").matcher(payload).results().toList();
        MatchResult run = runs.get(random.nextInt(runs.size()));
        int at = run.start() + random.nextInt(run.end() - run.start());
        char old = payload.charAt(at);
        char other = old == '0' ? '1' : '0';
        String spoilt = payload.substring(0, at) + other + payload.substring(at + 1);
        List<ChainEvent> events = new ArrayList<>(seen.events());
        events.set(
                chosen,
                new ChainEvent(
                        event.height(),
                        event.blockId(),
                        event.type(),
                        event.transactionId(),
                        event.transactionIndex(),
                        event.eventIndex(),
                        spoilt.getBytes(StandardCharsets.UTF_8)));
        return new EpochEvidence(
                seen.chain(),
                seen.rootBlock(),
                seen.counter(),
                seen.deadlines(),
                seen.phaseEnds(),
                seen.completeTo(),
                seen.preparation(),
                events);
    }

    @Test
    void evidenceFromAFileGivesTheSameReport(@TempDir Path folder) {
        Path file = folder.resolve("epoch-5.json");
        EpochEvidence seen = evidence(epoch);
        new EvidenceFile(file).write(seen);

        EpochEvidence again = new EvidenceFile(file).read();

        assertThat(new EpochVerifier(again).verify().places()).isEqualTo(report(epoch).places());
        assertThat(kinds(new EpochVerifier(again).verify())).isEqualTo(kinds(report(epoch)));
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> new EvidenceFile(file).write(seen))
                .extracting(e -> e.fault().code())
                .isEqualTo("EVD-874");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{\"format\":\"epochdesk-epoch-evidence\",\"version\":2}",
                "{\"format\":\"epochdesk-epoch-evidence\",\"version\":1}",
                "{\"format\":\"another\"}"
            })
    void aFileThatIsNoEvidenceIsRefused(String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("some.json"), text);
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> new EvidenceFile(file).read())
                .extracting(e -> e.fault().code())
                .isEqualTo("EVD-872");
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> new EvidenceFile(folder.resolve("none.json")).read())
                .extracting(e -> e.fault().code())
                .isEqualTo("EVD-871");
    }

    @Test
    void epochsWithoutEvidenceEndInTheirOwnFaults() {
        FakeNetwork network = epoch.network();
        assertThat(code(network, 0)).isEqualTo("EVD-862");
        assertThat(code(network, 9)).isEqualTo("EVD-861");
        assertThat(code(network.prunedBefore(1_600), MadeEpoch.COUNTER)).isEqualTo("EVD-863");
    }

    private static String code(FakeNetwork network, long counter) {
        try {
            new EvidenceReader(network, (_, _) -> {}).read(counter);
            return "";
        } catch (FaultException e) {
            return e.fault().code();
        }
    }

    private static EpochEvidence evidence(MadeEpoch epoch) {
        return new EvidenceReader(epoch.network(), (_, _) -> {}).read(MadeEpoch.COUNTER);
    }

    private static EpochReport report(MadeEpoch epoch) {
        return new EpochVerifier(evidence(epoch)).verify();
    }

    private static List<Kind> kinds(EpochReport report) {
        return report.findings().stream().map(Finding::kind).toList();
    }

    private static List<Kind> failing(MadeEpoch epoch) {
        return kinds(report(epoch)).stream()
                .filter(kind -> kind.outcome() == Outcome.FAILS)
                .toList();
    }

    private static List<String> kept(BeaconKeys keys) {
        List<String> kept = new ArrayList<>();
        kept.add(keys.groupKey());
        kept.addAll(keys.nodeKeys());
        return kept;
    }
}
