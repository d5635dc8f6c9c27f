package io.epochdesk.keys.bootstrap;

import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.fault.FaultException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks through a bootstrap folder and takes in what is the console's business. */
public final class BootstrapFolder {

    private static final String PUBLIC = "public-root-information";
    private static final String PRIVATE = "private-root-information";
    private static final String OF_NODE = "private-node-info_";

    /** More files than any node has. */
    private static final int MOST_FILES = 1_000;

    private final NodeFiles files;

    /** Looks through real folders. */
    public BootstrapFolder() {
        this(new NodeFiles());
    }

    BootstrapFolder(NodeFiles files) {
        this.files = files;
    }

    /**
     * What is in the folder. A file that cannot be used is told with its fault and hinders no
     * other.
     *
     * @param folder the one that has {@code public-root-information} in it, one above it that has
     *     it in {@code bootstrap}, or one of those in it
     * @throws FaultException when there is nothing of a node, or the folder cannot be read
     */
    public BootstrapFindings look(Path folder) {
        Path root = rootOf(folder);
        List<Path> found = new ArrayList<>();
        if (isOne(root)) {
            found.addAll(filesOf(root.resolve(PUBLIC)));
            for (Path node : list(root.resolve(PRIVATE))) {
                if (name(node).startsWith(OF_NODE) && Files.isDirectory(node)) {
                    found.addAll(filesOf(node));
                }
            }
        }
        if (found.stream().noneMatch(file -> FileKind.of(name(file)).isRead())) {
            throw BootstrapFault.of(
                    BootstrapFault.Kind.NOTHING_THERE, "", "folder", folder.toString());
        }
        FolderReading reading = new FolderReading(files, root);
        found.forEach(file -> reading.take(file, ownerOf(file)));
        return reading.findings();
    }

    private static Path rootOf(Path folder) {
        Path inside = folder.resolve("bootstrap");
        if (isOne(inside)) {
            return inside;
        }
        Path above = folder.toAbsolutePath();
        while (isPart(name(above)) && above.getParent() != null) {
            above = above.getParent();
        }
        return isOne(above) ? above : folder;
    }

    private static boolean isPart(String name) {
        return name.equals(PUBLIC) || name.equals(PRIVATE) || name.startsWith(OF_NODE);
    }

    private static boolean isOne(Path folder) {
        return Files.isDirectory(folder.resolve(PUBLIC))
                || Files.isDirectory(folder.resolve(PRIVATE));
    }

    private static @Nullable String ownerOf(Path file) {
        String folder = name(file.toAbsolutePath().getParent());
        return folder.startsWith(OF_NODE) ? folder.substring(OF_NODE.length()) : null;
    }

    private static List<Path> filesOf(Path folder) {
        return list(folder).stream().filter(path -> !Files.isDirectory(path)).toList();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().limit(MOST_FILES).toList();
        } catch (IOException e) {
            throw BootstrapFault.of(
                    BootstrapFault.Kind.CANNOT_READ,
                    e.toString(),
                    "file",
                    folder.toString(),
                    "reason",
                    NodeFiles.reason(e));
        }
    }

    private static String name(@Nullable Path path) {
        return path == null || path.getFileName() == null ? "" : path.getFileName().toString();
    }
}
