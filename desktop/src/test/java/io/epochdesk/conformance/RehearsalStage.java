package io.epochdesk.conformance;

import io.epochdesk.emulator.EmulatorProcess;
import io.epochdesk.rehearsal.access.AccessServer;
import io.epochdesk.rehearsal.access.ServerOptions;
import io.epochdesk.rehearsal.chain.LocalChain;
import io.epochdesk.rehearsal.play.ManualChain;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The rehearsal network in manual mode. */
final class RehearsalStage implements Stage {

    private final LocalChain chain;
    private final AccessServer server;

    private RehearsalStage(LocalChain chain) throws IOException {
        this.chain = chain;
        this.server = AccessServer.start(chain, ServerOptions.usual());
    }

    static Stage open(Circumstances circumstances) {
        try {
            return new RehearsalStage(
                    ManualChain.of(
                            Trial.publicKey(EmulatorProcess.SERVICE_KEY),
                            circumstances.fees(),
                            circumstances.expiry()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One with mainnet's fees, on which things can be made to go wrong. */
    static Stage withMainnetFees() {
        try {
            return new RehearsalStage(
                    ManualChain.withMainnetFees(Trial.publicKey(EmulatorProcess.SERVICE_KEY)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void emptyBlock() {
        chain.appendBlock(chain.latestFinalized().view() + 1);
    }

    @Override
    public void close() {
        chain.close();
        server.close();
    }
}
