package io.epochdesk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.epochdesk.keys.bootstrap.FlowPortKey;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.text.Words;

import java.util.List;

/** Keys of the vault as text and as JSON. */
final class KeyListing {

    private KeyListing() {}

    /**
     * A key as {@code keys list --json} writes it; names and shapes stay.
     *
     * @param name what the operator calls it
     * @param network chain ID it is bound to
     * @param address 16 hex digits, or empty
     * @param keyIndex index on that account
     * @param signatureAlgorithm such as ECDSA_P256
     * @param hashAlgorithm such as SHA3_256
     * @param publicKey 128 hex digits
     * @param flowPort the line that Flow Port takes
     * @param created ISO 8601
     * @param file the file of the node software that has it, too, or empty
     */
    record Item(
            String name,
            String network,
            String address,
            int keyIndex,
            String signatureAlgorithm,
            String hashAlgorithm,
            String publicKey,
            String flowPort,
            String created,
            String file) {

        static Item of(VaultKey key) {
            return new Item(
                    key.name(),
                    key.network(),
                    key.address(),
                    key.keyIndex(),
                    key.publicKey().algorithm().name(),
                    key.hash().name(),
                    key.publicKey().hex(),
                    KeyListing.line(key),
                    key.created().toString(),
                    key.file());
        }
    }

    static String json(List<VaultKey> keys) {
        try {
            return new ObjectMapper().writeValueAsString(keys.stream().map(Item::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts can always be written", e);
        }
    }

    static List<String> text(Words words, VaultKey key) {
        return List.of(
                words.say(
                        "vault.item",
                        "name",
                        key.name(),
                        "network",
                        key.network(),
                        "signature",
                        key.publicKey().algorithm().name(),
                        "hash",
                        key.hash().name()),
                "  "
                        + (key.address().isEmpty()
                                ? words.say("vault.noAccount")
                                : words.say(
                                        "vault.account",
                                        "address",
                                        "0x" + key.address(),
                                        "index",
                                        key.keyIndex())),
                "  " + key.publicKey().hex());
    }

    private static String line(VaultKey key) {
        return new FlowPortKey(key.publicKey(), key.hash(), FlowPortKey.FULL_WEIGHT, true).line();
    }
}
