package io.epochdesk.keys.view;

import io.epochdesk.keys.AccountPrivateKey;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a rehearsal offers instead of real keys and folders; while it is on, nothing else comes into
 * the vault and nothing is written outside its own folder.
 *
 * @param folder where bootstrap folders are made; thrown away in the end
 * @param nodes the nodes that can be registered
 * @param address 16 hex digits of the account that registers them
 * @param key the key of that account, index 0, for SHA3-256; whoever takes it closes it
 */
public record Practice(
        Path folder, List<PracticeNode> nodes, String address, Supplier<AccountPrivateKey> key) {

    public Practice {
        nodes = List.copyOf(nodes);
    }
}
