package io.epochdesk.conformance;

import static io.epochdesk.emulator.Argument.address;
import static io.epochdesk.emulator.Argument.array;
import static io.epochdesk.emulator.Argument.ufix64;

import com.fasterxml.jackson.databind.JsonNode;

import io.epochdesk.emulator.Argument;
import io.epochdesk.emulator.FixtureNode;

import java.util.List;

/** Transactions on a chain where they cost fees, as an emulator takes them. */
final class FeesAct implements Act {

    private static final String TRANSFER = "accounts/transfer_flow";
    private static final String ACCOUNTS = "accounts/accounts";

    @Override
    public String name() {
        return "fees";
    }

    @Override
    public Stage.Circumstances circumstances() {
        return new Stage.Circumstances(true, 600);
    }

    @Override
    public void play(Trial trial) {
        Actor rich = trial.account(0, "10.0");
        Actor poor = trial.account(1, "0.0");
        trial.asks("fees of a chain that takes them", "accounts/fees");
        pays(trial, "transfer with fees", rich, "1.0");
        pays(trial, "failing transfer with fees", rich, "100.0");
        pays(trial, "transfer that leaves too little for storage", rich, "8.9999");
        trial.asks("account after fees", ACCOUNTS, some(rich));
        pays(trial, "first transaction of an account without FLOW", poor, "0.0");
        pays(trial, "second transaction of an account without FLOW", poor, "0.0");
        trial.asks("account that could not pay", ACCOUNTS, some(poor));
        checkup(trial, rich);
    }

    private static void checkup(Trial trial, Actor rich) {
        FixtureNode node = FixtureNode.of(FixtureNode.Role.COLLECTION).getFirst();
        Actor operator = trial.operator(2, "300000.0");
        new Registration(node).done(trial, operator);
        trial.asks(
                "checkup of a node and of one that is not there",
                "doctor/checkup",
                array(List.of(node.id(), "f".repeat(64)), Argument::string),
                array(List.of(operator.address(), rich.address()), Argument::address),
                some(rich));
        trial.asks(
                "checkup of nothing",
                "doctor/checkup",
                array(List.<String>of(), Argument::string),
                array(List.<String>of(), Argument::address),
                array(List.<String>of(), Argument::address));
    }

    private static JsonNode some(Actor actor) {
        return array(List.of(actor.address()), Argument::address);
    }

    private static void pays(Trial trial, String name, Actor actor, String amount) {
        trial.triesShipped(
                name, actor, TRANSFER, ufix64(amount), address(trial.service().address()));
    }
}
