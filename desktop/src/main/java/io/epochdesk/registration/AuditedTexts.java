package io.epochdesk.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.TransactionFault;
import io.epochdesk.network.ChainId;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of a file {@code manifest.mainnet.json} or {@code manifest.testnet.json} as published
 * with onflow/flow-core-contracts ({@code lib/go/templates}). A text counts only when its SHA-256
 * is one this console knows: that of core-contracts v1.9.3.
 */
public final class AuditedTexts {

    /** Larger than any manifest. */
    private static final int LARGEST = 4 << 20;

    private static final Map<Template, String> MAINNET =
            Map.of(
                    Template.SET_UP_COLLECTION,
                    "69f30decc15bd78107c631e200963398e8ddbc58bb61e577d223725f348fc2d9",
                    Template.REGISTER_NODE,
                    "88bdc9bb28ce734d1edc4b64ae5adf99ff3ac572dbe0d09090795bf78c7c31a6",
                    Template.CREATE_MACHINE_ACCOUNT,
                    "477526abb6b1a83c4163b2bb1f77eb4a9979ec510b81b4e110df003e0b586a63",
                    Template.WITHDRAW,
                    "dcd4dd5d4466c1e2656f29585b48a32c9545247a2cb8a8653613272c7cc58f6c",
                    Template.UPDATE_ADDRESS,
                    "bffd96e1dfbdd84526b77e3056a0f54999c593b4db10f864d6b1461edac265ed",
                    Template.ADD_KEY,
                    "5b26465efc98fbc2a41c2c3c170eb5d74886745b34571d6041611d268a3f9028",
                    Template.REVOKE_KEY,
                    "69409133294a24bc167375f47043604676b7fdf1dde9396540c13ff540aa9288");

    private static final Map<Template, String> TESTNET =
            Map.of(
                    Template.SET_UP_COLLECTION,
                    "861784e7ac135a9cfec90decdff2e53971a4d63135db77bcef3b273b710b1814",
                    Template.REGISTER_NODE,
                    "15face232abba7795997f06ec6f07a4e7d14743e6ed4f33d9e26ad02017b917f",
                    Template.CREATE_MACHINE_ACCOUNT,
                    "c92d9e182330e25a876d34edfe23dccf9aa6deb914cf1812cee34234a1c99651",
                    Template.WITHDRAW,
                    "00fd0c796d7ad5d17350861c02e9ae689e8b38aed68c3df29171a5d7dea0bc10",
                    Template.UPDATE_ADDRESS,
                    "cc163008980bb5651dad75697beb263505c24f027bdd375ab7e9105da710fca5",
                    Template.ADD_KEY,
                    "5b26465efc98fbc2a41c2c3c170eb5d74886745b34571d6041611d268a3f9028",
                    Template.REVOKE_KEY,
                    "69409133294a24bc167375f47043604676b7fdf1dde9396540c13ff540aa9288");

    private final Map<Template, String> texts;

    private AuditedTexts(Map<Template, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** No manifest was chosen. */
    public static AuditedTexts none() {
        return new AuditedTexts(Map.of());
    }

    /**
     * The texts of the manifest for a chain, {@code manifest.mainnet.json} or {@code
     * manifest.testnet.json}, where the operator keeps it.
     *
     * @param place a folder, or a file in it; empty for no manifests
     * @return none for a chain without a published manifest
     * @throws FaultException as {@link #read}
     */
    public static AuditedTexts in(String place, ChainId chain) {
        if (place.isEmpty() || hashes(chain).isEmpty()) {
            return none();
        }
        String name = chain.value().replace("flow-", "manifest.") + ".json";
        Path given = Path.of(place);
        return read(
                Files.isRegularFile(given) ? given.resolveSibling(name) : given.resolve(name),
                chain);
    }

    /**
     * The texts of a manifest for a chain.
     *
     * @throws FaultException with {@code TXN-817} when it cannot be read or is of another network,
     *     with {@code TXN-816} when a text in it is not the audited one
     */
    public static AuditedTexts read(Path file, ChainId chain) {
        JsonNode manifest = manifest(file);
        String network = "flow-" + manifest.path("network").asText();
        if (!network.equals(chain.value())) {
            throw unreadable(file, "it is for " + network + " and not for " + chain);
        }
        Map<Template, String> hashes = hashes(chain);
        Map<Template, String> texts = new EnumMap<>(Template.class);
        for (JsonNode each : manifest.path("templates")) {
            for (Map.Entry<Template, String> known : hashes.entrySet()) {
                if (known.getKey().standsFor().equals(each.path("id").asText())) {
                    texts.put(known.getKey(), checked(file, known, each.path("source").asText()));
                }
            }
        }
        if (texts.isEmpty()) {
            throw unreadable(file, "it has none of the transactions this console sends");
        }
        return new AuditedTexts(texts);
    }

    private static String checked(Path file, Map.Entry<Template, String> known, String source) {
        if (!TemplateTexts.sha256(source).equals(known.getValue())) {
            throw TransactionFault.of(
                    TransactionFault.Kind.NOT_AUDITED,
                    TemplateTexts.sha256(source),
                    "file",
                    String.valueOf(file.getFileName()),
                    "template",
                    known.getKey().standsFor());
        }
        return source;
    }

    private static JsonNode manifest(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] text = in.readNBytes(LARGEST + 1);
            if (text.length > LARGEST) {
                throw unreadable(file, "it is larger than 4 MiB");
            }
            return JsonMapper.builder().build().readTree(new String(text, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw unreadable(file, "it is not JSON");
        } catch (IOException e) {
            throw unreadable(file, e.getClass().getSimpleName());
        }
    }

    private static FaultException unreadable(Path file, String reason) {
        return TransactionFault.of(
                TransactionFault.Kind.MANIFEST_UNREADABLE,
                "",
                "file",
                String.valueOf(file.getFileName()),
                "reason",
                reason);
    }

    /** The audited text of a template; empty when it has none, or no manifest was chosen. */
    Optional<String> of(Template template) {
        return Optional.ofNullable(texts.get(template));
    }

    /** The template whose audited text for a chain has this SHA-256. */
    static Optional<Template> find(ChainId chain, String sha256) {
        return hashes(chain).entrySet().stream()
                .filter(known -> known.getValue().equals(sha256))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether the published manifests have a template. */
    static boolean isListed(Template template) {
        return MAINNET.containsKey(template);
    }

    private static Map<Template, String> hashes(ChainId chain) {
        if (chain.equals(ChainId.MAINNET)) {
            return MAINNET;
        }
        return chain.equals(ChainId.TESTNET) ? TESTNET : Map.of();
    }
}
