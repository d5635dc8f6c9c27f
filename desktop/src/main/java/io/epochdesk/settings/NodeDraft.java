package io.epochdesk.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import io.epochdesk.fault.SettingsFault.Reason;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.Transport;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An access node as it is typed in or stands in the file: text that may be wrong.
 *
 * @param name what people call it; empty for its address
 * @param host name or address, without port
 * @param port digits
 * @param mode how to talk to it
 * @param networkingKey 128 hex digits for pinned TLS, else empty
 */
public record NodeDraft(
        String name,
        String host,
        String port,
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) Mode mode,
        String networkingKey) {

    private static final Pattern NETWORKING_KEY = Pattern.compile("[0-9a-f]{128}");
    private static final Pattern HOST =
            Pattern.compile(
                    "[A-Za-z0-9_]([A-Za-z0-9._-]{0,252})|[0-9A-Fa-f.]*:[0-9A-Za-z:.%]{1,60}");

    /** How to talk to a node. */
    public enum Mode {
        PLAINTEXT,
        TLS,
        PINNED_TLS
    }

    /** A node as text. */
    public static NodeDraft of(AccessNode node) {
        return switch (node.transport()) {
            case Transport.Plaintext _ -> draft(node, Mode.PLAINTEXT, "");
            case Transport.SystemTls _ -> draft(node, Mode.TLS, "");
            case Transport.PinnedTls pinned -> draft(node, Mode.PINNED_TLS, pinned.networkingKey());
        };
    }

    private static NodeDraft draft(AccessNode node, Mode mode, String key) {
        return new NodeDraft(node.name(), node.host(), Integer.toString(node.port()), mode, key);
    }

    /**
     * Checks the text.
     *
     * @param problems told of everything that is wrong
     */
    void check(Problems problems) {
        if (!HOST.matcher(host.strip()).matches()) {
            problems.add("host", host, Reason.HOST);
        }
        Numbers.check(problems, "port", port, 1, 65_535);
        if (mode == Mode.PINNED_TLS && !NETWORKING_KEY.matcher(key()).matches()) {
            problems.add("networking key", networkingKey, Reason.KEY);
        }
    }

    /** The node; only after {@link #check} found nothing. */
    AccessNode toNode() {
        int number = Integer.parseInt(port.strip());
        AccessNode node = new AccessNode(name.strip(), host.strip(), number, transport());
        return name.isBlank()
                ? new AccessNode(node.address(), node.host(), number, node.transport())
                : node;
    }

    private Transport transport() {
        return switch (mode) {
            case PLAINTEXT -> new Transport.Plaintext();
            case TLS -> new Transport.SystemTls();
            case PINNED_TLS -> new Transport.PinnedTls(key());
        };
    }

    private String key() {
        String digits = networkingKey.strip().toLowerCase(Locale.ROOT);
        return digits.startsWith("0x") ? digits.substring(2) : digits;
    }
}
