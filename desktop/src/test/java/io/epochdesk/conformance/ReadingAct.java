package io.epochdesk.conformance;

import static io.epochdesk.emulator.Argument.integer;
import static io.epochdesk.emulator.Argument.string;
import static io.epochdesk.emulator.Argument.uint64;

/** The console's read scripts on a fresh chain, with right and wrong arguments. */
final class ReadingAct implements Act {

    @Override
    public String name() {
        return "reading";
    }

    @Override
    public void play(Trial trial) {
        trial.asks("board on a fresh chain", "board/board");
        trial.asks("epoch on a fresh chain", "epoch/epoch");
        trial.asks("quorum on a fresh chain", "quorum/quorum");
        trial.asks("dkg on a fresh chain", "dkg/dkg");
        trial.asks("whiteboard on a fresh chain", "dkg/whiteboard", integer(0), integer(100));
        trial.asks("metadata of the current epoch", "epoch/metadata", uint64(0));
        trial.asks("metadata of an epoch to come", "epoch/metadata", uint64(7));
        trial.asks("preparation of the current epoch", "epoch/preparation", uint64(0));
        trial.asks("preparation of an epoch to come", "epoch/preparation", uint64(7));
        trial.asks("metadata without its argument", "epoch/metadata");
        trial.asks("metadata with an argument too many", "epoch/metadata", uint64(0), uint64(0));
        trial.asks("metadata with a text for a number", "epoch/metadata", string("0"));
        trial.asks("metadata with another kind of number", "epoch/metadata", integer(0));
    }
}
