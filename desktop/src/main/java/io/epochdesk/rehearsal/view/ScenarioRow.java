package io.epochdesk.rehearsal.view;

/**
 * A scenario as it is offered.
 *
 * @param id its ID
 * @param title its name
 * @param description what one will see
 * @param size how many nodes there are, and what is not real about them
 * @param current whether it is being played
 */
public record ScenarioRow(
        String id, String title, String description, String size, boolean current) {}
