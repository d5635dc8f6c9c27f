package io.epochdesk.rehearsal;

/**
 * A scenario as it is offered.
 *
 * @param id stable and short, such as {@code happy-path}
 * @param title its name, in a few words
 * @param description what one will see, in a sentence or two
 * @param nodes how many nodes of all roles there are
 * @param collectionNodes how many of them are collection nodes
 * @param consensusNodes how many of them are consensus nodes
 * @param synthetic whether keys and signatures are only well-formed, not real; nothing of such a
 *     scenario can be verified
 */
public record ScenarioInfo(
        String id,
        String title,
        String description,
        int nodes,
        int collectionNodes,
        int consensusNodes,
        boolean synthetic) {}
