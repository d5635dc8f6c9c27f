package io.epochdesk.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.accounts.OnChainKey;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.staking.NodeRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Map;

class DiagnosisTest {

    @ParameterizedTest
    @EnumSource(names = {"COLLECTION", "CONSENSUS"})
    void aNodeNothingIsWrongWithIsFit(NodeRole role) {
        Examination examination = new HealthyNode(role).examined();
        assertThat(examination.findings()).isEmpty();
        assertThat(examination.verdict()).isEqualTo(Verdict.FIT);
    }

    @ParameterizedTest
    @CsvSource({
        "COLLECTION, 0.40105999, MAXIMUM_FEE",
        "COLLECTION, 0.40095999, MAXIMUM_FEE",
        "COLLECTION, 0.25, MAXIMUM_FEE",
        "COLLECTION, 0.24999999, BALANCE_LOW",
        "COLLECTION, 0, BALANCE_LOW",
        "CONSENSUS, 1.99999999, BALANCE_LOW"
    })
    void saysOfABalanceThatIsTooLowOneThing(NodeRole role, String balance, Check check) {
        HealthyNode sick = new HealthyNode(role);
        sick.account = sick.account(balance, sick.account.keys());
        assertThat(checks(sick)).containsExactly(check);
    }

    @Test
    void coversTheMaximumFeeToTheLastDigit() {
        // 1.0 × (0.0001 + 9,999 × 10⁻⁸ × 4,000) + 0.001
        HealthyNode node = new HealthyNode(NodeRole.COLLECTION);
        node.account = node.account("0.40106", node.account.keys());
        assertThat(node.examined().verdict()).isEqualTo(Verdict.FIT);
        node.account = node.account("0.40105999", node.account.keys());
        assertThat(checks(node)).containsExactly(Check.MAXIMUM_FEE);
    }

    @Test
    void neverCallsANodeFitWhoseKeyNobodyShowed() {
        HealthyNode node = new HealthyNode(NodeRole.COLLECTION);
        NodeUnderCare unseen = node.node().keptBy(new KeyCustody.Unseen());
        assertThat(verdict(node, unseen)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(node, unseen.keptBy(new KeyCustody.VaultLocked())))
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(node, unseen.keptBy(new KeyCustody.Elsewhere()))).isEqualTo(Verdict.FIT);
        node.sequences.put(0, 0L);
        assertThat(verdict(node, unseen.keptBy(new KeyCustody.Elsewhere())))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void neverCallsANodeFitOnWhatCouldNotBeRead() {
        HealthyNode node = new HealthyNode(NodeRole.CONSENSUS);
        Answers whole = node.answers();
        Fault fault = new NetworkFault(NetworkFault.Kind.TIMED_OUT, Map.of("node", "x"), "");
        List<Answers> broken =
                List.of(
                        new Answers(
                                whole.space(),
                                new Asked<>(null, fault),
                                whole.collections(),
                                whole.accounts(),
                                whole.fees(),
                                whole.schedule()),
                        new Answers(
                                whole.space(),
                                whole.standings(),
                                new Asked<>(null, fault),
                                whole.accounts(),
                                whole.fees(),
                                whole.schedule()),
                        new Answers(
                                whole.space(),
                                whole.standings(),
                                whole.collections(),
                                new Asked<>(null, fault),
                                whole.fees(),
                                whole.schedule()),
                        new Answers(
                                whole.space(),
                                whole.standings(),
                                whole.collections(),
                                whole.accounts(),
                                new Asked<>(null, fault),
                                whole.schedule()));
        assertThat(broken)
                .allSatisfy(
                        answers ->
                                assertThat(
                                                new Diagnosis(SpendingHistory.NONE)
                                                        .of(
                                                                List.of(
                                                                        new Chart(
                                                                                node.node(),
                                                                                answers)))
                                                        .getFirst()
                                                        .verdict())
                                        .isEqualTo(Verdict.UNKNOWN));
    }

    @Test
    void doesNotSayOfAKeyKeptElsewhereThatItWasNeverUsedWhenThatCouldNotBeRead() {
        HealthyNode node = new HealthyNode(NodeRole.COLLECTION);
        Fault fault = new NetworkFault(NetworkFault.Kind.TIMED_OUT, Map.of("node", "x"), "");
        Examination examination =
                new Diagnosis(SpendingHistory.NONE)
                        .of(
                                List.of(
                                        new Chart(
                                                node.node().keptBy(new KeyCustody.Elsewhere()),
                                                node.answers().without(fault))))
                        .getFirst();
        assertThat(examination.findings())
                .extracting(Finding::check)
                .containsExactly(Check.NOT_READ);
        assertThat(examination.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void callsARoleWithoutMachineAccountMisconfiguredWhenItHasOne() {
        HealthyNode node = new HealthyNode(NodeRole.EXECUTION);
        assertThat(checks(node)).containsExactly(Check.ROLE);
        assertThat(node.examined().verdict()).isEqualTo(Verdict.UNFIT);
        node.told = null;
        node.recorded = null;
        assertThat(node.examined().verdict()).isEqualTo(Verdict.FIT);
    }

    @Test
    void tellsTheFirstDifferenceOfAKeyOnly() {
        HealthyNode node = new HealthyNode(NodeRole.COLLECTION);
        node.hash = HashAlgorithm.SHA2_256;
        assertThat(grave(node)).containsExactly(Check.HASH_DIFFERS);
        node = new HealthyNode(NodeRole.COLLECTION);
        node.key = HealthyNode.key(2);
        assertThat(grave(node)).containsExactly(Check.KEY_DIFFERS);
        node = new HealthyNode(NodeRole.COLLECTION);
        node.keyIndex = 1;
        assertThat(grave(node)).containsExactly(Check.KEY_MISSING);
    }

    @Test
    void findsAFurtherKeyThatSignsAloneButNoneThatDoesNot() {
        HealthyNode node = new HealthyNode(NodeRole.COLLECTION);
        OnChainKey own = node.account.keys().getFirst();
        OnChainKey weak =
                new OnChainKey(
                        1,
                        HealthyNode.key(2).publicKey().hex(),
                        own.signatureAlgorithm(),
                        own.hashAlgorithm(),
                        999,
                        false);
        OnChainKey revoked =
                new OnChainKey(
                        2,
                        HealthyNode.key(3).publicKey().hex(),
                        own.signatureAlgorithm(),
                        own.hashAlgorithm(),
                        1000,
                        true);
        node.account = node.account("6", List.of(own, weak, revoked));
        assertThat(node.examined().findings()).isEmpty();
        node.account = node.account("6", List.of(own, HealthyNode.onChain(1, HealthyNode.key(2))));
        assertThat(checks(node)).containsExactly(Check.FURTHER_KEYS);
        assertThat(node.examined().verdict()).isEqualTo(Verdict.AT_RISK);
    }

    @Test
    void saysOfAnotherNetworksAddressOnlyThat() {
        HealthyNode node = new HealthyNode(NodeRole.CONSENSUS);
        node.node = node.node.stakedBy(null);
        node.told = FlowAddress.of("8624b52f9ddcd04a");
        Examination examination = node.examined();
        assertThat(examination.findings().getFirst().check()).isEqualTo(Check.OTHER_NETWORK);
        assertThat(examination.findings().getFirst().facts()).containsEntry("network", "MAINNET");
        assertThat(grave(node)).containsExactly(Check.OTHER_NETWORK);
    }

    private static Verdict verdict(HealthyNode node, NodeUnderCare as) {
        return new Diagnosis(SpendingHistory.NONE)
                .of(List.of(new Chart(as, node.answers())))
                .getFirst()
                .verdict();
    }

    private static List<Check> checks(HealthyNode node) {
        return node.examined().findings().stream().map(Finding::check).toList();
    }

    /** Checks that weigh more than a note. */
    private static List<Check> grave(HealthyNode node) {
        return node.examined().findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(Finding::check)
                .toList();
    }
}
