package io.epochdesk.conformance;

import io.epochdesk.cadence.DryRunScript;
import io.epochdesk.cadence.Program;
import io.epochdesk.emulator.EmulatorProcess;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of scripts and transactions, with the addresses of an emulator's contracts. */
final class Programs {

    private static final String SERVICE = "f8d6e0586b0a20c7";
    private static final Map<String, String> ELSEWHERE =
            Map.of(
                    "FlowToken", "0ae53cb6e3f42a79",
                    "FungibleToken", "ee82856bf20e2aa6",
                    "FlowFees", "e5a8b7f23e8b548f");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import \"(\\w+)\"$");

    private Programs() {}

    /** A program that ships with the console, such as {@code board/board}. */
    static String shipped(String name) {
        return read("/io/epochdesk/cadence/" + name + ".cdc");
    }

    /** The script that shows what a transaction of the console's would do. */
    static String dryRun(String name) {
        String text = text("/io/epochdesk/cadence/" + name + ".cdc");
        return resolved(DryRunScript.of(new Program(name, text)).source());
    }

    /** A program of the tests, for what only a network's service account and nodes do. */
    static String own(String name) {
        return read(
                "/"
                        + EmulatorProcess.class.getPackageName().replace('.', '/')
                        + "/"
                        + name
                        + ".cdc");
    }

    private static String read(String path) {
        return resolved(text(path));
    }

    private static String text(String path) {
        try (InputStream file = Programs.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("no program " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resolved(String text) {
        return IMPORT.matcher(text)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        "import "
                                                + match.group(1)
                                                + " from 0x"
                                                + ELSEWHERE.getOrDefault(match.group(1), SERVICE)));
    }
}
