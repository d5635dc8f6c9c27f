package io.epochdesk.conformance;

import static io.epochdesk.emulator.Argument.integer;
import static io.epochdesk.emulator.Argument.string;
import static io.epochdesk.emulator.Argument.uint64;

import io.epochdesk.emulator.FixtureNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A whole epoch: its events, its transitions in and out of turn, and what the board reads. */
final class EpochAct implements Act {

    @Override
    public String name() {
        return "epoch";
    }

    @Override
    public void play(Trial trial) {
        List<FixtureNode> collectors = FixtureNode.of(FixtureNode.Role.COLLECTION).subList(0, 3);
        List<FixtureNode> members = FixtureNode.of(FixtureNode.Role.CONSENSUS).subList(0, 3);
        List<FixtureNode> all = new ArrayList<>(collectors);
        all.addAll(members);
        all.addAll(FixtureNode.of(FixtureNode.Role.EXECUTION).subList(0, 1));
        all.addAll(FixtureNode.of(FixtureNode.Role.VERIFICATION).subList(0, 1));

        beat(trial, "commit during the auction", "COMMIT");
        beat(trial, "end of the epoch during the auction", "END_EPOCH");
        beat(trial, "end of the auction with fewer collection nodes than clusters", "END_AUCTION");
        Actor operator = trial.operator(0, "20000000.0");
        trial.tries("heartbeat of another account", operator, "heartbeat", string("BEAT"));
        trial.lengths(300L, 20L, 1);
        trial.register(operator, all);
        trial.approve(all);
        trial.asks("board after registration", "board/board");

        beat(trial, "the auction ends", "END_AUCTION");
        trial.asks("board when setup opens", "board/board");
        trial.asks("metadata of the epoch being set up", "epoch/metadata", uint64(1));
        trial.asks("preparation of the epoch being set up", "epoch/preparation", uint64(1));
        beat(trial, "the auction ends again", "END_AUCTION");
        beat(trial, "commit before anything is complete", "COMMIT");
        beat(trial, "beat before anything is complete", "BEAT");
        beat(trial, "end of the epoch during setup", "END_EPOCH");

        String message = FixtureNode.voteMessages().getFirst();
        for (FixtureNode node : collectors) {
            trial.runsShipped(
                    trial.machine(node),
                    "registration/submit_vote",
                    string(node.voteSignatures().getOrDefault(message, "")),
                    string(message));
        }
        trial.asks("board when all have voted", "board/board");
        DkgAct.post(trial, "message during setup", members.getFirst(), "{\"Data\":\"AQ==\"}");
        String group = "ab".repeat(96);
        List<String> keys = DkgAct.keys(3, "cd");
        Map<String, Integer> mapping = DkgAct.mapping(members);
        DkgAct.submit(trial, "submission of the first", members.get(0), group, keys, mapping);
        DkgAct.submit(trial, "submission of the second", members.get(1), group, keys, mapping);
        trial.asks("board when the DKG is complete", "board/board");
        beat(trial, "commit", "COMMIT");
        trial.asks("board when committed", "board/board");
        trial.asks("preparation of the committed epoch", "epoch/preparation", uint64(1));
        beat(trial, "commit again", "COMMIT");

        DkgAct.post(trial, "message after the commit", members.get(1), "late");
        DkgAct.submit(trial, "submission after the commit", members.get(2), group, keys, mapping);
        vote(trial, "vote after the commit, voted already", collectors.getFirst());
        beat(trial, "the epoch ends", "END_EPOCH");
        trial.asks("board in the next epoch", "board/board");
        trial.asks("whiteboard in the next epoch", "dkg/whiteboard", integer(0), integer(9));
        trial.asks("metadata of the next epoch", "epoch/metadata", uint64(1));
        beat(trial, "the epoch ends again", "END_EPOCH");
        DkgAct.post(trial, "message in the next auction", members.get(1), "later");
        DkgAct.submitEmpty(trial, "submission in the next auction", members.get(2));
        vote(trial, "vote in the next auction", collectors.getFirst());
    }

    private static void vote(Trial trial, String name, FixtureNode node) {
        String message = FixtureNode.voteMessages().getFirst();
        trial.triesShipped(
                name,
                trial.machine(node),
                "registration/submit_vote",
                string(node.voteSignatures().getOrDefault(message, "")),
                string(message));
    }

    private static void beat(Trial trial, String name, String transition) {
        trial.tries(name, trial.service(), "heartbeat", string(transition));
    }
}
