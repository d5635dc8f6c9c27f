package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.Program;

import java.util.List;

/** Which of the console's programs does what. */
final class Programs {

    private Programs() {}

    static ProgramCatalogue all(ProgramCatalogue empty) {
        ProgramCatalogue catalogue = empty;
        for (ScriptEntry entry : scripts()) {
            Program program = Program.shipped(entry.room(), entry.name());
            catalogue = catalogue.with(program, new OwnScript(program, entry.answer()));
        }
        return catalogue;
    }

    private static List<ScriptEntry> scripts() {
        return List.of(
                new ScriptEntry("board", "board", BoardScripts::board),
                new ScriptEntry("quorum", "quorum", BoardScripts::quorum),
                new ScriptEntry("dkg", "dkg", BoardScripts::dkg),
                new ScriptEntry("dkg", "whiteboard", BoardScripts::whiteboard),
                new ScriptEntry("epoch", "epoch", BoardScripts::epoch),
                new ScriptEntry("epoch", "metadata", BoardScripts::metadata));
    }

    private record ScriptEntry(String room, String name, OwnScript.Answer answer) {}
}
