package io.epochdesk.board;

import io.epochdesk.epoch.EpochState;
import io.epochdesk.fault.FaultException;
import io.epochdesk.quorum.VoteChecker;
import io.epochdesk.quorum.VotingRound;

/** The errand that checks votes: not again and again while the keys cannot be read. */
final class VoteErrand {

    /** Errands without another try after one that failed. */
    private static final int REST = 10;

    private int rest;

    /** Checks what is new; whether anything was tried. */
    boolean run(VoteChecker checker, VotingRound round, EpochState epoch) {
        if (rest > 0) {
            rest--;
            return false;
        }
        if (!checker.isNews(round)) {
            return false;
        }
        try {
            checker.check(round, epoch);
        } catch (FaultException e) {
            // the votes stay unchecked, which is what the page says
            rest = REST;
        }
        return true;
    }
}
