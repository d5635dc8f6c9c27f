package io.epochdesk.network;

/**
 * A chain's identifier, as {@code GetNetworkParameters} of the Access API answers it.
 *
 * @param value such as {@code flow-mainnet}
 */
public record ChainId(String value) {
    public static final ChainId MAINNET = new ChainId("flow-mainnet");
    public static final ChainId TESTNET = new ChainId("flow-testnet");
    public static final ChainId EMULATOR = new ChainId("flow-emulator");

    @Override
    public String toString() {
        return value;
    }
}
