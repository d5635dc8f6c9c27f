package io.epochdesk.rehearsal;

import io.epochdesk.bls.BlsSecretKey;
import io.epochdesk.bls.DomainTag;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.rehearsal.play.CastNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The bootstrap folder of a node to practise with, as the node software's bootstrap tool writes it
 * (flow-go {@code cmd/bootstrap}): one to register, or the operator's own. Its keys follow from the
 * rehearsal's seed and protect nothing.
 */
public final class PracticeFolder {

    private final CastNode node;
    private final @Nullable FlowAddress machineAccount;

    /** The folder of a node with a machine account, or without one. */
    PracticeFolder(CastNode node, @Nullable FlowAddress machineAccount) {
        this.node = node;
        this.machineAccount = machineAccount;
    }

    /** The folder of a node that has no machine account yet. */
    static PracticeFolder toRegister(CastNode node) {
        return new PracticeFolder(node, null);
    }

    /** The node's ID, 64 hex digits. */
    public String nodeId() {
        return node.id();
    }

    /** The node's role, 1 or 2. */
    public int role() {
        return node.role();
    }

    /** The node's role as its files write it, collection or consensus. */
    public String roleName() {
        return node.roleName();
    }

    /**
     * The node's vote for a message, as node software signs it; only a rehearsal's node can be made
     * to sign so.
     *
     * @param message hex digits
     * @return 96 hex digits
     */
    public String vote(String message) {
        try (BlsSecretKey staking = node.stakingKey()) {
            return staking.sign(HexFormat.of().parseHex(message), DomainTag.COLLECTOR_VOTE)
                    .toString();
        }
    }

    /**
     * Writes the folder.
     *
     * @param directory where; made when it is not there
     * @throws IOException when it cannot be written
     */
    public void write(Path directory) throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
        }
    }

    private Map<String, String> files() {
        String privateFolder = "private-root-information/private-node-info_" + node.id() + "/";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("public-root-information/node-id", node.id());
        files.put("public-root-information/node-info.pub." + node.id() + ".json", publicInfo());
        files.put(privateFolder + "node-info.priv.json", privateInfo());
        files.put(
                privateFolder + "node-machine-account-key.priv.json",
                """
                {
                  "PrivateKey": "%s"
                }\
                """
                        .formatted(secret(node.machineKey())));
        if (machineAccount != null) {
            files.put(
                    privateFolder + "node-machine-account-info.priv.json",
                    accountInfo(machineAccount));
        }
        return files;
    }

    private String accountInfo(FlowAddress address) {
        try (AccountPrivateKey key = node.machineKey()) {
            return """
            {
              "Address": "%s",
              "EncodedPrivateKey": "%s",
              "KeyIndex": 0,
              "SigningAlgorithm": %d,
              "HashAlgorithm": %d
            }\
            """
                    .formatted(
                            address,
                            key.lend(Base64.getEncoder()::encodeToString),
                            key.algorithm().code(),
                            HashAlgorithm.SHA3_256.code());
        }
    }

    private String publicInfo() {
        try (BlsSecretKey staking = node.stakingKey()) {
            return """
            {
              "Role": "%s",
              "Address": "%s",
              "NodeID": "%s",
              "Weight": 0,
              "NetworkPubKey": "%s",
              "StakingPubKey": "%s",
              "StakingPoP": "%s"
            }\
            """
                    .formatted(
                            node.roleName(),
                            node.networkingAddress(),
                            node.id(),
                            node.networkingPublicKey(),
                            staking.publicKey(),
                            staking.provePossession());
        }
    }

    private String privateInfo() {
        try (BlsSecretKey staking = node.stakingKey()) {
            return """
            {
              "Role": "%s",
              "Address": "%s",
              "NodeID": "%s",
              "NetworkPrivKey": "%s",
              "StakingPrivKey": "%s"
            }\
            """
                    .formatted(
                            node.roleName(),
                            node.networkingAddress(),
                            node.id(),
                            secret(node.networkingKey()),
                            HexFormat.of().formatHex(staking.encoded()));
        }
    }

    private static String secret(AccountPrivateKey key) {
        try (key) {
            return key.lend(HexFormat.of()::formatHex);
        }
    }
}
