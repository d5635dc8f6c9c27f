package io.epochdesk.network.access;

import io.epochdesk.fault.Fault;
import io.epochdesk.network.AccessNode;

import org.jspecify.annotations.Nullable;

/**
 * A place in the list of access nodes, and what is remembered of the node in it between two
 * connections.
 */
final class NodeSlot {

    private final int index;
    private final AccessNode node;
    private @Nullable Fault lastFault;
    private long refusedUntil;
    private long knownEra = -1;
    private long highest = -1;
    private volatile boolean refusesCcf;

    NodeSlot(int index, AccessNode node) {
        this.index = index;
        this.node = node;
    }

    /** Place in the order of preference, from 0. */
    int index() {
        return index;
    }

    AccessNode node() {
        return node;
    }

    /** This node failed and is not to be asked again before then. */
    synchronized void blame(Fault why, long untilNanos) {
        lastFault = why;
        refusedUntil = untilNanos;
    }

    /** Why it is not to be asked at present, or null when it may be asked. */
    synchronized @Nullable Fault refusalAt(long nanos) {
        return lastFault != null && nanos - refusedUntil < 0 ? lastFault : null;
    }

    /** Why it could not be used last, or null since it was admitted. */
    synchronized @Nullable Fault lastFault() {
        return lastFault;
    }

    synchronized void admitted() {
        lastFault = null;
    }

    /** It showed this height of the era's history. */
    synchronized void showed(long era, long height) {
        highest = era == knownEra ? Math.max(highest, height) : height;
        knownEra = era;
    }

    /** Whether it ever showed a block: then it is a node, and one that hangs up is out of reach. */
    synchronized boolean hasAnswered() {
        return knownEra >= 0;
    }

    /** The greatest height this very node has shown in an era, or -1. */
    synchronized long highestIn(long era) {
        return era == knownEra ? highest : -1;
    }

    /** It refused to tell events as CCF, and told them as JSON-Cadence. */
    void refusedCcf() {
        refusesCcf = true;
    }

    /** Whether it is not to be asked for CCF. */
    boolean refusesCcf() {
        return refusesCcf;
    }
}
