package io.epochdesk.conformance;

import static io.epochdesk.emulator.Argument.address;
import static io.epochdesk.emulator.Argument.array;
import static io.epochdesk.emulator.Argument.integer;
import static io.epochdesk.emulator.Argument.string;
import static io.epochdesk.emulator.Argument.ufix64;
import static io.epochdesk.emulator.Argument.uint8;

import com.fasterxml.jackson.databind.JsonNode;

import io.epochdesk.emulator.Argument;
import io.epochdesk.emulator.FixtureNode;

import java.util.List;
import java.util.Locale;

/** Registering nodes through a staking collection, and what belongs to it, right and wrong. */
final class RegistrationAct implements Act {

    private static final String ACCOUNTS = "accounts/accounts";
    private static final String COLLECTIONS = "staking/collections";
    private static final String STANDINGS = "staking/standings";

    private static final String MACHINE = "registration/create_machine_account";
    private static final String ADDRESS = "registration/update_networking_address";
    private static final String WITHDRAW = "registration/withdraw_from_machine_account";
    private static final String SETUP = "registration/setup_staking_collection";

    @Override
    public String name() {
        return "registration";
    }

    @Override
    public void play(Trial trial) {
        List<FixtureNode> collectors = FixtureNode.of(FixtureNode.Role.COLLECTION);
        FixtureNode first = collectors.get(0);
        Actor operator = trial.account(0, "2000000.0");
        registering(trial, operator, "register without a staking collection", first);
        trial.asks("collection of an account without one", COLLECTIONS, of(operator));
        trial.triesShipped("set up a staking collection", operator, SETUP);
        trial.triesShipped("set up a staking collection again", operator, SETUP);
        refusals(trial, operator, collectors);
        registering(trial, operator, "register a collection node", first);
        FixtureNode member = FixtureNode.of(FixtureNode.Role.CONSENSUS).getFirst();
        registering(trial, operator, "register a consensus node", member);
        trial.asks("table after two registrations", "staking/table");
        trial.asks("collection with two nodes", COLLECTIONS, of(operator, trial.machine(first)));
        trial.asks(
                "how three nodes stand, one of which is not there",
                STANDINGS,
                array(List.of(first.id(), "f".repeat(64), member.id()), Argument::string));
        trial.asks(
                "the two nodes",
                "staking/nodes",
                array(List.of(first.id(), member.id(), "f".repeat(64)), Argument::string));
        trial.asks("all nodes", "staking/all_nodes", integer(0), integer(10));
        trial.asks("no nodes", "staking/all_nodes", integer(5), integer(10));
        trial.asks(
                "staking keys of nodes",
                "quorum/stakingkeys",
                array(List.of(first.id(), "f".repeat(64)), Argument::string));
        trial.asks("operator's account", ACCOUNTS, of(operator));
        trial.asks(
                "machine accounts of both roles",
                ACCOUNTS,
                of(trial.machine(first), trial.machine(member)));
        taken(trial, operator, first, collectors.get(1));
        machines(trial, operator, first, member);
        addresses(trial, operator, first, member);
        trial.lengths(null, null, 1);
        trial.approve(List.of(first, member));
        trial.tries("the auction ends", trial.service(), "heartbeat", string("END_AUCTION"));
        registering(trial, operator, "register during setup", collectors.get(1));
        change(trial, operator, "change an address during setup", first, "late.example.com:3569");
        trial.asks("table during setup", "staking/table");
        trial.asks(
                "how an approved node stands during setup",
                STANDINGS,
                array(List.of(first.id()), Argument::string));
    }

    private static void refusals(Trial trial, Actor operator, List<FixtureNode> collectors) {
        Registration right = new Registration(collectors.get(0));
        FixtureNode other = collectors.get(1);
        right.id("ab").tried(trial, operator, "register with a short ID");
        right.id(collectors.get(0).id().toUpperCase(Locale.ROOT))
                .tried(trial, operator, "register with an ID in capitals");
        right.networkingAddress("10.0.0.1:3569")
                .tried(trial, operator, "register with an IP address");
        right.networkingAddress("node.example.com")
                .tried(trial, operator, "register with an address without port");
        right.networkingAddress("").tried(trial, operator, "register with an empty address");
        right.networkingKey("ab").tried(trial, operator, "register with a short networking key");
        right.networkingKey("ab".repeat(64))
                .tried(trial, operator, "register with a networking key off the curve");
        right.stakingKey("ab").tried(trial, operator, "register with a short staking key");
        right.stakingKey("ab".repeat(96))
                .tried(trial, operator, "register with a staking key that is no point");
        right.proof(other.proof()).tried(trial, operator, "register with a proof of another key");
        right.proof("zz").tried(trial, operator, "register with a proof that is not hex");
        right.role(6).tried(trial, operator, "register with role 6");
        right.role(0).tried(trial, operator, "register with role 0");
        right.amount("249999.99999999").tried(trial, operator, "register below the minimum");
        right.amount("9000000.0").tried(trial, operator, "register with more FLOW than there is");
        right.machineKey("ab".repeat(64))
                .tried(trial, operator, "register with a machine key off the curve");
        right.machineKey("zz").tried(trial, operator, "register with a machine key not hex");
        right.algorithms(9, 3).tried(trial, operator, "register with signature algorithm 9");
        right.algorithms(1, 9).tried(trial, operator, "register with hash algorithm 9");
        right.algorithms(1, 2).tried(trial, operator, "register with SHA2-384 for an account key");
    }

    private static void taken(Trial trial, Actor operator, FixtureNode first, FixtureNode second) {
        Registration right = new Registration(second);
        right.id(first.id()).tried(trial, operator, "register a taken ID");
        right.networkingAddress(first.networkingAddress())
                .tried(trial, operator, "register a taken networking address");
        right.networkingKey(first.networkingKey())
                .tried(trial, operator, "register a taken networking key");
        right.stakingKey(first.stakingKey())
                .proof(first.proof())
                .tried(trial, operator, "register a taken staking key");
    }

    private static void machines(
            Trial trial, Actor operator, FixtureNode first, FixtureNode member) {
        machine(trial, operator, "second machine account of a collection node", first.id());
        machine(trial, operator, "second machine account of a consensus node", member.id());
        machine(trial, operator, "machine account of a node elsewhere", "f".repeat(64));
        trial.triesShipped(
                "claim a Voter without a node of one's own",
                operator,
                "registration/register_qc_voter");
        trial.triesShipped(
                "claim a Participant without a node of one's own",
                operator,
                "registration/register_dkg_participant");
        Actor machine = trial.machine(first);
        trial.triesShipped(
                "refill a machine account",
                operator,
                "accounts/transfer_flow",
                ufix64("2.5"),
                of(machine));
        withdraw(trial, operator, "withdraw from a machine account", first.id(), "1.0");
        withdraw(trial, operator, "withdraw too much", first.id(), "100.0");
        withdraw(trial, operator, "withdraw everything", first.id(), "1.501");
        withdraw(trial, operator, "withdraw from a node elsewhere", "f".repeat(64), "1.0");
    }

    private static void addresses(
            Trial trial, Actor operator, FixtureNode first, FixtureNode member) {
        change(trial, operator, "change an address", first, "new.example.com:3569");
        change(trial, operator, "change to an IP address", first, "10.0.0.1:3569");
        change(trial, operator, "change to a taken address", first, member.networkingAddress());
        trial.triesShipped(
                "change the address of a node elsewhere",
                operator,
                ADDRESS,
                string("f".repeat(64)),
                string("else.example.com:3569"));
    }

    private static void change(
            Trial trial, Actor operator, String name, FixtureNode node, String to) {
        trial.triesShipped(name, operator, ADDRESS, string(node.id()), string(to));
    }

    private static void machine(Trial trial, Actor operator, String name, String id) {
        trial.triesShipped(
                name,
                operator,
                MACHINE,
                string(id),
                string(Trial.publicKey(Trial.KEYS.get(1))),
                uint8(1),
                uint8(3));
    }

    private static void withdraw(
            Trial trial, Actor operator, String name, String id, String amount) {
        trial.triesShipped(name, operator, WITHDRAW, string(id), ufix64(amount));
    }

    private static void registering(Trial trial, Actor operator, String name, FixtureNode node) {
        new Registration(node).tried(trial, operator, name);
    }

    private static JsonNode of(Actor... actors) {
        return array(List.of(actors), actor -> address(actor.address()));
    }
}
