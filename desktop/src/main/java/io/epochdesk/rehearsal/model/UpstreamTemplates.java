package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The audited transactions of flow-core-contracts, known by the SHA-256 of their text without
 * comments, blank space and addresses, in the versions v1.9.3 to v1.10.4. Where the two word a
 * refusal differently, the later wording is given.
 */
final class UpstreamTemplates {

    private static final Pattern IMPORT =
            Pattern.compile(
                    "\\G ?import(?:\"(\\w+)\"| (\\w+)(?: from (0x[0-9a-fA-F]{1,16}))?(?=\\W))");

    private final Map<String, FlowAddress> contracts;
    private final Map<String, UpstreamDeeds.Template> byHash = new HashMap<>();

    UpstreamTemplates(Map<String, FlowAddress> contracts, StakingSignatures signatures) {
        this.contracts = contracts;
        for (UpstreamDeeds.Template template : new UpstreamDeeds(signatures).all()) {
            template.hashes().forEach(hash -> byHash.put(hash, template));
        }
    }

    /** The template that this text is. */
    Optional<TransactionProgram> find(String text) {
        String core = core(text);
        UpstreamDeeds.Template template = core == null ? null : byHash.get(hash(core));
        return template == null
                ? Optional.empty()
                : Optional.of(
                        new OwnTransaction(
                                new Program(template.name(), text),
                                template.computation(),
                                template.deed()));
    }

    /** The text with its imports by name alone; null when one has another address than here. */
    private @Nullable String core(String text) {
        String normal = NormalText.of(text);
        Matcher imports = IMPORT.matcher(normal);
        StringBuilder core = new StringBuilder();
        int end = 0;
        while (imports.find()) {
            String name = imports.group(1) == null ? imports.group(2) : imports.group(1);
            String address = imports.group(3);
            if (address != null && !FlowAddress.of(address).equals(contracts.get(name))) {
                return null;
            }
            core.append(name).append(';');
            end = imports.end();
        }
        return core.append(normal.substring(end).strip()).toString();
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
