package io.epochdesk.conformance;

import static io.epochdesk.emulator.Argument.address;
import static io.epochdesk.emulator.Argument.array;
import static io.epochdesk.emulator.Argument.integer;
import static io.epochdesk.emulator.Argument.string;
import static io.epochdesk.emulator.Argument.ufix64;
import static io.epochdesk.emulator.Argument.uint8;

import com.fasterxml.jackson.databind.JsonNode;

import io.epochdesk.emulator.Argument;

import java.util.List;

/** FLOW from account to account, and keys: added, weighed, revoked. */
final class AccountsAct implements Act {

    private static final String TRANSFER = "accounts/transfer_flow";
    private static final String ACCOUNTS = "accounts/accounts";
    private static final String ADD = "accounts/add_key";
    private static final String REVOKE = "accounts/revoke_key";

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public void play(Trial trial) {
        Actor one = trial.account(0, "10.0");
        Actor two = trial.account(1, "10.0");
        transfer(trial, "transfer", one, "1.25", two.address());
        transfer(trial, "transfer to oneself", one, "1.0", one.address());
        transfer(trial, "transfer of nothing", one, "0.0", two.address());
        transfer(trial, "transfer of more than there is", one, "1000.0", two.address());
        transfer(trial, "transfer of everything", one, "8.751", two.address());
        transfer(trial, "transfer to an account that is not there", one, "1.0", "0000000000000007");
        trial.asks("account after transfers", ACCOUNTS, some(one.address()));

        trial.asks(
                "accounts of which some are not there",
                ACCOUNTS,
                some("0000000000000007", one.address(), "1654653399040a61"));
        trial.asks("no accounts", ACCOUNTS, some());

        add(trial, "add a key of half the weight", two, 0, 1, 3, "500.0");
        add(trial, "add a second one, for SHA2-256", two, 2, 1, 1, "500.0");
        add(trial, "add a key of too much weight", two, 0, 1, 3, "1000.1");
        add(trial, "add a key with signature algorithm 7", two, 0, 7, 3, "1000.0");
        add(trial, "add a key with hash algorithm 7", two, 0, 1, 7, "1000.0");
        trial.triesShipped(
                "add a key off the curve",
                two,
                ADD,
                string("ab".repeat(64)),
                uint8(1),
                uint8(3),
                ufix64("1000.0"));
        trial.asks("account with three keys", ACCOUNTS, some(two.address()));
        Actor both =
                new Actor(
                        two.address(),
                        List.of(two.keys().getFirst(), Trial.KEYS.get(0), Trial.KEYS.get(2)));
        trial.tries("half the weight signs", nothing(both).signedByKeys(1));
        revoke(trial, "revoke a key that is not there", two, 9);
        revoke(trial, "revoke a key", two, 1);
        revoke(trial, "revoke it again", two, 1);
        trial.tries("a revoked key signs", nothing(both).signedByKeys(1));
        trial.asks("account with a revoked key", ACCOUNTS, some(two.address()));
        add(trial, "add a key of full weight", two, 0, 1, 3, "1000.0");
        revoke(trial, "revoke the key that signs", two, 0);
        trial.tries("the revoked key signs", nothing(two));
    }

    private static JsonNode some(String... addresses) {
        return array(List.of(addresses), Argument::address);
    }

    private static Attempt nothing(Actor actor) {
        return new Attempt(
                actor, Programs.shipped(TRANSFER), ufix64("0.1"), address(actor.address()));
    }

    private static void transfer(Trial trial, String name, Actor from, String amount, String to) {
        trial.triesShipped(name, from, TRANSFER, ufix64(amount), address(to));
    }

    private static void add(
            Trial trial,
            String name,
            Actor actor,
            int key,
            int signature,
            int hash,
            String weight) {
        trial.triesShipped(
                name,
                actor,
                ADD,
                string(Trial.publicKey(Trial.KEYS.get(key))),
                uint8(signature),
                uint8(hash),
                ufix64(weight));
    }

    private static void revoke(Trial trial, String name, Actor actor, int index) {
        trial.triesShipped(name, actor, REVOKE, integer(index));
    }
}
