package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.keys.DomainTag;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.vault.KdfParameters;
import io.epochdesk.keys.vault.KeyDetails;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultStore;
import io.epochdesk.network.ChainId;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.rehearsal.Rehearsal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/**
 * A key is bound to one network and refused for every other before its secret is read: in these
 * vaults every secret was wiped, so that whoever reads one fails with another exception.
 */
@Timeout(60)
class NetworkBindingTest {

    private static final String ACCOUNT = "f8d6e0586b0a20c7";
    private static final List<String> NETWORKS =
            List.of(
                    ChainId.MAINNET.value(),
                    ChainId.TESTNET.value(),
                    ChainId.EMULATOR.value(),
                    Rehearsal.CHAIN.value());

    private final Vault vault;

    NetworkBindingTest(@TempDir Path folder) {
        vault =
                Vault.create(
                        new VaultStore(folder.resolve("keys")),
                        (_, password, salt) -> HashAlgorithm.SHA2_256.of(salt, password),
                        KdfParameters.LEAST,
                        new SecureRandom()::nextBytes,
                        new Password("correct horse".toCharArray()));
    }

    @BeforeEach
    void fill() {
        for (String network : NETWORKS) {
            KeyDetails details =
                    new KeyDetails(
                            network,
                            network,
                            HashAlgorithm.SHA3_256,
                            ACCOUNT,
                            NETWORKS.indexOf(network),
                            Instant.EPOCH);
            vault.make(SignatureAlgorithm.ECDSA_P256, details);
        }
        for (String network : NETWORKS) {
            vault.reveal(
                    network,
                    key -> {
                        key.close();
                        return true;
                    });
        }
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void noKeyIsHandedOutForAnotherNetwork() {
        byte[] message = DomainTag.TRANSACTION.before(new byte[] {1});
        for (String bound : NETWORKS) {
            for (String wanted : NETWORKS) {
                if (bound.equals(wanted)) {
                    // the control: its own network's would be read
                    assertThatThrownBy(() -> vault.signer(bound, wanted).sign(message))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("wiped");
                } else {
                    assertThatThrownBy(() -> vault.signer(bound, wanted))
                            .hasMessageStartingWith("VLT-619")
                            .hasMessageContaining(bound)
                            .hasMessageContaining(wanted);
                    assertThatThrownBy(() -> vault.signer(wanted, ACCOUNT, NETWORKS.indexOf(bound)))
                            .hasMessageStartingWith("VLT-619");
                }
            }
        }
    }

    @Test
    void aServerThatClaimsToBeMainnetGetsNothingToSign() {
        for (ChainId watched : List.of(ChainId.EMULATOR, ChainId.TESTNET, Rehearsal.CHAIN)) {
            LoopbackChain chain = new LoopbackChain("a", ChainId.MAINNET.value());
            try (LoopbackAccessNode impostor = LoopbackAccessNode.serving(chain);
                    GrpcFlowNetwork network = GrpcFlowNetwork.open(profile(watched, impostor))) {
                FaultException refused =
                        catchThrowableOfType(
                                FaultException.class,
                                () -> network.transactions().footing(FlowAddress.of(ACCOUNT)));
                assertThat(refused.fault().code()).isEqualTo("CHN-301");
                assertThat(impostor.calls("GetAccountAtLatestBlock")).isZero();
                assertThat(impostor.transactions()).isEmpty();
            }
            // and what it claims does not choose the key: the network that is watched does
            assertThatThrownBy(() -> vault.signer(ChainId.MAINNET.value(), watched.value()))
                    .hasMessageStartingWith("VLT-619");
        }
    }

    private static NetworkProfile profile(ChainId watched, LoopbackAccessNode node) {
        NetworkProfile like = NetworkProfiles.emulator();
        return new NetworkProfile(
                "watched",
                "Watched",
                watched,
                like.contracts(),
                List.of(node.node("one")),
                like.budget(),
                like.receiveCap(),
                like.finalizationSafetyThreshold());
    }
}
