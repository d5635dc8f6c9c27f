package io.epochdesk.conformance;

import static io.epochdesk.emulator.Argument.string;
import static io.epochdesk.emulator.Argument.uint64;

import java.util.Arrays;

/**
 * What is checked of every transaction before its program runs. A proposer's key that the account
 * does not have is left out: it ends the process of emulator v1.20.0.
 */
final class TransactionsAct implements Act {

    @Override
    public String name() {
        return "transactions";
    }

    @Override
    public Stage.Circumstances circumstances() {
        return new Stage.Circumstances(false, 20);
    }

    @Override
    public void play(Trial trial) {
        Actor actor = trial.account(0, "10.0");
        Actor other = trial.account(1, "10.0");
        byte[] unknown = new byte[32];
        Arrays.fill(unknown, (byte) 7);
        byte[] old = trial.client().latest().getId().toByteArray();
        trial.tries("wrong signature", setup(actor).spoiled());
        trial.tries("signature of another account's key", setup(actor).signedBy(other));
        trial.tries("sequence number too high", setup(actor).sequenceOff(1));
        trial.tries("unknown reference block", setup(actor).referring(unknown));
        trial.tries("compute limit of 0", setup(actor).limitedTo(0));
        trial.tries("compute limit above 9999", setup(actor).limitedTo(10_000));
        trial.tries(
                "an argument too many",
                new Attempt(
                        actor,
                        Programs.shipped("registration/setup_staking_collection"),
                        string("x")));
        trial.tries("an argument too few", new Attempt(trial.service(), Programs.own("heartbeat")));
        trial.tries(
                "argument of another type",
                new Attempt(trial.service(), Programs.own("heartbeat"), uint64(1)));
        trial.tries("no authorizer", setup(actor).authorizedBy());
        trial.tries("authorizer that did not sign", setup(actor).authorizedBy(other.address()));
        trial.tries("right in every way", setup(actor));
        trial.tries("right once more", setup(actor));
        trial.emptyBlocks(25);
        trial.tries("expired reference block", setup(actor).referring(old));
        trial.tries("sequence number used before", setup(actor).sequenceOff(-1));
    }

    private static Attempt setup(Actor actor) {
        return new Attempt(actor, Programs.shipped("registration/setup_staking_collection"));
    }
}
