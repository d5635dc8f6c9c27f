package io.epochdesk.history;

import java.util.regex.Pattern;

/**
 * Which network a history belongs to.
 *
 * @param profile the profile's id: letters, digits, dots, dashes and underscores
 * @param chain chain ID, such as {@code flow-mainnet}
 * @param rootBlock ID of the root block of the current spork, 64 hex digits
 */
public record HistoryName(String profile, String chain, String rootBlock) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    public HistoryName {
        for (String part : new String[] {profile, chain, rootBlock}) {
            if (!PLAIN.matcher(part).matches()) {
                throw new IllegalArgumentException("no part of a file name: " + part);
            }
        }
    }

    /** The name of its file. */
    String file() {
        return profile + "." + chain + "." + rootBlock + ".db";
    }
}
