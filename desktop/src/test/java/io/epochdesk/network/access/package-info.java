/**
 * Tests of the adapter to access nodes, and {@link io.epochdesk.network.access.LoopbackAccessNode},
 * a node on this machine that other rooms' tests use too.
 */
@NullMarked
package io.epochdesk.network.access;

import org.jspecify.annotations.NullMarked;
