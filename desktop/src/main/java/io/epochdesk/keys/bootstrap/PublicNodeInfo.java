package io.epochdesk.keys.bootstrap;

import io.epochdesk.fault.BootstrapFault;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The file {@code node-info.pub.<id>.json}.
 *
 * @param role collection, consensus, execution, verification or access
 * @param address host and port
 * @param nodeId 64 hex digits
 * @param weight as it is in the file; the chain knows better
 * @param networkingKey 128 hex digits
 * @param stakingKey 192 hex digits
 * @param proofOfPossession 96 hex digits, however the file encodes it
 */
public record PublicNodeInfo(
        String role,
        String address,
        String nodeId,
        long weight,
        String networkingKey,
        String stakingKey,
        String proofOfPossession) {

    private static final List<String> ROLES =
            List.of("collection", "consensus", "execution", "verification", "access");
    private static final int PROOF_LENGTH = 48;

    /**
     * Reads the file.
     *
     * @throws io.epochdesk.fault.FaultException when it cannot be used
     */
    static PublicNodeInfo read(NodeFile file) {
        String role = file.text("Role", "a role", _ -> true);
        if (!ROLES.contains(role.toLowerCase(Locale.ROOT))) {
            throw BootstrapFault.of(
                    BootstrapFault.Kind.ROLE_UNKNOWN, "", "file", file.name(), "role", role);
        }
        return new PublicNodeInfo(
                role.toLowerCase(Locale.ROOT),
                file.text(
                        "Address",
                        "host and port",
                        text -> text.matches("[^\\s:/]{1,504}:[0-9]{1,5}")),
                hex(file, "NodeID", 64),
                weight(file),
                hex(file, "NetworkPubKey", 128),
                hex(file, "StakingPubKey", 192),
                proof(file));
    }

    /** The file as the bootstrap tool writes it. */
    public byte[] bytes() {
        return """
        {
          "Role": "%s",
          "Address": "%s",
          "NodeID": "%s",
          "Weight": %d,
          "NetworkPubKey": "%s",
          "StakingPubKey": "%s",
          "StakingPoP": "%s"
        }\
        """
                .formatted(
                        role, address, nodeId, weight, networkingKey, stakingKey, proofOfPossession)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(NodeFile file, String field, int digits) {
        return file.text(
                        field,
                        digits + " hex digits",
                        text -> text.matches("[0-9a-fA-F]{" + digits + "}"))
                .toLowerCase(Locale.ROOT);
    }

    private static long weight(NodeFile file) {
        long weight = file.has("Weight") ? file.number("Weight", Long.MAX_VALUE) : 0;
        long stake = file.has("Stake") ? file.number("Stake", Long.MAX_VALUE) : 0;
        if (weight != 0 && stake != 0) {
            throw BootstrapFault.of(BootstrapFault.Kind.STAKE_AND_WEIGHT, "", "file", file.name());
        }
        if (file.has("Stake")) {
            file.note(FileNote.CALLED_STAKE);
        }
        return weight + stake;
    }

    private static String proof(NodeFile file) {
        String text = file.text("StakingPoP", "96 hex digits or 64 of base64", _ -> true);
        if (text.matches("[0-9a-fA-F]{96}")) {
            return text.toLowerCase(Locale.ROOT);
        }
        try {
            byte[] proof = Base64.getDecoder().decode(text);
            if (proof.length == PROOF_LENGTH) {
                file.note(FileNote.BASE64_PROOF);
                return HexFormat.of().formatHex(proof);
            }
        } catch (IllegalArgumentException e) {
            throw file.wrong("StakingPoP", "96 hex digits or 64 of base64");
        }
        throw file.wrong("StakingPoP", "96 hex digits or 64 of base64");
    }
}
