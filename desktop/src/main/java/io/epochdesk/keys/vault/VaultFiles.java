package io.epochdesk.keys.vault;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;

/**
 * The few things the vault does to files of its folder. A power cut may lose whatever was not
 * forced, in any order.
 */
interface VaultFiles {

    /** Where people find it. */
    String place(String name);

    /** The whole file, at most so many bytes of it; null when there is none. */
    byte @Nullable [] read(String name, int most) throws IOException;

    /** Writes a new file that only its owner can read; one of this name is replaced. */
    void write(String name, byte[] content) throws IOException;

    /** Makes the content last. */
    void force(String name) throws IOException;

    /** Gives a file another name; one that has it is replaced in the same step. */
    void rename(String from, String to) throws IOException;

    /** Makes what was renamed last. */
    void forceFolder() throws IOException;

    /**
     * How wide a file is open to others, such as {@code rw-r--r--}; null when only its owner can
     * read and write it, or the system has no such notion.
     */
    @Nullable String wide(String name) throws IOException;

    /**
     * How wide the folder is open to others' writing, such as {@code rwxrwxr-x}; null when only its
     * owner can put something into it, or the system has no such notion.
     */
    @Nullable String wideFolder() throws IOException;

    /** Lets only the owner reach the folder. */
    void narrowFolder() throws IOException;

    /** Lets only the owner read and write the file. */
    void narrow(String name) throws IOException;

    /** Makes the folder, where there is none, for its owner only. */
    void makeFolder() throws IOException;

    /** Keeps other consoles from writing until closed; null when another does. */
    @Nullable Closeable lock(String name) throws IOException;
}
