package io.epochdesk.keys.bootstrap;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of what the protocol's bootstrap tool wrote for a collection node, to be spoiled. */
public record BootstrapCopy(Path folder) {

    public static final String ID =
            "f70e8fbf5e6f7e3ee6a76be60a384108dae0542a8cb327f5c82b3e7be33648e5";
    public static final String PRIVATE_KEY =
            "1a123e4b9d24ee43b1407c85646d43210ff0352005e5b01e173c4d0b215784c8";
    public static final String PRIVATE_KEY_BASE64 = "GhI+S50k7kOxQHyFZG1DIQ/wNSAF5bAeFzxNCyFXhMg=";

    public static BootstrapCopy in(Path target) throws IOException {
        Path source = original("collection");
        List<Path> all;
        try (Stream<Path> walk = Files.walk(source)) {
            all = walk.toList();
        }
        for (Path from : all) {
            Path to = target.resolve(source.relativize(from).toString());
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to);
            }
        }
        return new BootstrapCopy(target);
    }

    public static Path original(String node) {
        try {
            return Path.of(
                    BootstrapCopy.class
                            .getResource("/io/epochdesk/keys/bootstrap/" + node)
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path nodeId() {
        return folder.resolve("public-root-information/node-id");
    }

    public Path info() {
        return folder.resolve("public-root-information/node-info.pub." + ID + ".json");
    }

    public Path key() {
        return ofNode().resolve("node-machine-account-key.priv.json");
    }

    public Path account() {
        return ofNode().resolve("node-machine-account-info.priv.json");
    }

    public Path ofNode() {
        return folder.resolve("private-root-information/private-node-info_" + ID);
    }

    public static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    public static void put(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public static void change(Path file, String from, String to) throws IOException {
        String before = text(file);
        if (!before.contains(from)) {
            throw new IllegalArgumentException("the file has no " + from);
        }
        put(file, before.replace(from, to));
    }
}
