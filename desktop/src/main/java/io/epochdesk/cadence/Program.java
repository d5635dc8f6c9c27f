package io.epochdesk.cadence;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Cadence script or transaction of the console's own, one {@code .cdc} file each. Imports are
 * written {@code import "FlowEpoch"} and filled in with a network's contract addresses.
 *
 * @param name the file name without ending, for logs and faults
 * @param source the text with open imports
 */
public record Program(String name, String source) {

    private static final Pattern IMPORT = Pattern.compile("(?m)^\\s*import\\s+\"(\\w+)\"\\s*$");

    /**
     * The text with every import resolved.
     *
     * @param contracts address of each contract by name
     * @throws IllegalArgumentException when a contract has no address
     */
    public String resolvedWith(Map<String, FlowAddress> contracts) {
        return IMPORT.matcher(source)
                .replaceAll(
                        match -> {
                            String contract = match.group(1);
                            FlowAddress address = contracts.get(contract);
                            if (address == null) {
                                throw new IllegalArgumentException(
                                        name + " imports " + contract + ", which has no address");
                            }
                            return Matcher.quoteReplacement(
                                    "import " + contract + " from " + address);
                        });
    }
}
