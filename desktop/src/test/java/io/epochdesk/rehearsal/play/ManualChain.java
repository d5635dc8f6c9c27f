package io.epochdesk.rehearsal.play;

import io.epochdesk.rehearsal.chain.ChainOptions;
import io.epochdesk.rehearsal.chain.LocalChain;
import io.epochdesk.rehearsal.model.AccountKey;
import io.epochdesk.rehearsal.model.FaultPrograms;
import io.epochdesk.rehearsal.model.FeeParameters;
import io.epochdesk.rehearsal.model.Genesis;
import io.epochdesk.rehearsal.model.ProgramCatalogue;
import io.epochdesk.rehearsal.model.ServicePrograms;
import io.epochdesk.rehearsal.model.StakingSignatures;
import io.epochdesk.rehearsal.model.UFix64;
import io.epochdesk.rehearsal.model.World;

import java.time.InstantSource;

/** A rehearsal's chain in manual mode: what a fresh emulator is. */
public final class ManualChain {

    private ManualChain() {}

    /**
     * A chain.
     *
     * @param serviceKey public key of the service account
     * @param fees whether transactions cost what they cost on an emulator
     * @param expiry blocks after which a transaction expires
     */
    public static LocalChain of(String serviceKey, boolean fees, int expiry) {
        World genesis = genesis(serviceKey, fees ? FeeParameters.emulator() : FeeParameters.none());
        return chain(
                genesis,
                ServicePrograms.addedTo(Repertoire.of(genesis.contracts(), false)),
                expiry);
    }

    /** A chain with mainnet's fees, on which things can be made to go wrong. */
    public static LocalChain withMainnetFees(String serviceKey) {
        World genesis = genesis(serviceKey, FeeParameters.mainnet());
        return chain(
                genesis,
                FaultPrograms.addedTo(
                        Repertoire.of(genesis.contracts(), false), StakingSignatures.wellFormed()),
                600);
    }

    private static World genesis(String serviceKey, FeeParameters fees) {
        return new Genesis()
                .service(AccountKey.standard(serviceKey), UFix64.of(1_000_000_000L))
                .fees(fees)
                .world();
    }

    private static LocalChain chain(World genesis, ProgramCatalogue programs, int expiry) {
        return new LocalChain(
                genesis,
                programs,
                ChainOptions.manual(1, InstantSource.system())
                        .expiringAfter(expiry)
                        .withoutHeartbeat());
    }
}
