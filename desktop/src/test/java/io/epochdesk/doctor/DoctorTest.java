package io.epochdesk.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;
import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.FakeNetwork;
import io.epochdesk.rehearsal.model.AddressGenerator;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class DoctorTest {

    private static final String EMPTY =
            """
            {"type":"Struct","value":{"id":"s.00.CheckupAnswer","fields":[
              {"name":"epoch","value":{"type":"Optional","value":null}},
              {"name":"standings","value":{"type":"Struct","value":{"id":"s.00.StandingsAnswer","fields":[
                {"name":"stakingEnabled","value":{"type":"Bool","value":true}},
                {"name":"minimums","value":{"type":"Dictionary","value":[]}},
                {"name":"standings","value":{"type":"Array","value":[]}}]}}},
              {"name":"collections","value":{"type":"Array","value":[]}},
              {"name":"accounts","value":{"type":"Array","value":[]}},
              {"name":"fees","value":{"type":"Struct","value":{"id":"s.00.FeesAnswer","fields":[
                {"name":"surgeFactor","value":{"type":"UFix64","value":"1.00000000"}},
                {"name":"inclusionEffortCost","value":{"type":"UFix64","value":"0.00010000"}},
                {"name":"executionEffortCost","value":{"type":"UFix64","value":"4000.00000000"}},
                {"name":"minimumStorageReservation","value":{"type":"UFix64","value":"0.00100000"}},
                {"name":"storageMegaBytesPerReservedFlow","value":{"type":"UFix64","value":"100.00000000"}}]}}}]}}
            """;
    private static final Fault TOO_MUCH =
            new ChainFault(ChainFault.Kind.SCRIPT_FAILED, Map.of("script", "x", "reason", "y"), "");
    private static final Fault NOBODY =
            new NetworkFault(
                    NetworkFault.Kind.NO_NODE_LEFT, Map.of("network", "x", "count", "1"), "");

    private final FakeNetwork network = new FakeNetwork().blocks(1, 1_000, 1, 1);

    @Test
    void fiftyNodesAreOneScriptAndThreeHeadersAndMoreAreSomeMore() {
        network.answer("checkup", EMPTY);
        assertThat(examine(50)).hasSize(50);
        assertThat(network.runs("checkup")).isEqualTo(1);
        assertThat(network.headerCalls()).isLessThanOrEqualTo(3);
        assertThat(examine(101)).hasSize(101);
        assertThat(network.runs("checkup")).isEqualTo(1 + 3);
    }

    @Test
    void nothingIsAskedAboutNobody() {
        assertThat(examine(0)).isEmpty();
        assertThat(network.headerCalls()).isZero();
    }

    @Test
    void aScriptThatTheChainFailsIsAskedInPiecesAndOnePieceHidesNoOther() {
        network.fail("checkup", TOO_MUCH)
                .answer(
                        "fees",
                        EMPTY.substring(
                                        EMPTY.indexOf(
                                                "{\"type\":\"Struct\",\"value\":{\"id\":\"s.00.Fees"))
                                .replace("}}}]}}", "}}"))
                .fail("standings", TOO_MUCH)
                .answer("collections", "{\"type\":\"Array\",\"value\":[]}")
                .answer("accounts", "{\"type\":\"Array\",\"value\":[]}")
                .fail("epoch", TOO_MUCH);
        Examination examination = examine(1).getFirst();
        assertThat(examination.findings())
                .filteredOn(finding -> finding.check() == Check.NOT_READ)
                .extracting(finding -> finding.facts().get("part"))
                .containsExactlyInAnyOrder("NODE_TABLE", "EPOCH");
        assertThat(examination.findings())
                .extracting(Finding::check)
                .contains(Check.ACCOUNT_MISSING);
    }

    @Test
    void whereNobodyAnswersTheSameIsNotAskedAgain() {
        network.fail("checkup", NOBODY);
        Examination examination = examine(1).getFirst();
        assertThat(examination.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(examination.findings())
                .filteredOn(finding -> finding.check() == Check.NOT_READ)
                .isNotEmpty()
                .allSatisfy(
                        finding -> assertThat(finding.facts()).containsEntry("fault", "NET-131"));
        assertThat(network.runs("standings")).isZero();
    }

    @Test
    void theOneScriptIsMadeOfTheSmallerOnes() {
        String all = Program.shipped("doctor", "checkup").source();
        assertThat(
                        List.of(
                                Program.shipped("epoch", "epoch"),
                                Program.shipped("staking", "standings"),
                                Program.shipped("staking", "collections"),
                                Program.shipped("accounts", "accounts"),
                                Program.shipped("accounts", "fees")))
                .allSatisfy(
                        part -> {
                            String text = part.source();
                            int from = text.indexOf("access(all) struct");
                            int to = text.indexOf("access(all) fun main");
                            assertThat(all).contains(text.substring(from, to).strip());
                        });
    }

    private List<Examination> examine(int count) {
        return new Doctor(network, SpendingHistory.NONE)
                .examine(
                        IntStream.range(0, count)
                                .mapToObj(
                                        i ->
                                                NodeUnderCare.of("%064x".formatted(i))
                                                        .onAccount(account(i)))
                                .toList());
    }

    private static FlowAddress account(int i) {
        return AddressGenerator.address(i + 100L);
    }
}
