package io.epochdesk.rehearsal.view;

import io.epochdesk.rehearsal.RehearsalPhase;
import io.epochdesk.ui.Tone;

import java.util.List;

/**
 * What the rehearsal bar shows.
 *
 * @param scenario title of the scenario being played
 * @param description what one will see in it
 * @param tone of the motion
 * @param motion whether time passes, in a word
 * @param place phase, epoch and view
 * @param speed how many times as fast as mainnet
 * @param paused whether time stands still, so that it can go on
 * @param steerable whether commands are taken; not while a fresh chain is made
 * @param ahead the phases that can be jumped to
 */
public record BarFace(
        String scenario,
        String description,
        Tone tone,
        String motion,
        String place,
        int speed,
        boolean paused,
        boolean steerable,
        List<RehearsalPhase> ahead) {

    public BarFace {
        ahead = List.copyOf(ahead);
    }
}
