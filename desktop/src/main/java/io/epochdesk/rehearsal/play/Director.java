package io.epochdesk.rehearsal.play;

import io.epochdesk.rehearsal.chain.LocalChain;
import io.epochdesk.rehearsal.model.Epoch;
import io.epochdesk.rehearsal.model.EpochMetadata;
import io.epochdesk.rehearsal.model.EpochPhase;
import io.epochdesk.rehearsal.model.World;

/**
 * Makes blocks and lets the cast act before each: who acts at which view follows from the seed, the
 * scenario and the chain alone. Used by one thread.
 */
final class Director {

    private static final int GAP_EVERY = 40;
    private static final int AFTER_DKG = 400;

    private final Seed seed;
    private final LocalChain chain;
    private final Agenda agenda = new Agenda();
    private final Voting voting;
    private final Dealing dealing;
    private long view;
    private Epoch epoch;
    private boolean first = true;

    Director(Seed seed, Scenario scenario, Cast cast, LocalChain chain) {
        this.seed = seed;
        this.chain = chain;
        Actor actor = new Actor(chain, cast);
        this.voting = new Voting(seed, scenario, cast, actor, agenda);
        this.dealing = new Dealing(seed, scenario, cast, actor, agenda);
        this.view = chain.latestFinalized().view();
        this.epoch = chain.world().epoch();
    }

    /** View of the newest block. */
    long view() {
        return view;
    }

    /** View of the block to be made next; now and then a view has no block. */
    long nextView() {
        return view + 1 + (mixed(view) % GAP_EVERY == 0 ? 1 : 0);
    }

    /** Makes the next block. */
    @SuppressWarnings("ReferenceEquality") // worlds share what they have: the same is unchanged
    void advance() {
        long next = nextView();
        agenda.upTo(next);
        long _ = chain.appendBlock(next);
        view = next;
        World world = chain.world();
        if (world.epoch() != epoch) {
            boolean setupBegan =
                    world.epoch().phase() == EpochPhase.EPOCH_SETUP
                            && epoch.phase() != EpochPhase.EPOCH_SETUP;
            epoch = world.epoch();
            if (setupBegan) {
                plan(world);
            }
        }
    }

    private void plan(World world) {
        agenda.clear();
        EpochMetadata current = epoch.current();
        if (current == null) {
            return;
        }
        long phase = epoch.config().viewsInDkgPhase();
        long[] ends = new long[3];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = current.stakingEndView() + (i + 1) * phase;
        }
        long counter = epoch.proposedCounter();
        voting.plan(counter, view, ends[2] + AFTER_DKG, first, world.quorum().clusters());
        dealing.plan(world.chainId(), counter, view, ends, first, world.dkg().committee().keys());
        first = false;
    }

    /** A number that looks like any other but follows from seed and view. */
    private long mixed(long number) {
        long x = number * 0x9e3779b97f4a7c15L + seed.value();
        x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return (x ^ (x >>> 31)) >>> 1;
    }
}
