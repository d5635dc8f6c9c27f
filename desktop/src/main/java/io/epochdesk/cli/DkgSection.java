package io.epochdesk.cli;

import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.SubmissionGroup;

import java.util.List;

/** What FlowDKG answers, without the whiteboard. */
record DkgSection(
        String standing,
        boolean enabled,
        boolean complete,
        boolean canComplete,
        long nativeThreshold,
        long safeThreshold,
        long needed,
        List<String> committee,
        String committeeOrder,
        int submitted,
        int emptySubmissions,
        int open,
        List<Group> groups) {

    /** Identical final submissions. */
    record Group(
            String fingerprint,
            String groupKey,
            List<String> keys,
            int count,
            boolean empty,
            List<String> submitters) {}

    static DkgSection of(DkgState dkg) {
        return new DkgSection(
                Spelling.of(dkg.standing()),
                dkg.enabled(),
                dkg.complete(),
                dkg.canComplete(),
                dkg.nativeThreshold(),
                dkg.safeThreshold(),
                dkg.needed(),
                dkg.committee(),
                Spelling.of(dkg.order()),
                dkg.submitted(),
                dkg.emptySubmissions(),
                dkg.open(),
                dkg.groups().stream().map(DkgSection::group).toList());
    }

    private static Group group(SubmissionGroup group) {
        return new Group(
                group.fingerprint(),
                group.groupKey(),
                group.keys(),
                group.count(),
                group.empty(),
                group.submitters());
    }
}
