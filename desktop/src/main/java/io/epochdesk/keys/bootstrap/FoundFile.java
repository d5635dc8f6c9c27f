package io.epochdesk.keys.bootstrap;

import io.epochdesk.fault.Fault;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * A file of a bootstrap folder, and what became of it.
 *
 * @param path within the folder
 * @param kind what its name says it is
 * @param notes what was unusual
 * @param fault why it cannot be used; null when it can, or was not opened
 */
public record FoundFile(String path, FileKind kind, Set<FileNote> notes, @Nullable Fault fault) {

    public FoundFile {
        notes = Set.copyOf(notes);
    }
}
