package io.epochdesk.rehearsal.play;

import io.epochdesk.bls.BlsSecretKey;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.SignatureAlgorithm;

import java.util.HexFormat;

/**
 * A node of the play with its keys, all of which follow from the seed. Secret halves are made when
 * they are needed.
 */
public final class CastNode {

    private static final int BLS_KEY_BYTES = 96;
    private static final int BLS_SIGNATURE_BYTES = 48;
    private static final int SHARED_KEYS = 16;
    private static final int COMPRESSED = 0x80;

    private final Seed seed;
    private final int role;
    private final int number;
    private final boolean synthetic;
    private final String id;

    /**
     * A node.
     *
     * @param role 1 to 5
     * @param number from 0, among its role
     * @param synthetic whether its staking key is made up, and its machine key shared
     */
    CastNode(Seed seed, int role, int number, boolean synthetic) {
        this.seed = seed;
        this.role = role;
        this.number = number;
        this.synthetic = synthetic;
        this.id = seed.hex(label("id"), 64);
    }

    /** 64 lower-case hex digits. */
    public String id() {
        return id;
    }

    /** 1 to 5. */
    public int role() {
        return role;
    }

    /** Host and port, under a domain that is reserved for examples. */
    public String networkingAddress() {
        return "%s-%03d.rehearsal.example:3569".formatted(roleName(), number + 1);
    }

    /** Such as {@code collection}, as node software writes it. */
    public String roleName() {
        return switch (role) {
            case 1 -> "collection";
            case 2 -> "consensus";
            case 3 -> "execution";
            case 4 -> "verification";
            default -> "access";
        };
    }

    /** The P-256 key of its networking. */
    public AccountPrivateKey networkingKey() {
        return key("networking");
    }

    /** 128 hex digits. */
    public String networkingPublicKey() {
        if (synthetic) {
            return seed.hex(label("networking"), 128);
        }
        try (AccountPrivateKey key = networkingKey()) {
            return key.publicKey().hex();
        }
    }

    /** The P-256 key of its machine account. */
    public AccountPrivateKey machineKey() {
        return synthetic
                ? AccountPrivateKey.ofSeed(
                        SignatureAlgorithm.ECDSA_P256,
                        seed.bytes(
                                "machine/shared/" + number % SHARED_KEYS,
                                AccountPrivateKey.SEED_LENGTH))
                : key("machine");
    }

    /** 128 hex digits. */
    public String machinePublicKey() {
        try (AccountPrivateKey key = machineKey()) {
            return key.publicKey().hex();
        }
    }

    /**
     * The BLS staking key.
     *
     * @throws IllegalStateException when it is made up
     */
    public BlsSecretKey stakingKey() {
        if (synthetic) {
            throw new IllegalStateException("the staking key of " + id + " is made up");
        }
        return BlsSecretKey.fromSeed(seed.bytes(label("staking"), 48));
    }

    /** 192 hex digits. */
    public String stakingPublicKey() {
        if (synthetic) {
            return point("staking", BLS_KEY_BYTES);
        }
        try (BlsSecretKey key = stakingKey()) {
            return key.publicKey().toString();
        }
    }

    /** Whether keys, votes and messages are made up. */
    boolean isSynthetic() {
        return synthetic;
    }

    /** Something of the form of a signature, for nodes whose keys are made up. */
    String madeUpSignature(String purpose) {
        return point(purpose, BLS_SIGNATURE_BYTES);
    }

    private String point(String purpose, int length) {
        byte[] bytes = seed.bytes(label(purpose), length);
        bytes[0] = (byte) (COMPRESSED | (bytes[0] & 0x1f));
        return HexFormat.of().formatHex(bytes);
    }

    private AccountPrivateKey key(String purpose) {
        return AccountPrivateKey.ofSeed(
                SignatureAlgorithm.ECDSA_P256,
                seed.bytes(label(purpose), AccountPrivateKey.SEED_LENGTH));
    }

    private String label(String purpose) {
        return "node/" + role + "/" + number + "/" + purpose;
    }

    @Override
    public String toString() {
        return roleName() + " " + id;
    }
}
