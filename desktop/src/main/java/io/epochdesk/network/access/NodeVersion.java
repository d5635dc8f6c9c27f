package io.epochdesk.network.access;

/**
 * What a node says about itself; an emulator leaves all of it empty.
 *
 * @param text version of its software, such as {@code v0.42.1}; may be empty
 * @param nodeRootHeight first sealed height in its own database; heights before are not to be had
 *     from it
 * @param sporkRootHeight first sealed height of the present spork
 * @param sporkId ID of the spork, hex; may be empty
 */
record NodeVersion(String text, long nodeRootHeight, long sporkRootHeight, String sporkId) {}
