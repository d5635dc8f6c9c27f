package io.epochdesk.board.view;

import io.epochdesk.epoch.EpochOutlook.Milestone;

/**
 * A deadline of the epoch in words.
 *
 * @param kind which
 * @param name what it is called
 * @param distance how far it lies ahead or behind
 * @param time when it comes, in the operator's zone and UTC; empty while no rate is known
 * @param view its last view
 * @param passed whether it is over
 * @param next whether it is the next one to come
 */
public record MilestoneRow(
        Milestone.Kind kind,
        String name,
        String distance,
        String time,
        String view,
        boolean passed,
        boolean next) {}
