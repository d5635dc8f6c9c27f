package io.epochdesk.conformance;

import static io.epochdesk.emulator.Argument.array;
import static io.epochdesk.emulator.Argument.string;

import io.epochdesk.emulator.FixtureNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cluster votes, right and wrong. */
final class VotingAct implements Act {

    @Override
    public String name() {
        return "voting";
    }

    @Override
    public void play(Trial trial) {
        List<FixtureNode> collectors = FixtureNode.of(FixtureNode.Role.COLLECTION).subList(0, 4);
        List<FixtureNode> all = new ArrayList<>(collectors);
        all.addAll(FixtureNode.of(FixtureNode.Role.CONSENSUS).subList(0, 1));
        String one = FixtureNode.voteMessages().get(0);
        String other = FixtureNode.voteMessages().get(1);

        trial.lengths(null, null, 1);
        Actor operator = trial.operator(0, "10000000.0");
        trial.register(operator, all);
        FixtureNode left = collectors.get(3);
        List<FixtureNode> approved = new ArrayList<>(all);
        approved.remove(left);
        trial.approve(approved);

        FixtureNode first = collectors.get(0);
        FixtureNode second = collectors.get(1);
        FixtureNode third = collectors.get(2);
        vote(trial, "vote in the auction, before any voting", first, signed(first, one), one);
        trial.tries("the auction ends", trial.service(), "heartbeat", string("END_AUCTION"));
        trial.asks("quorum before any vote", "quorum/quorum");

        trial.triesShipped(
                "vote of an account without Voter",
                operator,
                "registration/submit_vote",
                string("00"),
                string("00"));
        vote(trial, "vote signed by another node", first, signed(second, one), one);
        vote(trial, "vote signed over another message", first, signed(first, other), one);
        vote(trial, "vote with an empty signature", first, "", one);
        vote(trial, "vote with an empty message", first, signed(first, one), "");
        vote(trial, "vote with a signature that is not hex", first, "zz", one);
        vote(trial, "vote with a signature of an odd number of digits", first, "abc", one);
        vote(trial, "vote with a signature that is too short", first, "abcd", one);
        vote(trial, "vote with a message that is not hex", first, signed(first, one), "zz");
        vote(trial, "vote of a node that was not approved", left, signed(left, one), one);
        vote(trial, "vote, valid", first, signed(first, one), one);
        trial.asks("quorum after one vote", "quorum/quorum");
        trial.asks(
                "how nodes stand of which one has voted",
                "staking/standings",
                array(all, node -> string(node.id())));
        vote(trial, "vote twice, the same", first, signed(first, one), one);
        vote(trial, "vote twice, another message", first, signed(first, other), other);
        vote(
                trial,
                "vote for the same bytes in capitals",
                second,
                signed(second, one),
                one.toUpperCase(Locale.ROOT));
        trial.asks("quorum with a split vote", "quorum/quorum");
        vote(trial, "vote for another message", third, signed(third, other), other);
        trial.asks("quorum with three messages", "quorum/quorum");
        trial.tries("commit without a quorum", trial.service(), "heartbeat", string("COMMIT"));
    }

    private static void vote(
            Trial trial, String name, FixtureNode node, String signature, String message) {
        trial.triesShipped(
                name,
                trial.machine(node),
                "registration/submit_vote",
                string(signature),
                string(message));
    }

    private static String signed(FixtureNode node, String message) {
        return node.voteSignatures().getOrDefault(message, "");
    }
}
