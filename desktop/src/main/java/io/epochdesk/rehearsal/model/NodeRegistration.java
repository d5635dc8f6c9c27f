package io.epochdesk.rehearsal.model;

/**
 * What is given to register a node.
 *
 * @param id 64 lower-case hex digits
 * @param role 1 to 5
 * @param networkingAddress host and port
 * @param networkingKey 128 hex digits
 * @param stakingKey 192 hex digits
 * @param proofOfPossession of the staking key, 96 hex digits
 */
record NodeRegistration(
        String id,
        int role,
        String networkingAddress,
        String networkingKey,
        String stakingKey,
        String proofOfPossession) {

    NodeRecord record() {
        return NodeRecord.created(id, role, networkingAddress, networkingKey, stakingKey);
    }

    /** {@code NodeRecord.init}: the contract's checks in the contract's order. */
    void check(StakingTable table, StakingSignatures signatures) throws Aborted {
        demand(id.length() == 64, "Node ID length must be 32 bytes (64 hex characters)");
        demand(
                id.matches("[0-9a-f]*"),
                "The node ID must have only numbers and lowercase hex characters");
        demand(!table.nodes().containsKey(id), "The ID cannot already exist in the record");
        demand(role >= 1 && role <= StakingTable.ROLES, "The role must be 1, 2, 3, 4, or 5");
        demand(NetworkingAddress.isValid(networkingAddress), NetworkingAddress.INVALID);
        demand(
                networkingKey.length() == 128,
                "The networkingKey length must be exactly 64 bytes (128 hex characters)");
        demand(
                stakingKey.length() == 192,
                "The stakingKey length must be exactly 96 bytes (192 hex characters)");
        unclaimed(table, networkingAddress, "networkingAddress");
        unclaimed(table, networkingKey, "networkingKey");
        unclaimed(table, stakingKey, "stakingKey");
        byte[] key = Hex.decode(stakingKey);
        if (!signatures.isKey(key)) {
            throw notAPoint();
        }
        if (!signatures.isPossession(key, Hex.decode(proofOfPossession))) {
            throw Aborted.assertion(
                    "FlowIDTableStaking.NodeRecord.init: Cannot create node with ID "
                            + id
                            + ". The Proof of Possession ("
                            + proofOfPossession
                            + ") for the node's staking key () is invalid");
        }
        EllipticCurve.P256.check(Hex.decode(networkingKey));
    }

    /** What is said of a BLS key that is no point of its group. */
    static Aborted notAPoint() {
        return Aborted.runtime(
                "invalid public key: [], err: decode public key failed: input could not"
                        + " deserialize to an E2 point");
    }

    private static void unclaimed(StakingTable table, String value, String name) throws Aborted {
        demand(
                !table.claims().containsKey(value),
                "The " + name + " cannot have already been claimed");
    }

    private static void demand(boolean held, String words) throws Aborted {
        if (!held) {
            throw Aborted.precondition(words);
        }
    }
}
