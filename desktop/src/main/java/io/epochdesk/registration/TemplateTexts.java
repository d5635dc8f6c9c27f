package io.epochdesk.registration;

import io.epochdesk.network.NetworkProfile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The texts that are signed: the console's own, or the audited ones of a manifest that the operator
 * downloaded.
 */
public final class TemplateTexts {

    private final NetworkProfile network;
    private final Supplier<AuditedTexts> audited;

    /** The console's own texts with this network's contract addresses. */
    public static TemplateTexts own(NetworkProfile network) {
        return new TemplateTexts(network, AuditedTexts::none);
    }

    /**
     * Audited texts where there are any, the console's own elsewhere.
     *
     * @param audited asked each time, because the operator may choose others in between; what it
     *     throws keeps the flow from its review
     */
    public TemplateTexts(NetworkProfile network, Supplier<AuditedTexts> audited) {
        this.network = network;
        this.audited = audited;
    }

    /**
     * A text.
     *
     * @param source Cadence with imports resolved
     * @param isAudited whether it is the audited text, and not the console's own
     */
    public record Text(String source, boolean isAudited) {

        /** SHA-256 of the text in UTF-8, 64 hex digits. */
        public String sha256() {
            return TemplateTexts.sha256(source);
        }
    }

    /** The text to sign. */
    public Text of(Template template) {
        Optional<String> text = audited.get().of(template);
        return text.map(one -> new Text(one, true))
                .orElseGet(
                        () ->
                                new Text(
                                        template.program().resolvedWith(network.contracts()),
                                        false));
    }

    /**
     * What a text was made out to be.
     *
     * @param template which transaction
     * @param isAudited whether it is the audited text, and not the console's own
     */
    record Found(Template template, boolean isAudited) {}

    /** The template of a text: one of the console's own for this network, or an audited one. */
    Optional<Found> find(String source) {
        for (Template template : Template.values()) {
            if (template.program().resolvedWith(network.contracts()).equals(source)) {
                return Optional.of(new Found(template, false));
            }
        }
        return AuditedTexts.find(network.chain(), sha256(source))
                .map(template -> new Found(template, true));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
