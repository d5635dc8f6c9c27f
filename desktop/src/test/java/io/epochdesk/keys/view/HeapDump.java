package io.epochdesk.keys.view;

import com.sun.management.HotSpotDiagnosticMXBean;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A dump of every live object of this process, and what of a secret can be found in it. The dump
 * holds arrays as they lie in memory but for the order of their bytes, which is always big-endian:
 * a {@code char[]} is UTF-16BE, an {@code int[]} of a {@code BigInteger} is the number itself; a
 * {@code String} is a {@code byte[]} of Latin-1, or of UTF-16 in the order of the machine.
 *
 * @param file where it is
 */
record HeapDump(Path file) {

    private static final int PART = 8 << 20;

    /** Dumps what is live now into a folder. */
    static HeapDump of(Path folder) throws IOException {
        Path file = folder.resolve("live-" + System.nanoTime() + ".hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(file.toString(), true);
        return new HeapDump(file);
    }

    /** The ways in which a text may lie in memory. */
    static Map<String, byte[]> waysOf(String text) {
        Map<String, byte[]> ways = new LinkedHashMap<>();
        ways.put("Latin-1", text.getBytes(StandardCharsets.ISO_8859_1));
        ways.put("UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE));
        ways.put("UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE));
        return ways;
    }

    /** The ways in which the 32 bytes of a key may lie in memory. */
    static Map<String, byte[]> waysOf(byte[] raw) {
        String hex = HexFormat.of().formatHex(raw);
        Map<String, byte[]> ways = new LinkedHashMap<>();
        ways.put("raw", raw.clone());
        ways.put("raw, words of an int[] the other way round", wordsReversed(raw, 4));
        ways.put("raw, words of a long[] the other way round", wordsReversed(raw, 8));
        ways.put("raw, bytes the other way round", wordsReversed(raw, 1));
        waysOf(hex).forEach((way, bytes) -> ways.put("hex in " + way, bytes));
        waysOf(hex.toUpperCase(Locale.ROOT))
                .forEach((way, bytes) -> ways.put("capital hex in " + way, bytes));
        // without its last characters, which depend on what follows
        waysOf(Base64.getEncoder().withoutPadding().encodeToString(raw).substring(0, 42))
                .forEach((way, bytes) -> ways.put("base64 in " + way, bytes));
        return ways;
    }

    /** Which of these are in the dump. */
    Set<String> find(Map<String, byte[]> wanted) throws IOException {
        // most of a dump is zeros, with which every text in UTF-16BE begins: look at two bytes
        boolean[] begins = new boolean[1 << 16];
        wanted.values().forEach(bytes -> begins[begin(bytes, 0)] = true);
        int longest = wanted.values().stream().mapToInt(bytes -> bytes.length).max().orElse(0);
        Set<String> found = new TreeSet<>();
        byte[] part = new byte[PART + longest];
        try (InputStream in = Files.newInputStream(file)) {
            int held = 0;
            for (int read = in.readNBytes(part, 0, part.length);
                    read > 0;
                    read = in.readNBytes(part, held, part.length - held)) {
                int end = held + read;
                // what begins in the last bytes is looked at with those that follow
                int until = end < part.length ? end : PART;
                look(part, until, end, begins, wanted, found);
                held = end - until;
                System.arraycopy(part, until, part, 0, held);
            }
        }
        return found;
    }

    private static void look(
            byte[] part,
            int until,
            int end,
            boolean[] begins,
            Map<String, byte[]> wanted,
            Set<String> found) {
        for (int at = 0; at < until && at + 1 < end; at++) {
            if (begins[begin(part, at)]) {
                for (Map.Entry<String, byte[]> one : wanted.entrySet()) {
                    byte[] bytes = one.getValue();
                    if (at + bytes.length <= end
                            && Arrays.equals(part, at, at + bytes.length, bytes, 0, bytes.length)) {
                        found.add(one.getKey());
                    }
                }
            }
        }
    }

    private static int begin(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    void delete() throws IOException {
        Files.delete(file);
    }

    private static byte[] wordsReversed(byte[] raw, int size) {
        byte[] turned = new byte[raw.length];
        for (int i = 0; i < raw.length; i += size) {
            System.arraycopy(raw, i, turned, raw.length - i - size, size);
        }
        return turned;
    }

    /** Overwrites what was looked for. */
    static void wipe(Map<String, byte[]> ways) {
        ways.values().forEach(bytes -> Arrays.fill(bytes, (byte) 0));
    }
}
