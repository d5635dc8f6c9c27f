package io.epochdesk.conformance;

import static io.epochdesk.emulator.Argument.address;
import static io.epochdesk.emulator.Argument.array;
import static io.epochdesk.emulator.Argument.string;
import static io.epochdesk.emulator.Argument.ufix64;
import static io.epochdesk.emulator.Argument.uint8;

import com.fasterxml.jackson.databind.JsonNode;

import io.epochdesk.emulator.Argument;
import io.epochdesk.emulator.FixtureNode;

import java.util.List;

/**
 * What is asked before a transaction is signed: the circumstances, and dry runs of transactions.
 */
final class ChecksAct implements Act {

    private static final String ASKED = "registration/circumstances";
    private static final String SETUP = "registration/setup_staking_collection";
    private static final String REFILL = "accounts/refill_accounts";
    private static final String NOBODY = "0000000000000007";

    @Override
    public String name() {
        return "checks";
    }

    /** With fees, so that what they are is the same on both. */
    @Override
    public Stage.Circumstances circumstances() {
        return new Stage.Circumstances(true, 600);
    }

    @Override
    public void play(Trial trial) {
        FixtureNode first = FixtureNode.of(FixtureNode.Role.COLLECTION).get(0);
        FixtureNode second = FixtureNode.of(FixtureNode.Role.COLLECTION).get(1);
        FixtureNode member = FixtureNode.of(FixtureNode.Role.CONSENSUS).getFirst();
        Actor operator = trial.account(0, "2000000.0");
        asks(trial, "circumstances of an account without collection", operator, first);
        trial.dryRuns("dry run of a staking collection", operator, SETUP);
        registering(trial, "dry run of a registration without collection", operator, first);
        trial.runsShipped(operator, SETUP);
        registering(trial, "dry run of a registration", operator, first);
        trial.dryRuns(
                "dry run of a registration with a proof of another key",
                operator,
                Registration.PROGRAM,
                new Registration(first).proof(second.proof()).all());
        trial.dryRuns(
                "dry run of a registration below the minimum",
                operator,
                Registration.PROGRAM,
                new Registration(first).amount("1.0").all());
        trial.dryRuns(
                "dry run of a registration with more FLOW than there is",
                operator,
                Registration.PROGRAM,
                new Registration(first).amount("9000000.0").all());
        new Registration(first).done(trial, operator);
        new Registration(member).done(trial, operator);
        asks(trial, "circumstances of an account with nodes", operator, first);
        registering(trial, "dry run of a registration done already", operator, first);
        machines(trial, operator, first);
        addresses(trial, operator, first, member);
        refills(trial, operator, first, member);
        bare(trial, second);
    }

    private static void machines(Trial trial, Actor operator, FixtureNode first) {
        trial.dryRuns(
                "dry run of a second machine account",
                operator,
                "registration/create_machine_account",
                string(first.id()),
                string(first.machineKey()),
                uint8(1),
                uint8(3));
        trial.dryRuns(
                "dry run of a machine account for a node elsewhere",
                operator,
                "registration/create_machine_account",
                string("f".repeat(64)),
                string(first.machineKey()),
                uint8(1),
                uint8(3));
        String withdraw = "registration/withdraw_from_machine_account";
        trial.dryRuns(
                "dry run of a withdrawal",
                operator,
                withdraw,
                string(first.id()),
                ufix64("0.0005"));
        trial.dryRuns(
                "dry run of too large a withdrawal",
                operator,
                withdraw,
                string(first.id()),
                ufix64("100.0"));
    }

    private static void addresses(
            Trial trial, Actor operator, FixtureNode first, FixtureNode member) {
        String update = "registration/update_networking_address";
        trial.dryRuns(
                "dry run of another address",
                operator,
                update,
                string(first.id()),
                string("new.example.com:3569"));
        trial.dryRuns(
                "dry run of a taken address",
                operator,
                update,
                string(first.id()),
                string(member.networkingAddress()));
    }

    private static void refills(
            Trial trial, Actor operator, FixtureNode first, FixtureNode member) {
        JsonNode both =
                array(
                        List.of(trial.machine(first).address(), trial.machine(member).address()),
                        Argument::address);
        JsonNode amounts = array(List.of("0.75", "6.0"), Argument::ufix64);
        trial.dryRuns(
                "dry run of a transfer",
                operator,
                "accounts/transfer_flow",
                ufix64("1.0"),
                address(trial.machine(first).address()));
        trial.dryRuns("dry run of two refills", operator, REFILL, both, amounts);
        trial.triesShipped("refill two accounts", operator, REFILL, both, amounts);
        trial.triesShipped(
                "refill an account that is not there",
                operator,
                REFILL,
                array(List.of(NOBODY), Argument::address),
                array(List.of("1.0"), Argument::ufix64));
        trial.triesShipped(
                "refill two accounts with one amount",
                operator,
                REFILL,
                both,
                array(List.of("1.0"), Argument::ufix64));
        trial.triesShipped(
                "refill with more than there is",
                operator,
                REFILL,
                both,
                array(List.of("1.0", "9000000.0"), Argument::ufix64));
    }

    private static void bare(Trial trial, FixtureNode node) {
        Actor owner = trial.account(1, "300000.0");
        String voter = "registration/register_qc_voter";
        String participant = "registration/register_dkg_participant";
        trial.dryRuns("dry run of a Voter without a node", owner, voter);
        trial.runs(
                owner,
                "bare_node",
                string(node.id()),
                uint8(node.role().number),
                string(node.networkingAddress()),
                string(node.networkingKey()),
                string(node.stakingKey()),
                string(node.proof()),
                ufix64(node.role().stake));
        asks(trial, "circumstances of an account with a bare node", owner, node);
        trial.dryRuns("dry run of a Voter", owner, voter);
        trial.dryRuns("dry run of a Participant of a collection node", owner, participant);
        trial.triesShipped("claim a Voter of a bare node", owner, voter);
        trial.dryRuns("dry run of a second Voter", owner, voter);
        trial.triesShipped("claim a Voter again", owner, voter);
        asks(trial, "circumstances of an account with a Voter", owner, node);
    }

    private static void registering(Trial trial, String name, Actor operator, FixtureNode node) {
        trial.dryRuns(name, operator, Registration.PROGRAM, new Registration(node).all());
    }

    private static void asks(Trial trial, String name, Actor owner, FixtureNode node) {
        trial.asks(
                name,
                ASKED,
                address(owner.address()),
                array(List.of(NOBODY), Argument::address),
                array(List.of(node.id(), "f".repeat(64)), Argument::string),
                string(node.networkingAddress()),
                string(node.networkingKey()),
                string(node.stakingKey()));
    }
}
