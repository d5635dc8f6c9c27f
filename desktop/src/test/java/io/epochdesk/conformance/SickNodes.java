package io.epochdesk.conformance;

import static io.epochdesk.emulator.Argument.address;
import static io.epochdesk.emulator.Argument.array;
import static io.epochdesk.emulator.Argument.integer;
import static io.epochdesk.emulator.Argument.string;
import static io.epochdesk.emulator.Argument.ufix64;
import static io.epochdesk.emulator.Argument.uint16;
import static io.epochdesk.emulator.Argument.uint64;
import static io.epochdesk.emulator.Argument.uint8;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.Check;
import io.epochdesk.doctor.KeyCustody;
import io.epochdesk.doctor.NodeUnderCare;
import io.epochdesk.doctor.Verdict;
import io.epochdesk.emulator.Argument;
import io.epochdesk.emulator.FixtureNode;
import io.epochdesk.emulator.FixtureNode.Role;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.BootstrapFolder;
import io.epochdesk.keys.bootstrap.MachineAccountInfo;
import io.epochdesk.keys.bootstrap.PublicNodeInfo;
import io.epochdesk.rehearsal.model.AddressGenerator;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Nodes registered on a chain with mainnet's fees, each with its files in a folder, and one thing
 * made wrong for each of them: by a transaction that anybody could send, or in its files.
 */
final class SickNodes implements AutoCloseable {

    private static final int AT_ONCE = 8;
    private static final String ADD_KEY = "accounts/add_key";
    private static final String REVOKE_KEY = "accounts/revoke_key";

    private final Trial trial;
    private final Path folder;
    private final List<Case> cases = new ArrayList<>();
    private final List<BootstrapFindings> opened = new ArrayList<>();
    private final Set<String> unapproved = new HashSet<>();
    private final List<FixtureNode> collectors = FixtureNode.of(Role.COLLECTION);
    private final List<FixtureNode> members = FixtureNode.of(Role.CONSENSUS);
    private final Actor operator;

    /**
     * A node and what is wrong with it.
     *
     * @param fault what is wrong, in a few words
     * @param how how it was made so
     * @param node as the doctor is told of it
     * @param role its role
     * @param file the machine account file the node would read; null when it cannot be read
     * @param verdict what the doctor must say
     * @param checks what it must find, notes aside
     * @param together which nodes are examined together: those of the same number
     */
    record Case(
            String fault,
            String how,
            NodeUnderCare node,
            Role role,
            @Nullable MachineAccountInfo file,
            Verdict verdict,
            Set<Check> checks,
            int together) {}

    SickNodes(Trial trial, Path folder, boolean setFees) {
        this.trial = trial;
        this.folder = folder;
        if (setFees) {
            trial.runs(
                    trial.service(), "set_fees", ufix64("1.0"), ufix64("0.0001"), ufix64("4000.0"));
        }
        operator = trial.operator(0, "20000000.0");
        staked(collectors.get(22));
        register(
                collectors.stream().filter(node -> !node.equals(collectors.get(22))).toList(),
                "1.0");
        register(members, "6.0");
        healthy();
        keys();
        files();
        funds();
        storage();
        staking();
        together();
        custody();
        approve();
    }

    List<Case> cases() {
        return cases;
    }

    FlowAddress owner() {
        return FlowAddress.of(operator.address());
    }

    Case find(String fault) {
        return cases.stream().filter(each -> each.fault().equals(fault)).findFirst().orElseThrow();
    }

    /** The machine account of a collection node. */
    FlowAddress machine(String nodeId) {
        return FlowAddress.of(trial.machine(collector(nodeId)).address());
    }

    /** The private key of a collection node's machine account. */
    String machineKey(String nodeId) {
        return collector(nodeId).machinePrivateKey();
    }

    private FixtureNode collector(String nodeId) {
        return collectors.stream()
                .filter(node -> node.id().equals(nodeId))
                .findFirst()
                .orElseThrow();
    }

    private void healthy() {
        told("nothing (collection)", "registered, approved, funded with 1 FLOW", collectors.get(0))
                .is(Verdict.FIT);
        told("nothing (consensus)", "registered, approved, funded with 6 FLOW", members.get(0))
                .is(Verdict.FIT);
    }

    private void keys() {
        FixtureNode revoked = collectors.get(1);
        trial.runsShipped(trial.machine(revoked), REVOKE_KEY, integer(0));
        told("key revoked", "revoke_key with the machine account's key", revoked)
                .is(Verdict.UNFIT, Check.KEY_REVOKED);

        FixtureNode second = collectors.get(2);
        addKey(second, 1, "1000.0");
        told("second key of full weight", "add_key with the machine account's key", second)
                .is(Verdict.AT_RISK, Check.FURTHER_KEYS);

        FixtureNode light = collectors.get(3);
        addKey(light, 1, "999.0");
        trial.runsShipped(trial.machine(light), REVOKE_KEY, integer(0));
        told("weight 999", "add_key of weight 999, key 0 revoked, node uses key 1", light)
                .with(info -> changed(info, Trial.KEYS.get(1), 1, info.hash()))
                .is(Verdict.UNFIT, Check.WEIGHT_LOW);

        FixtureNode halves = collectors.get(4);
        addKey(halves, 1, "500.0");
        addKey(halves, 2, "500.0");
        told("two further keys of half the weight", "add_key twice with weight 500", halves)
                .is(Verdict.AT_RISK, Check.FURTHER_KEYS);
    }

    private void files() {
        told("wrong hash algorithm", "SHA2_256 in the file", collectors.get(5))
                .with(info -> changed(info, secret(info), info.keyIndex(), HashAlgorithm.SHA2_256))
                .is(Verdict.UNFIT, Check.HASH_DIFFERS);
        told("wrong signature algorithm", "secp256k1 in the file", collectors.get(5))
                .among(1)
                .with(
                        info ->
                                new MachineAccountInfo(
                                        info.address(),
                                        info.prefixed(),
                                        AccountPrivateKey.of(
                                                SignatureAlgorithm.ECDSA_SECP256K1,
                                                HexFormat.of().parseHex(secret(info))),
                                        info.keyIndex(),
                                        info.hash(),
                                        info.others()))
                .is(Verdict.UNFIT, Check.SIGNATURE_DIFFERS);
        told("index 1", "KeyIndex 1 in the file; the account has key 0 only", collectors.get(7))
                .with(info -> changed(info, secret(info), 1, info.hash()))
                .is(Verdict.UNFIT, Check.KEY_MISSING);
        told("other key", "another private key in the file", collectors.get(8))
                .with(info -> changed(info, "5e".repeat(32), 0, info.hash()))
                .is(Verdict.UNFIT, Check.KEY_DIFFERS);
        told("wrong network's address", "a mainnet address in the file", collectors.get(9))
                .with(info -> at(info, "8624b52f9ddcd04a"))
                .is(Verdict.UNFIT, Check.OTHER_NETWORK);
        told("address without an account", "an address in the file that is free", members.get(1))
                .with(info -> at(info, AddressGenerator.address(100_000).hex()))
                .is(Verdict.UNFIT, Check.ACCOUNT_MISSING);
        told("unreadable file", "the file cut off in its middle", collectors.get(10))
                .spoiled(text -> Arrays.copyOf(text, text.length / 2))
                .is(Verdict.UNFIT, Check.FILE_UNUSABLE);
        told("missing file", "no node-machine-account-info.priv.json", members.get(2))
                .spoiled(_ -> new byte[0])
                .is(Verdict.UNFIT, Check.FILE_MISSING);
        told("readable by others", "the file as the bootstrap tool leaves it, 0644", members.get(3))
                .mode("rw-r--r--")
                .is(Verdict.AT_RISK, Check.FILE_OPEN);
        told("another node's account", "another node's account and key in the file", members.get(4))
                .with(_ -> info(members.get(0)))
                .among(1)
                .is(Verdict.UNFIT, Check.RESOURCE_OF_OTHER);
        told("same account as another node (1)", "the same, both examined", members.get(4))
                .with(_ -> info(members.get(0)))
                .among(2)
                .is(Verdict.UNFIT, Check.RESOURCE_OF_OTHER, Check.SHARED_ACCOUNT);
        told("same account as another node (2)", "the other one", members.get(0))
                .among(2)
                .is(Verdict.AT_RISK, Check.SHARED_ACCOUNT);
        told("other staking key", "another StakingPubKey in node-info.pub", collectors.get(11))
                .registered(collectors.get(12).stakingKey())
                .is(Verdict.UNFIT, Check.REGISTERED_KEY_DIFFERS);
    }

    private void funds() {
        FixtureNode drained = collectors.get(12);
        withdraw(drained, "0.99");
        told("drained", "withdraw_from_machine_account down to 0.01 FLOW", drained)
                .is(Verdict.UNFIT, Check.BALANCE_LOW);
        FixtureNode low = collectors.get(13);
        withdraw(low, "0.7");
        told("0.3 FLOW with fees on (collection)", "withdrawn; flow-go's minimum is 0.25", low)
                .is(Verdict.UNFIT, Check.MAXIMUM_FEE);
        FixtureNode member = members.get(5);
        withdraw(member, "4.5");
        told("1.5 FLOW (consensus)", "withdrawn; flow-go's minimum is 2", member)
                .is(Verdict.UNFIT, Check.BALANCE_LOW);
    }

    private void storage() {
        FixtureNode moved = collectors.get(14);
        trial.runs(trial.machine(moved), "move_resource", string("flowEpochsQCVoter"));
        told("Voter moved away", "saved to another path with the machine account's key", moved)
                .is(Verdict.UNFIT, Check.RESOURCE_MISSING);
        FixtureNode participant = members.get(6);
        trial.runs(trial.machine(participant), "move_resource", string("flowEpochsDKGParticipant"));
        told("Participant moved away", "the same for a consensus node", participant)
                .is(Verdict.UNFIT, Check.RESOURCE_MISSING);
        FixtureNode lent = collectors.get(15);
        trial.runs(trial.machine(lent), "lend_account");
        told("account lent", "an account capability issued", lent)
                .is(Verdict.AT_RISK, Check.ACCOUNT_LENT);
        stakes();
        FixtureNode open = collectors.get(16);
        trial.runs(trial.machine(open), "lend_vault");
        told("vault lent", "a second capability to withdraw FLOW issued", open)
                .is(Verdict.AT_RISK, Check.VAULT_LENT);
        FixtureNode full = collectors.get(9);
        trial.runs(trial.machine(full), "fill_storage");
        trial.runs(trial.service(), "storage_price", ufix64("0.1"));
        told("storage full", "128 KiB stored; then a FLOW is set to hold 0.1 MB, not 100", full)
                .among(1)
                .is(Verdict.UNFIT, Check.STORAGE_FULL);
    }

    /** What puts the stake itself within reach of the key on the node. */
    private void stakes() {
        FixtureNode holder = collectors.get(23);
        Actor machine = trial.machine(holder);
        trial.runsShipped(
                operator, "accounts/transfer_flow", ufix64("200.0"), address(machine.address()));
        trial.runsShipped(machine, "registration/setup_staking_collection");
        FixtureNode other = FixtureNode.of(Role.EXECUTION).getFirst();
        new Registration(other).role(5).amount("100.0").done(trial, machine);
        told("stake in the machine account", "an access node registered by it", holder)
                .is(Verdict.AT_RISK, Check.STAKE_IN_ACCOUNT);
        FixtureNode same = collectors.get(6);
        trial.runsShipped(
                operator, ADD_KEY, string(same.machineKey()), uint8(1), uint8(3), ufix64("1000.0"));
        told("node's key on the staking account", "add_key by the staking account", same)
                .is(Verdict.AT_RISK, Check.OWNERS_KEY);
    }

    private void staking() {
        FixtureNode removed = collectors.get(17);
        trial.runs(operator, "remove_node", string(removed.id()));
        told("record removed", "node taken out of the staking collection", removed)
                .is(Verdict.AT_RISK, Check.RECORD_MISSING);
        FixtureNode unwanted = collectors.get(18);
        unapproved.add(unwanted.id());
        told("not approved", "left out of the approved list", unwanted)
                .is(Verdict.UNFIT, Check.NOT_APPROVED);
        FixtureNode leaving = collectors.get(22);
        trial.runs(operator, "request_unstaking", string(leaving.id()), ufix64("1000.0"));
        told("on its way out", "1,000 FLOW asked back of what is staked already", leaving)
                .is(Verdict.UNFIT, Check.LEAVING);
        FixtureNode poor = collectors.get(19);
        trial.runs(operator, "request_unstaking", string(poor.id()), ufix64("1000.0"));
        told("stake too low", "1,000 FLOW of the stake taken back", poor)
                .is(Verdict.UNFIT, Check.STAKE_LOW);
        cases.add(
                new Case(
                        "not registered",
                        "an ID that the table does not have",
                        NodeUnderCare.of("ab".repeat(32)),
                        Role.COLLECTION,
                        null,
                        Verdict.UNFIT,
                        Set.of(Check.NOT_REGISTERED),
                        0));
    }

    private void together() {
        FixtureNode first = collectors.get(20);
        FixtureNode twin = collectors.get(21);
        told("same key as another node (1)", "both registered with one machine key", first)
                .is(Verdict.AT_RISK, Check.SHARED_KEY);
        told("same key as another node (2)", "the other one", twin)
                .with(info -> changed(info, first.machinePrivateKey(), 0, info.hash()))
                .is(Verdict.AT_RISK, Check.SHARED_KEY);
    }

    private void custody() {
        cases.add(
                kept(
                        "key not shown",
                        "no folder, no vault",
                        collectors.get(0),
                        new KeyCustody.Unseen(),
                        Verdict.UNKNOWN,
                        Check.KEY_UNSEEN));
        cases.add(
                kept(
                        "vault locked",
                        "no folder, vault locked",
                        collectors.get(0),
                        new KeyCustody.VaultLocked(),
                        Verdict.UNKNOWN,
                        Check.VAULT_LOCKED));
        FixtureNode used = members.get(7);
        trial.runsShipped(
                trial.machine(used),
                "accounts/transfer_flow",
                ufix64("0.5"),
                address(trial.service().address()));
        cases.add(
                kept(
                        "key elsewhere, used",
                        "--key-elsewhere; the key has sent a transaction",
                        used,
                        new KeyCustody.Elsewhere(),
                        Verdict.FIT));
        cases.add(
                kept(
                        "key elsewhere, never used",
                        "--key-elsewhere; the key has sent nothing",
                        members.get(8),
                        new KeyCustody.Elsewhere(),
                        Verdict.UNKNOWN,
                        Check.KEY_NEVER_USED));
    }

    private Case kept(
            String fault,
            String how,
            FixtureNode node,
            KeyCustody where,
            Verdict verdict,
            Check... checks) {
        // the cases of one node are not examined together
        int together =
                switch (where) {
                    case KeyCustody.Unseen _ -> 1;
                    case KeyCustody.VaultLocked _ -> 2;
                    default -> 0;
                };
        return new Case(
                fault,
                how,
                NodeUnderCare.of(node.id()).stakedBy(owner()).keptBy(where),
                node.role(),
                null,
                verdict,
                Set.of(checks),
                together);
    }

    /** Registers a node whose stake is staked already, not only committed. */
    private void staked(FixtureNode node) {
        register(List.of(node), "1.0");
        approve(List.of(node.id()));
        trial.runs(trial.service(), "next_staking", uint64(1));
    }

    private void register(List<FixtureNode> nodes, String balance) {
        for (int from = 0; from < nodes.size(); from += AT_ONCE) {
            List<FixtureNode> some = nodes.subList(from, Math.min(nodes.size(), from + AT_ONCE));
            trial.rememberMachines(
                    trial.runs(
                            operator,
                            "register_nodes",
                            array(some, node -> string(node.id())),
                            array(some, node -> uint8(node.role().number)),
                            array(some, node -> string(node.networkingAddress())),
                            array(some, node -> string(node.networkingKey())),
                            array(some, node -> string(node.stakingKey())),
                            array(some, node -> string(node.proof())),
                            array(some, node -> ufix64(node.role().stake)),
                            array(some, node -> string(machineKey(node))),
                            ufix64(balance)));
        }
    }

    /** One node is registered with the key of the one before it. */
    private String machineKey(FixtureNode node) {
        return node.equals(collectors.get(21))
                ? collectors.get(20).machineKey()
                : node.machineKey();
    }

    private void approve() {
        List<String> ids = new ArrayList<>();
        collectors.forEach(node -> ids.add(node.id()));
        members.forEach(node -> ids.add(node.id()));
        ids.removeAll(unapproved);
        approve(ids);
    }

    private void approve(List<String> ids) {
        trial.runs(
                trial.service(),
                "approve_nodes",
                array(ids, Argument::string),
                array(Collections.nCopies(5, 1000), limit -> uint16(limit)));
    }

    private void addKey(FixtureNode node, int key, String weight) {
        trial.runsShipped(
                trial.machine(node),
                ADD_KEY,
                string(Trial.publicKey(Trial.KEYS.get(key))),
                uint8(1),
                uint8(3),
                ufix64(weight));
    }

    private void withdraw(FixtureNode node, String amount) {
        trial.runsShipped(
                operator,
                "registration/withdraw_from_machine_account",
                string(node.id()),
                ufix64(amount));
    }

    private MachineAccountInfo info(FixtureNode node) {
        return new MachineAccountInfo(
                trial.machine(node).address(),
                true,
                AccountPrivateKey.of(
                        SignatureAlgorithm.ECDSA_P256,
                        HexFormat.of().parseHex(node.machinePrivateKey())),
                0,
                HashAlgorithm.SHA3_256,
                new byte[0]);
    }

    private static String secret(MachineAccountInfo info) {
        return info.key().lend(HexFormat.of()::formatHex);
    }

    private static MachineAccountInfo changed(
            MachineAccountInfo info, String secret, int index, HashAlgorithm hash) {
        return new MachineAccountInfo(
                info.address(),
                info.prefixed(),
                AccountPrivateKey.of(
                        SignatureAlgorithm.ECDSA_P256, HexFormat.of().parseHex(secret)),
                index,
                hash,
                info.others());
    }

    private static MachineAccountInfo at(MachineAccountInfo info, String address) {
        return new MachineAccountInfo(
                address, info.prefixed(), info.key(), info.keyIndex(), info.hash(), info.others());
    }

    private Told told(String fault, String how, FixtureNode node) {
        return new Told(fault, how, node);
    }

    @Override
    public void close() {
        opened.forEach(BootstrapFindings::close);
    }

    /** Writes a node's folder and has it found there. */
    private final class Told {
        private final String fault;
        private final String how;
        private final FixtureNode node;
        private UnaryOperator<MachineAccountInfo> change = info -> info;
        private UnaryOperator<byte[]> spoil = text -> text;
        private String mode = "rw-------";
        private String stakingKey;
        private int together;

        Told(String fault, String how, FixtureNode node) {
            this.fault = fault;
            this.how = how;
            this.node = node;
            this.stakingKey = node.stakingKey();
        }

        Told with(UnaryOperator<MachineAccountInfo> how) {
            change = how;
            return this;
        }

        Told spoiled(UnaryOperator<byte[]> how) {
            spoil = how;
            return this;
        }

        Told mode(String permissions) {
            mode = permissions;
            return this;
        }

        Told registered(String key) {
            stakingKey = key;
            return this;
        }

        Told among(int number) {
            together = number;
            return this;
        }

        void is(Verdict verdict, Check... checks) {
            try {
                MachineAccountInfo file = change.apply(info(node));
                byte[] text = spoil.apply(file.bytes());
                Path root = write(text);
                BootstrapFindings found = new BootstrapFolder().look(root);
                opened.add(found);
                cases.add(
                        new Case(
                                fault,
                                how,
                                NodeUnderCare.found(
                                                root.toString(),
                                                found,
                                                found.nodes().getFirst(),
                                                "flow-emulator")
                                        .stakedBy(owner()),
                                node.role(),
                                Arrays.equals(text, file.bytes()) ? file : null,
                                verdict,
                                Set.of(checks),
                                together));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Path write(byte[] account) throws IOException {
            Path root = folder.resolve("case-" + cases.size());
            Path open = Files.createDirectories(root.resolve("public-root-information"));
            Path secret =
                    Files.createDirectories(
                            root.resolve(
                                    "private-root-information/private-node-info_" + node.id()));
            Files.writeString(open.resolve("node-id"), node.id());
            Files.write(
                    open.resolve("node-info.pub." + node.id() + ".json"),
                    new PublicNodeInfo(
                                    node.role().name().toLowerCase(Locale.ROOT),
                                    node.networkingAddress(),
                                    node.id(),
                                    1_000,
                                    node.networkingKey(),
                                    stakingKey,
                                    node.proof())
                            .bytes());
            if (account.length > 0) {
                Path file = secret.resolve("node-machine-account-info.priv.json");
                Files.write(file, account);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            }
            return root;
        }
    }

    /** The whole machine account file as text, for whoever looks at it another way. */
    static String text(MachineAccountInfo info) {
        return new String(info.bytes(), StandardCharsets.UTF_8);
    }
}
