package io.epochdesk.keys.vault;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A folder in memory whose disk is as forgetful as a real one: what was not forced may be lost,
 * whole or in part, and names given may be lost in any combination.
 */
final class CrashingFiles implements VaultFiles {

    /** What became of content that was not forced. */
    enum Unforced {
        LOST,
        HALF,
        WHOLE
    }

    /** Thrown where the power goes. */
    static final class PowerCut extends RuntimeException {
        PowerCut() {
            super("power cut");
        }
    }

    private static final class Inode {
        byte[] content;
        boolean forced;

        Inode(byte[] content, boolean forced) {
            this.content = content;
            this.forced = forced;
        }
    }

    private record Entry(String from, String to, Inode inode) {}

    private final Map<String, Inode> durable = new HashMap<>();
    private final List<Entry> pending = new ArrayList<>();
    private final Map<String, Inode> now = new HashMap<>();
    private int operations;
    private int cutAt = Integer.MAX_VALUE;
    private @Nullable Function<String, @Nullable IOException> refusal;
    private boolean held;

    /** The power goes right before the operation of this number, counted from one from now on. */
    void cutAt(int operation) {
        operations = 0;
        cutAt = operation;
    }

    /** Every operation asks this whether it fails; its argument is the operation and the file. */
    void refuse(@Nullable Function<String, @Nullable IOException> how) {
        refusal = how;
    }

    int operations() {
        return operations;
    }

    /** How many names given could be lost now. */
    int pendingNames() {
        return pending.size();
    }

    /**
     * What is on the disk after the power went.
     *
     * @param survived bit i: the i-th pending name reached the disk
     */
    CrashingFiles afterCut(int survived, Unforced unforced) {
        CrashingFiles disk = new CrashingFiles();
        Map<String, Inode> names = new HashMap<>(durable);
        for (int i = 0; i < pending.size(); i++) {
            if ((survived >> i & 1) != 0) {
                Entry entry = pending.get(i);
                if (!entry.from().isEmpty()) {
                    names.remove(entry.from());
                }
                names.put(entry.to(), entry.inode());
            }
        }
        names.forEach(
                (name, inode) -> {
                    int length =
                            inode.forced || unforced == Unforced.WHOLE
                                    ? inode.content.length
                                    : unforced == Unforced.HALF ? inode.content.length / 2 : 0;
                    Inode kept = new Inode(Arrays.copyOf(inode.content, length), true);
                    disk.durable.put(name, kept);
                    disk.now.put(name, kept);
                });
        return disk;
    }

    @Override
    public String place(String name) {
        return "folder/" + name;
    }

    @Override
    public byte @Nullable [] read(String name, int most) throws IOException {
        step("read " + name);
        Inode inode = now.get(name);
        return inode == null
                ? null
                : Arrays.copyOf(inode.content, Math.min(most, inode.content.length));
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        // made empty, half written, written: the power may go in between
        step("write " + name);
        Inode inode = new Inode(new byte[0], false);
        now.put(name, inode);
        pending.add(new Entry("", name, inode));
        step("write " + name);
        inode.content = Arrays.copyOf(content, content.length / 2);
        step("write " + name);
        inode.content = content.clone();
    }

    @Override
    public void force(String name) throws IOException {
        step("force " + name);
        there(name).forced = true;
    }

    @Override
    public void rename(String from, String to) throws IOException {
        step("rename " + from);
        Inode inode = there(from);
        now.remove(from);
        now.put(to, inode);
        pending.add(new Entry(from, to, inode));
    }

    @Override
    public void forceFolder() throws IOException {
        step("forceFolder");
        durable.clear();
        durable.putAll(now);
        pending.clear();
    }

    @Override
    public @Nullable String wide(String name) {
        return null;
    }

    @Override
    public @Nullable String wideFolder() {
        return null;
    }

    @Override
    public void narrowFolder() {
        // always narrow
    }

    @Override
    public void narrow(String name) {
        // always narrow
    }

    @Override
    public void makeFolder() throws IOException {
        step("makeFolder");
    }

    @Override
    public @Nullable Closeable lock(String name) throws IOException {
        step("lock");
        if (held) {
            return null;
        }
        held = true;
        return () -> held = false;
    }

    private Inode there(String name) throws IOException {
        Inode inode = now.get(name);
        if (inode == null) {
            throw new NoSuchFileException(name);
        }
        return inode;
    }

    private void step(String what) throws IOException {
        if (++operations >= cutAt) {
            throw new PowerCut();
        }
        IOException failure = refusal == null ? null : refusal.apply(what);
        if (failure != null) {
            throw failure;
        }
    }
}
