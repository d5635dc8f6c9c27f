package io.epochdesk.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.epochdesk.fault.FaultException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class NetworkProfilesTest {

    @Test
    void builtInNetworksCarryTheirChainsThresholdsAndBudgets() {
        assertThat(NetworkProfiles.builtIn())
                .extracting(
                        NetworkProfile::id,
                        p -> p.chain().value(),
                        p -> p.finalizationSafetyThreshold().orElse(-1),
                        NetworkProfile::budget)
                .containsExactly(
                        tuple("mainnet", "flow-mainnet", 1_000L, RequestBudget.PUBLIC),
                        tuple("testnet", "flow-testnet", 1_000L, RequestBudget.PUBLIC),
                        tuple("emulator", "flow-emulator", -1L, RequestBudget.UNLIMITED));
    }

    @Test
    void everyBuiltInNetworkNamesTheSameContracts() {
        assertThat(NetworkProfiles.builtIn())
                .allSatisfy(
                        profile ->
                                assertThat(profile.contracts())
                                        .containsOnlyKeys(
                                                NetworkProfiles.emulator().contracts().keySet()));
    }

    @Test
    void anEventTypeNamesTheAddressOfItsContractOnThatNetwork() {
        assertThat(NetworkProfiles.mainnet().eventType("FlowDKG", "StartDKG"))
                .isEqualTo("A.8624b52f9ddcd04a.FlowDKG.StartDKG");
    }

    @Test
    void anAccessNodeOfTheOperatorsOwnHasNoRequestBudget() {
        NetworkProfile profile =
                NetworkProfiles.through(NetworkProfiles.mainnet(), "10.0.0.5:9000");

        assertThat(profile.nodes())
                .containsExactly(
                        new AccessNode(
                                "10.0.0.5:9000", "10.0.0.5", 9000, new Transport.Plaintext()));
        assertThat(profile.budget()).isEqualTo(RequestBudget.UNLIMITED);
        assertThat(profile.chain()).isEqualTo(ChainId.MAINNET);
    }

    @Test
    void aPublicHostGivenByHandKeepsThePublicBudget() {
        NetworkProfile profile =
                NetworkProfiles.through(
                        NetworkProfiles.emulator(), "access-001.mainnet30.nodes.onflow.org:9000");

        assertThat(profile.budget()).isEqualTo(RequestBudget.PUBLIC);
    }

    @Test
    void anIpv6AddressStandsInBrackets() {
        AccessNode node = NetworkProfiles.accessNode("[::1]:3569");

        assertThat(node.host()).isEqualTo("::1");
        assertThat(node.address()).isEqualTo("[::1]:3569");
        assertThat(node.isLoopback()).isTrue();
    }

    @Test
    void aNetworkOfOnesOwnTakesChainAndContractsFromItsPattern() {
        NetworkProfile like = NetworkProfiles.of(ChainId.TESTNET).orElseThrow();
        NetworkProfile own =
                NetworkProfiles.custom(
                        "mine",
                        "Mine",
                        like,
                        List.of(NetworkProfiles.accessNode("node.example:9000")));

        assertThat(own.contracts()).isEqualTo(like.contracts());
        assertThat(own.chain()).isEqualTo(ChainId.TESTNET);
        assertThat(own.budget()).isEqualTo(RequestBudget.UNLIMITED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                ":9000",
                "host:",
                "host:0",
                "host:65536",
                "host:99999999999",
                "host:http",
                "::1:3569",
                "[]:1",
                "http://host:9000",
                "user@host:9000",
                "a b:9000"
            })
    void whatIsNotHostAndPortIsRefusedWithItsReason(String text) {
        FaultException refused =
                catchThrowableOfType(FaultException.class, () -> NetworkProfiles.accessNode(text));

        assertThat(refused.fault().code()).isEqualTo("SET-402");
        assertThat(refused.fault().facts()).containsEntry("value", text).containsKey("reason");
    }
}
