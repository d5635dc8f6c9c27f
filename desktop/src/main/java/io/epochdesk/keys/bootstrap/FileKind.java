package io.epochdesk.keys.bootstrap;

/** What a file in a bootstrap folder is. */
public enum FileKind {
    /** {@code node-id}: the node's ID. */
    NODE_ID,
    /** {@code node-info.pub.<id>.json}: what everybody may know of the node. */
    NODE_INFO,
    /** {@code node-machine-account-key.priv.json}: the key of the machine account. */
    MACHINE_ACCOUNT_KEY,
    /** {@code node-machine-account-info.priv.json}: that key with its account. */
    MACHINE_ACCOUNT_INFO,
    /** {@code node-info.priv.json}: staking and networking keys; never opened. */
    NODE_KEYS,
    /** {@code random-beacon.priv.json}: never opened. */
    RANDOM_BEACON,
    /** {@code secretsdb-key}: never opened. */
    SECRETS_DATABASE,
    /** Something else; never opened. */
    OTHER;

    /** What a name says. */
    static FileKind of(String name) {
        return switch (name) {
            case "node-id" -> NODE_ID;
            case "node-machine-account-key.priv.json" -> MACHINE_ACCOUNT_KEY;
            case "node-machine-account-info.priv.json" -> MACHINE_ACCOUNT_INFO;
            case "node-info.priv.json" -> NODE_KEYS;
            case "random-beacon.priv.json" -> RANDOM_BEACON;
            case "secretsdb-key" -> SECRETS_DATABASE;
            default ->
                    name.startsWith("node-info.pub.") && name.endsWith(".json") ? NODE_INFO : OTHER;
        };
    }

    /** Whether the console reads it. */
    public boolean isRead() {
        return switch (this) {
            case NODE_ID, NODE_INFO, MACHINE_ACCOUNT_KEY, MACHINE_ACCOUNT_INFO -> true;
            case NODE_KEYS, RANDOM_BEACON, SECRETS_DATABASE, OTHER -> false;
        };
    }

    /** Whether only its owner should be able to read it. */
    boolean isSecret() {
        return this == MACHINE_ACCOUNT_KEY || this == MACHINE_ACCOUNT_INFO;
    }
}
