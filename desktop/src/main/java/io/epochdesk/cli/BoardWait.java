package io.epochdesk.cli;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.live.Reading;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.text.Words;

/** What a board that is not whole yet waits for, in words. */
final class BoardWait {

    private BoardWait() {}

    static String of(Words words, NetworkProfile network, BoardSnapshot snapshot) {
        if (snapshot.connection().identity() == null) {
            return connecting(words, network);
        }
        if (snapshot.epoch().last() == null) {
            return words.say("cli.wait.epoch");
        }
        Reading<DkgState> dkg = snapshot.dkg().last();
        long read = snapshot.whiteboard().value().map(Whiteboard::completeTo).orElse(-1L);
        if (dkg == null
                || dkg.value().standing() != DkgState.Standing.CURRENT
                || read >= dkg.provenance().height()) {
            return words.say("cli.wait.checks");
        }
        return read < 0
                ? words.say("cli.wait.whiteboard")
                : words.say("cli.wait.heights", "height", read, "most", dkg.provenance().height());
    }

    /** What every command waits for first. */
    static String connecting(Words words, NetworkProfile network) {
        return words.say("cli.wait.connecting", "network", network.name());
    }
}
