package io.epochdesk.cadence;

import io.epochdesk.fault.ChainFault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /** Folder of the programs that ship with the console. */
    private static final String FOLDER = "/io/epochdesk/cadence/";

    private static final Pattern IMPORT = Pattern.compile("(?m)^\\s*import\\s+\"(\\w+)\"\\s*$");

    /**
     * A program that ships with the console.
     *
     * @param room the room it belongs to
     * @param name its file name without ending
     */
    public static Program shipped(String room, String name) {
        String path = FOLDER + room + "/" + name + ".cdc";
        try (InputStream file = Program.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("the console ships without " + path);
            }
            return new Program(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text with every import resolved.
     *
     * @param contracts address of each contract by name
     * @throws io.epochdesk.fault.FaultException with {@code CHN-314} when a contract has no address
     */
    public String resolvedWith(Map<String, FlowAddress> contracts) {
        return IMPORT.matcher(source)
                .replaceAll(
                        match -> {
                            String contract = match.group(1);
                            FlowAddress address = contracts.get(contract);
                            if (address == null) {
                                throw ChainFault.of(
                                        ChainFault.Kind.CONTRACT_UNPLACED,
                                        "",
                                        "script",
                                        name,
                                        "contract",
                                        contract);
                            }
                            return Matcher.quoteReplacement(
                                    "import " + contract + " from " + address);
                        });
    }
}
