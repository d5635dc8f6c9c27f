package io.epochdesk.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.accounts.OnChainKey;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.words.FindingText;
import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.keys.AccountSigner;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.bootstrap.FileKind;
import io.epochdesk.keys.bootstrap.FileNote;
import io.epochdesk.keys.bootstrap.FoundFile;
import io.epochdesk.keys.bootstrap.PublicNodeInfo;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.staking.NodeStanding;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One change to a healthy node for each check, which must find it and nothing else. */
class EveryCheckTest {

    private static final Fault FAULT =
            new NetworkFault(NetworkFault.Kind.TIMED_OUT, Map.of("node", "x", "seconds", "9"), "");

    private final Map<Check, Consumer<HealthyNode>> changes = new EnumMap<>(Check.class);

    EveryCheckTest() {
        ofFlowGo();
        ofKeys();
        ofAccounts();
        ofStaking();
        ofFiles();
        ofFunds();
    }

    @Test
    void noCheckIsForgotten() {
        assertThat(changes.keySet())
                .containsExactlyInAnyOrder(
                        Arrays.stream(Check.values())
                                // these take two nodes, an account of no node, or a past
                                .filter(
                                        check ->
                                                check != Check.SHARED_KEY
                                                        && check != Check.SHARED_ACCOUNT
                                                        && check != Check.RUNWAY_SHORT
                                                        && check != Check.ROLE)
                                .toArray(Check[]::new));
    }

    @Test
    void everyCodeIsOne() {
        assertThat(Arrays.stream(Check.values()).map(Check::code)).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> findsOneThingAndNothingElse() {
        return changes.entrySet().stream()
                .map(
                        change ->
                                DynamicTest.dynamicTest(
                                        change.getKey().name(),
                                        () -> findsOnly(change.getKey(), change.getValue())));
    }

    private static void findsOnly(Check check, Consumer<HealthyNode> change) {
        HealthyNode node = new HealthyNode(NodeRole.COLLECTION);
        change.accept(node);
        Examination examination = node.examined();
        assertThat(examination.findings()).extracting(Finding::check).containsExactly(check);
        Finding finding = examination.findings().getFirst();
        FindingText text =
                FindingText.of(
                        new Formats(new Words(Locale.ENGLISH), ZoneOffset.UTC),
                        finding,
                        HealthyNode.NOW);
        assertThat(text.sentence()).doesNotContain("?");
        assertThat(text.consequence()).doesNotContain("?");
        assertThat(text.evidence()).noneMatch(each -> each.contains("?"));
        assertThat(text.steps()).noneMatch(step -> step.sentence().contains("?"));
        assertThat(text.steps().isEmpty()).isEqualTo(finding.remedies().isEmpty());
        assertThat(examination.verdict())
                .isEqualTo(
                        switch (finding.severity()) {
                            case FAULT -> Verdict.UNFIT;
                            case UNKNOWN -> Verdict.UNKNOWN;
                            case RISK -> Verdict.AT_RISK;
                            case NOTE -> Verdict.FIT;
                        });
    }

    private void ofFlowGo() {
        changes.put(Check.OTHER_NETWORK, node -> node.told = FlowAddress.of("8624b52f9ddcd04a"));
        changes.put(Check.ACCOUNT_MISSING, node -> node.told = FlowAddress.of("0ae53cb6e3f42a79"));
        changes.put(Check.KEY_MISSING, node -> node.keyIndex = 1);
        changes.put(Check.HASH_DIFFERS, node -> node.hash = HashAlgorithm.SHA2_256);
        changes.put(
                Check.SIGNATURE_DIFFERS,
                node ->
                        node.key =
                                AccountPrivateKey.ofSeed(
                                        SignatureAlgorithm.ECDSA_SECP256K1, new byte[48]));
        changes.put(
                Check.INDEX_DIFFERS,
                node ->
                        node.account =
                                node.account(
                                        "6", List.of(HealthyNode.onChain(5, HealthyNode.key(1)))));
        changes.put(Check.KEY_DIFFERS, node -> node.key = HealthyNode.key(2));
        changes.put(
                Check.BALANCE_LOW, node -> node.account = node.account("0.2", node.account.keys()));
        changes.put(
                Check.HASH_UNUSUAL,
                node -> {
                    node.hash = HashAlgorithm.SHA2_256;
                    node.account = node.account("6", List.of(key(node, 0, 1000, false)));
                });
        changes.put(
                Check.SIGNATURE_UNUSUAL,
                node -> {
                    node.key =
                            AccountPrivateKey.ofSeed(
                                    SignatureAlgorithm.ECDSA_SECP256K1, new byte[48]);
                    node.account = node.account("6", List.of(key(node, 0, 1000, false)));
                });
        changes.put(
                Check.INDEX_UNUSUAL,
                node -> {
                    node.keyIndex = 1;
                    node.account =
                            node.account(
                                    "6",
                                    List.of(key(node, 0, 1000, true), key(node, 1, 1000, false)));
                });
    }

    private void ofKeys() {
        changes.put(
                Check.KEY_REVOKED,
                node -> node.account = node.account("6", List.of(key(node, 0, 1000, true))));
        changes.put(
                Check.WEIGHT_LOW,
                node -> node.account = node.account("6", List.of(key(node, 0, 999, false))));
        changes.put(
                Check.FURTHER_KEYS,
                node ->
                        node.account =
                                node.account(
                                        "6",
                                        List.of(
                                                key(node, 0, 1000, false),
                                                HealthyNode.onChain(1, HealthyNode.key(2)))));
        changes.put(
                Check.SIGNATURE_FAILED,
                node ->
                        node.node =
                                node.node.keptBy(
                                        new KeyCustody.AtHand(
                                                new Forger(node.key.publicKey()), 0, "a device")));
        changes.put(
                Check.VAULT_LOCKED,
                node -> node.node = node.node.keptBy(new KeyCustody.VaultLocked()));
        changes.put(
                Check.KEY_UNSEEN,
                node -> node.node = node.node.keptBy(new KeyCustody.Keyring(_ -> List.of())));
        changes.put(
                Check.KEY_ELSEWHERE,
                node -> node.node = node.node.keptBy(new KeyCustody.Elsewhere()));
        changes.put(
                Check.KEY_NEVER_USED,
                node -> {
                    node.sequences.clear();
                    node.node = node.node.keptBy(new KeyCustody.Elsewhere());
                });
    }

    private void ofAccounts() {
        changes.put(
                Check.RESOURCE_MISSING, node -> node.account = holding(node.account, null, 1, 0));
        changes.put(
                Check.RESOURCE_OF_OTHER,
                node -> node.account = holding(node.account, "bb".repeat(32), 1, 0));
        changes.put(
                Check.ACCOUNT_LENT,
                node -> node.account = holding(node.account, node.nodeId, 1, 1));
        changes.put(
                Check.VAULT_LENT, node -> node.account = holding(node.account, node.nodeId, 2, 0));
        changes.put(Check.STAKE_IN_ACCOUNT, node -> node.account = staking(node.account));
        changes.put(Check.OWNERS_KEY, node -> node.owner = HealthyNode.owner(node.key));
        changes.put(
                Check.ACCOUNT_UNKNOWN,
                node -> {
                    node.told = null;
                    node.node = node.node.stakedBy(null);
                    node.silent.add(Check.RECORD_UNSEEN);
                });
        changes.put(
                Check.RECORD_DIFFERS, node -> node.recorded = FlowAddress.of("0ae53cb6e3f42a79"));
        changes.put(Check.RECORD_MISSING, node -> node.recorded = null);
        changes.put(Check.RECORD_UNSEEN, node -> node.node = node.node.stakedBy(null));
    }

    private void ofStaking() {
        changes.put(
                Check.NOT_REGISTERED,
                node -> {
                    node.registered = false;
                    node.node = node.node.stakedBy(null);
                    node.silent.add(Check.RECORD_UNSEEN);
                });
        changes.put(
                Check.NOT_APPROVED,
                node -> node.standing = standing(node.standing, "600000", "0", false, false));
        changes.put(
                Check.STAKE_LOW,
                node -> node.standing = standing(node.standing, "249999", "0", true, false));
        changes.put(
                Check.LEAVING,
                node -> node.standing = standing(node.standing, "100", "599900", true, false));
        changes.put(
                Check.NOT_PROPOSED,
                node -> node.standing = standing(node.standing, "600000", "0", true, false));
        changes.put(Check.NOT_STAKED, node -> node.standing = weighing(node.standing, 0, false));
        changes.put(Check.NO_WEIGHT, node -> node.standing = weighing(node.standing, 0, true));
        changes.put(
                Check.REGISTERED_KEY_DIFFERS,
                node -> node.node = told(node, "collection", "cc", "de", "node.example.com:3569"));
        changes.put(
                Check.REGISTERED_ADDRESS_DIFFERS,
                node -> node.node = told(node, "collection", "cc", "dd", "old.example.com:3569"));
        changes.put(
                Check.REGISTERED_ROLE_DIFFERS,
                node -> node.node = told(node, "execution", "cc", "dd", "node.example.com:3569"));
        changes.put(Check.NOT_READ, node -> node.schedule = new Schedule(null, null, FAULT));
    }

    private void ofFiles() {
        Fault unreadable = new BootstrapFault(BootstrapFault.Kind.EMPTY, Map.of("file", "x"), "");
        changes.put(
                Check.FILE_UNUSABLE,
                node ->
                        node.node =
                                withFiles(
                                        node,
                                        new FoundFile(
                                                "a/file",
                                                FileKind.MACHINE_ACCOUNT_INFO,
                                                Set.of(),
                                                unreadable)));
        changes.put(
                Check.FILE_OPEN,
                node ->
                        node.node =
                                withFiles(
                                        node,
                                        new FoundFile(
                                                "a/file",
                                                FileKind.MACHINE_ACCOUNT_INFO,
                                                Set.of(FileNote.OPEN_TO_OTHERS),
                                                null)));
        changes.put(Check.FILE_MISSING, node -> node.node = withFiles(node));
    }

    private void ofFunds() {
        changes.put(
                Check.MAXIMUM_FEE, node -> node.account = node.account("0.3", node.account.keys()));
        changes.put(Check.STORAGE_FULL, node -> node.account = storing(node.account, 101, 100));
        changes.put(Check.STORAGE_TIGHT, node -> node.account = storing(node.account, 81, 100));
    }

    private static OnChainKey key(HealthyNode node, int index, int weight, boolean revoked) {
        return new OnChainKey(
                index,
                node.key.publicKey().hex(),
                node.key.algorithm(),
                node.hash,
                weight,
                revoked);
    }

    private static OnChainAccount holding(
            OnChainAccount account, @Nullable String voterOf, int withdrawals, int lent) {
        return new OnChainAccount(
                account.address(),
                account.balance(),
                account.available(),
                account.reserved(),
                account.storageUsed(),
                account.storageCapacity(),
                account.keys(),
                voterOf,
                null,
                false,
                withdrawals,
                lent,
                false);
    }

    private static OnChainAccount staking(OnChainAccount account) {
        return new OnChainAccount(
                account.address(),
                account.balance(),
                account.available(),
                account.reserved(),
                account.storageUsed(),
                account.storageCapacity(),
                account.keys(),
                account.voterOf(),
                null,
                true,
                1,
                0,
                true);
    }

    private static OnChainAccount storing(OnChainAccount account, long used, long capacity) {
        return new OnChainAccount(
                account.address(),
                account.balance(),
                account.available(),
                account.reserved(),
                used,
                capacity,
                account.keys(),
                account.voterOf(),
                null,
                false,
                1,
                0,
                false);
    }

    private static NodeStanding standing(
            NodeStanding node, String next, String requested, boolean approved, boolean proposed) {
        return new NodeStanding(
                node.nodeId(),
                node.role(),
                node.networkingAddress(),
                node.networkingKey(),
                node.stakingKey(),
                node.tokensStaked(),
                node.tokensCommitted(),
                new BigDecimal(requested),
                node.tokensUnstaking(),
                node.tokensUnstaked(),
                node.tokensRewarded(),
                new BigDecimal(next),
                node.weight(),
                approved,
                true,
                proposed,
                true,
                false,
                false);
    }

    private static NodeStanding weighing(NodeStanding node, long weight, boolean staked) {
        return new NodeStanding(
                node.nodeId(),
                node.role(),
                node.networkingAddress(),
                node.networkingKey(),
                node.stakingKey(),
                node.tokensStaked(),
                node.tokensCommitted(),
                node.tokensRequestedToUnstake(),
                node.tokensUnstaking(),
                node.tokensUnstaked(),
                node.tokensRewarded(),
                node.stakeNextEpoch(),
                weight,
                true,
                staked,
                true,
                true,
                false,
                false);
    }

    private static NodeUnderCare told(
            HealthyNode node, String role, String networking, String staking, String address) {
        NodeUnderCare now = node.node();
        return new NodeUnderCare(
                now.nodeId(),
                now.machineAccount(),
                now.stakingAccount(),
                now.custody(),
                null,
                List.of(),
                new PublicNodeInfo(
                        role,
                        address,
                        now.nodeId(),
                        100,
                        networking.repeat(64),
                        staking.repeat(96),
                        "ee".repeat(48)));
    }

    private static NodeUnderCare withFiles(HealthyNode node, FoundFile... files) {
        NodeUnderCare now = node.node();
        return new NodeUnderCare(
                now.nodeId(),
                now.machineAccount(),
                now.stakingAccount(),
                now.custody(),
                "/a/folder",
                List.of(files),
                null);
    }

    /** A device that says it has the key, and has not. */
    private record Forger(AccountPublicKey publicKey) implements AccountSigner {
        @Override
        public String network() {
            return HealthyNode.CHAIN;
        }

        @Override
        public HashAlgorithm hash() {
            return HashAlgorithm.SHA3_256;
        }

        @Override
        public byte[] sign(byte[] message) {
            return HealthyNode.key(9).sign(HashAlgorithm.SHA3_256, message);
        }
    }
}
