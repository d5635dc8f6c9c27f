package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.emulator.EmulatorProcess;
import io.epochdesk.emulator.RequiresEmulator;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.AccountSigner;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.vault.KdfParameters;
import io.epochdesk.keys.vault.KeyDetails;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.keys.vault.VaultStore;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.Transport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real chain accepts what the vault signs: both curves, both hashes. */
@RequiresEmulator
@Timeout(60)
class VaultSignaturesTest {

    private static final FlowAddress SERVICE = FlowAddress.of("f8d6e0586b0a20c7");
    private static final String NETWORK = "flow-emulator";
    private static final String NOTHING = "transaction { prepare(signer: &Account) {} }";

    @TempDir private Path folder = Path.of("");

    /** Signs the envelopes of an account with one of its keys in the vault. */
    private record KeySigner(FlowAddress address, int keyIndex, AccountSigner signer) {}

    @Test
    void theChainAcceptsBothCurvesWithBothHashes() {
        try (EmulatorProcess emulator = EmulatorProcess.start();
                NodeClient client =
                        new NodeClient(
                                new AccessNode(
                                        "emulator",
                                        "127.0.0.1",
                                        emulator.grpcPort(),
                                        new Transport.Plaintext()),
                                32 << 20,
                                Deadlines.USUAL);
                Vault vault = vault()) {
            KeySigner service = service(vault);
            List<VaultKey> keys = keys(vault);
            FlowAddress account = accountWith(keys, service, client);
            for (int i = 0; i < keys.size(); i++) {
                OneSender.Sent outcome =
                        send(
                                NOTHING,
                                new KeySigner(
                                        account, i, vault.signer(keys.get(i).name(), NETWORK)),
                                client);
                assertThat(outcome.error()).as(keys.get(i).name()).isEmpty();
            }
            // the control: a key of the vault that is not the account's
            OneSender.Sent refused =
                    send(
                            NOTHING,
                            new KeySigner(account, 1, vault.signer(keys.get(0).name(), NETWORK)),
                            client);
            assertThat(refused.error()).contains("signature is not valid");
        }
    }

    private Vault vault() {
        return Vault.create(
                new VaultStore(folder.resolve("keys")),
                (_, password, salt) -> HashAlgorithm.SHA2_256.of(salt, password),
                KdfParameters.LEAST,
                new SecureRandom()::nextBytes,
                new Password("correct horse".toCharArray()));
    }

    private static KeySigner service(Vault vault) {
        try (AccountPrivateKey key =
                AccountPrivateKey.of(
                        SignatureAlgorithm.ECDSA_P256,
                        HexFormat.of().parseHex(EmulatorProcess.SERVICE_KEY))) {
            vault.add(key, details("service", HashAlgorithm.SHA3_256));
        }
        return new KeySigner(SERVICE, 0, vault.signer("service", NETWORK));
    }

    private static List<VaultKey> keys(Vault vault) {
        List<VaultKey> keys = new ArrayList<>();
        for (SignatureAlgorithm signature :
                List.of(SignatureAlgorithm.ECDSA_P256, SignatureAlgorithm.ECDSA_SECP256K1)) {
            for (HashAlgorithm hash : List.of(HashAlgorithm.SHA2_256, HashAlgorithm.SHA3_256)) {
                keys.add(vault.make(signature, details(signature + " " + hash, hash)));
            }
        }
        return keys;
    }

    private static KeyDetails details(String name, HashAlgorithm hash) {
        return new KeyDetails(name, NETWORK, hash, "", 0, Instant.ofEpochSecond(1_790_000_000L));
    }

    private static FlowAddress accountWith(
            List<VaultKey> keys, KeySigner service, NodeClient client) {
        StringBuilder source =
                new StringBuilder(
                        """
                        transaction {
                          prepare(signer: auth(BorrowValue) &Account) {
                            let account = Account(payer: signer)
                        """);
        for (VaultKey key : keys) {
            source.append(
                    """
                    account.keys.add(
                      publicKey: PublicKey(
                        publicKey: "%s".decodeHex(),
                        signatureAlgorithm: SignatureAlgorithm(rawValue: %d)!),
                      hashAlgorithm: HashAlgorithm(rawValue: %d)!,
                      weight: 1000.0)
                    """
                            .formatted(
                                    key.publicKey().hex(),
                                    key.publicKey().algorithm().cadenceIndex(),
                                    key.hash().cadenceIndex()));
        }
        OneSender.Sent created = send(source + "}}", service, client);
        assertThat(created.error()).isEmpty();
        ChainEvent event =
                created.progress().events().stream()
                        .filter(one -> one.type().equals("flow.AccountCreated"))
                        .findFirst()
                        .orElseThrow();
        Matcher address =
                Pattern.compile("0x[0-9a-f]{16}")
                        .matcher(new String(event.payload(), StandardCharsets.UTF_8));
        assertThat(address.find()).isTrue();
        return FlowAddress.of(address.group());
    }

    private static OneSender.Sent send(String source, KeySigner signer, NodeClient client) {
        return new OneSender(client)
                .send(source, signer.address(), signer.keyIndex(), signer.signer()::sign);
    }
}
