package io.epochdesk.conformance;

/**
 * Where acts are played: a chain as a fresh emulator is, with one block per transaction, an Access
 * API on 127.0.0.1, and the service account under the tests' key.
 */
interface Stage extends AutoCloseable {

    /** Port of the Access API. */
    int port();

    /** Makes a block without a transaction of anybody's. */
    void emptyBlock();

    @Override
    void close();

    /** Opens stages. */
    interface Opener {
        Stage open(Circumstances circumstances);
    }

    /**
     * What a stage begins with.
     *
     * @param fees whether transactions cost fees
     * @param expiry blocks after which a transaction expires
     */
    record Circumstances(boolean fees, int expiry) {}
}
