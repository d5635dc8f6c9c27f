package io.epochdesk.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.protobuf.ByteString;

import io.epochdesk.accounts.OnChainKey;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.bootstrap.MachineAccountInfo;
import io.epochdesk.staking.NodeRole;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import org.onflow.protobuf.entities.AccountOuterClass.Account;
import org.onflow.protobuf.entities.AccountOuterClass.AccountKey;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whatever the file and the account, flow-go complains if and only if the doctor does. */
class FlowGoParityTest {

    private static final Set<Check> OF_FLOW_GO =
            Set.of(
                    Check.KEY_MISSING,
                    Check.HASH_DIFFERS,
                    Check.SIGNATURE_DIFFERS,
                    Check.INDEX_DIFFERS,
                    Check.KEY_DIFFERS,
                    Check.BALANCE_LOW);

    private static final int KEYS = 2;

    /** Making a key takes long. */
    private static final Map<String, AccountPrivateKey> MADE = new ConcurrentHashMap<>();

    /** A key on chain or in a file. */
    record AnyKey(int secret, SignatureAlgorithm signature, HashAlgorithm hash) {
        AccountPrivateKey key() {
            return MADE.computeIfAbsent(
                    secret + " " + signature,
                    _ -> {
                        byte[] seed = new byte[AccountPrivateKey.SEED_LENGTH];
                        seed[0] = (byte) (secret + 1);
                        return AccountPrivateKey.ofSeed(signature, seed);
                    });
        }
    }

    @Property(tries = 200)
    void flowGoComplainsIfAndOnlyIfTheDoctorDoes(
            @ForAll("roles") NodeRole role,
            @ForAll("keys") AnyKey file,
            @ForAll("indices") int index,
            @ForAll("keyLists") List<AnyKey> onChain,
            @ForAll("balances") BigDecimal balance)
            throws JsonProcessingException {
        HealthyNode node = new HealthyNode(role);
        node.key = file.key();
        node.hash = file.hash();
        node.keyIndex = index;
        List<OnChainKey> keys = new ArrayList<>();
        for (AnyKey key : onChain) {
            keys.add(
                    new OnChainKey(
                            keys.size(),
                            key.key().publicKey().hex(),
                            key.signature(),
                            key.hash(),
                            OnChainKey.FULL_WEIGHT,
                            false));
        }
        node.account = node.account(balance.toPlainString(), keys);

        String complaint =
                FlowGoChecker.complaint(
                        role.number(), text(file, index), account(onChain, balance));

        assertThat(
                        node.examined().findings().stream()
                                .map(Finding::check)
                                .anyMatch(OF_FLOW_GO::contains))
                .as(complaint)
                .isEqualTo(!complaint.isEmpty());
    }

    @Provide
    Arbitrary<NodeRole> roles() {
        return Arbitraries.of(NodeRole.COLLECTION, NodeRole.CONSENSUS);
    }

    @Provide
    Arbitrary<AnyKey> keys() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, KEYS - 1),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(SignatureAlgorithm.ECDSA_P256)),
                                Tuple.of(1, Arbitraries.just(SignatureAlgorithm.ECDSA_SECP256K1))),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(HashAlgorithm.SHA3_256)),
                                Tuple.of(1, Arbitraries.just(HashAlgorithm.SHA2_256))))
                .as(AnyKey::new);
    }

    @Provide
    Arbitrary<List<AnyKey>> keyLists() {
        return keys().list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<Integer> indices() {
        return Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(1, 1), Tuple.of(1, 2));
    }

    @Provide
    Arbitrary<BigDecimal> balances() {
        return Arbitraries.of("0", "0.24999999", "0.25", "0.40106", "1.99999999", "2", "6")
                .map(BigDecimal::new);
    }

    private static String text(AnyKey file, int index) {
        MachineAccountInfo info =
                new MachineAccountInfo(
                        HealthyNode.ACCOUNT.hex(),
                        true,
                        file.key(),
                        index,
                        file.hash(),
                        new byte[0]);
        return new String(info.bytes(), StandardCharsets.UTF_8);
    }

    private static Account account(List<AnyKey> keys, BigDecimal balance) {
        Account.Builder account =
                Account.newBuilder()
                        .setAddress(bytes(HealthyNode.ACCOUNT.hex()))
                        .setBalance(balance.movePointRight(8).longValueExact());
        for (AnyKey key : keys) {
            account.addKeys(
                    AccountKey.newBuilder()
                            .setIndex(account.getKeysCount())
                            .setPublicKey(bytes(key.key().publicKey().hex()))
                            .setSignAlgo(key.signature().code())
                            .setHashAlgo(key.hash().code())
                            .setWeight(OnChainKey.FULL_WEIGHT));
        }
        return account.build();
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
