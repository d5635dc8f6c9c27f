package io.epochdesk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.SettingsFault;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.Transport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class NetworkDraftTest {

    private static final NetworkDraft GOOD = NetworkDraft.of(NetworkProfiles.mainnet());

    static Stream<NetworkProfile> builtIn() {
        return NetworkProfiles.builtIn().stream();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void aNetworkIsTheSameAfterBeingText(NetworkProfile profile) {
        assertThat(NetworkDraft.of(profile).toProfile()).isEqualTo(profile);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("network ID", d -> with(d, "", d.name(), d.chain(), "32", "1000")),
                mistake("network ID", d -> with(d, "a/b", d.name(), d.chain(), "32", "1000")),
                mistake("network name", d -> with(d, "a", " ", d.chain(), "32", "1000")),
                mistake("chain ID", d -> with(d, "a", "A", "mainnet", "32", "1000")),
                mistake("receive cap in MiB", d -> with(d, "a", "A", "flow-localnet", "0", "1000")),
                mistake(
                        "receive cap in MiB",
                        d -> with(d, "a", "A", "flow-localnet", "1025", "1000")),
                mistake(
                        "receive cap in MiB",
                        d -> with(d, "a", "A", "flow-localnet", "many", "1000")),
                mistake(
                        "finalization safety threshold",
                        d -> with(d, "a", "A", "flow-localnet", "32", "-1")),
                mistake("access nodes", d -> withNodes(d)),
                mistake("host", d -> withNodes(d, node(" ", "9000", NodeDraft.Mode.TLS, ""))),
                mistake(
                        "host",
                        d -> withNodes(d, node("https://a", "9000", NodeDraft.Mode.TLS, ""))),
                mistake("host", d -> withNodes(d, node("a b", "9000", NodeDraft.Mode.TLS, ""))),
                mistake("port", d -> withNodes(d, node("a", "", NodeDraft.Mode.TLS, ""))),
                mistake("port", d -> withNodes(d, node("a", "0", NodeDraft.Mode.TLS, ""))),
                mistake("port", d -> withNodes(d, node("a", "65536", NodeDraft.Mode.TLS, ""))),
                mistake(
                        "networking key",
                        d -> withNodes(d, node("a", "9001", NodeDraft.Mode.PINNED_TLS, ""))),
                mistake(
                        "networking key",
                        d ->
                                withNodes(
                                        d,
                                        node(
                                                "a",
                                                "9001",
                                                NodeDraft.Mode.PINNED_TLS,
                                                "g".repeat(128)))),
                mistake("address of FlowEpoch", d -> withContract(d, "FlowEpoch", "")),
                mistake("address of FlowDKG", d -> withContract(d, "FlowDKG", "8624b52f9ddcd04")),
                mistake("address of FlowFees", d -> withContract(d, "FlowFees", "nonsense")));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesTheSettingThatIsWrong(String setting, UnaryOperator<NetworkDraft> mistake) {
        NetworkDraft draft = mistake.apply(GOOD);
        assertThat(draft.problems())
                .singleElement()
                .satisfies(fault -> assertThat(fault.facts()).containsEntry("setting", setting))
                .extracting(SettingsFault::code)
                .isEqualTo("SET-402");
        assertThatExceptionOfType(FaultException.class).isThrownBy(draft::toProfile);
    }

    @Test
    void missingContractsAreNamed() {
        Map<String, String> contracts = new HashMap<>(GOOD.contracts());
        contracts.remove("FlowClusterQC");
        assertThat(withContracts(GOOD, contracts).problems())
                .extracting(fault -> fault.facts().get("setting"))
                .containsExactly("address of FlowClusterQC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "10.0.0.7",
                "::1",
                "fe80::1%eth0",
                "access.mainnet.nodes.onflow.org",
                "my_node"
            })
    void takesNamesAndAddresses(String host) {
        assertThat(withNodes(GOOD, node(host, "9000", NodeDraft.Mode.TLS, "")).problems())
                .isEmpty();
    }

    @Test
    void tidiesWhatIsTyped() {
        NetworkProfile profile =
                withNodes(
                                GOOD,
                                node(
                                        " node.example.org ",
                                        " 9001 ",
                                        NodeDraft.Mode.PINNED_TLS,
                                        "0x" + "AB".repeat(64)))
                        .toProfile();
        assertThat(profile.nodes())
                .containsExactly(
                        new AccessNode(
                                "node.example.org:9001",
                                "node.example.org",
                                9001,
                                new Transport.PinnedTls("ab".repeat(64))));
    }

    private static Arguments mistake(String setting, UnaryOperator<NetworkDraft> change) {
        return Arguments.of(setting, change);
    }

    private static NodeDraft node(String host, String port, NodeDraft.Mode mode, String key) {
        return new NodeDraft("", host, port, mode, key);
    }

    private static NetworkDraft with(
            NetworkDraft d, String id, String name, String chain, String cap, String threshold) {
        return new NetworkDraft(
                id, name, chain, d.nodes(), d.contracts(), d.budget(), cap, threshold);
    }

    private static NetworkDraft withNodes(NetworkDraft d, NodeDraft... nodes) {
        return new NetworkDraft(
                d.id(),
                d.name(),
                d.chain(),
                List.of(nodes),
                d.contracts(),
                d.budget(),
                "32",
                d.safetyThreshold());
    }

    private static NetworkDraft withContract(NetworkDraft d, String contract, String address) {
        Map<String, String> contracts = new HashMap<>(d.contracts());
        contracts.put(contract, address);
        return withContracts(d, contracts);
    }

    private static NetworkDraft withContracts(NetworkDraft d, Map<String, String> contracts) {
        return new NetworkDraft(
                d.id(),
                d.name(),
                d.chain(),
                d.nodes(),
                contracts,
                d.budget(),
                "32",
                d.safetyThreshold());
    }
}
