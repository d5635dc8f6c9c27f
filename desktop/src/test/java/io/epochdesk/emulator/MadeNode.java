package io.epochdesk.emulator;

import io.epochdesk.bls.BlsSecretKey;
import io.epochdesk.emulator.FixtureNode.Role;

import org.onflow.sdk.SignatureAlgorithm;
import org.onflow.sdk.crypto.Crypto;
import org.onflow.sdk.crypto.KeyPair;

import java.util.Map;

/** Nodes with keys made here, so that no fixed set of keys limits what is tried. */
final class MadeNode {

    private MadeNode() {}

    /** A node whose ID grows with its number. */
    static FixtureNode of(Role role, int number, BlsSecretKey staking) {
        return of(role, number, staking, staking.provePossession().toString());
    }

    /** The same with another proof of possession. */
    static FixtureNode of(Role role, int number, BlsSecretKey staking, String proof) {
        KeyPair networking = Crypto.generateKeyPair(SignatureAlgorithm.ECDSA_P256);
        KeyPair machine = Crypto.generateKeyPair(SignatureAlgorithm.ECDSA_P256);
        return new FixtureNode(
                role,
                "%02x%04x".formatted(0x50 + role.number, number) + "0".repeat(58),
                "made-%d-%d.nodes.example.com:3569".formatted(role.number, number),
                padded(networking.getPublic().getHex()),
                staking.publicKey().toString(),
                proof,
                machine.getPrivate().getHex(),
                padded(machine.getPublic().getHex()),
                Map.of());
    }

    private static String padded(String hex) {
        return "0".repeat(128 - hex.length()) + hex;
    }
}
