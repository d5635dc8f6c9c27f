package io.epochdesk.epoch;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.Shape;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.FlowNetwork;

/**
 * Finds the deadlines of the DKG that runs in the current epoch. They stand in the event that
 * announced the current epoch; the computed deadlines are the last resort.
 */
public final class DkgDeadlineReader {

    private final AnnouncementFinder announcements;
    private final CadenceDecoder decoder = new CadenceDecoder();

    public DkgDeadlineReader(FlowNetwork network) {
        this.announcements = new AnnouncementFinder(network);
    }

    /**
     * What follows from the present configuration: right only if the length of a phase was not
     * changed since.
     */
    public static DkgDeadlines computed(EpochState epoch) {
        long phase = epoch.config().viewsInDkgPhase();
        long end = epoch.stakingEndView();
        return new DkgDeadlines(
                end + phase, end + 2 * phase, end + 3 * phase, DkgDeadlines.Origin.COMPUTED);
    }

    /**
     * The deadlines as the chain announced them, or the computed ones where the chain has no
     * announcement that can still be had.
     *
     * @throws FaultException when nothing can be asked at present
     */
    public DkgDeadlines read(EpochState epoch) {
        return announcements
                .find(epoch.counter(), epoch.startView())
                .map(
                        event ->
                                EpochAnnouncement.deadlines(
                                        Shape.of(decoder.decode(event.payload()), event.type())))
                .orElseGet(() -> computed(epoch));
    }
}
