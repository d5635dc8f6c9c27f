package io.epochdesk.rehearsal.chain;

import io.epochdesk.rehearsal.model.World;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/**
 * The worlds after the newest so many blocks that changed anything. Worlds share nearly all they
 * have, so this costs little; older ones are given up, as an access node gives up old states.
 */
final class StateHistory {

    private final int window;
    private final TreeMap<Long, World> worlds = new TreeMap<>();

    /** Keeps the worlds of so many changed heights. */
    StateHistory(int window, long height, World world) {
        this.window = window;
        worlds.put(height, world);
    }

    /** The newest world. */
    World latest() {
        return worlds.lastEntry().getValue();
    }

    /** Takes in the world after a block; one that did not change is not kept twice. */
    @SuppressWarnings("ReferenceEquality") // worlds share what they have: the same is unchanged
    void put(long height, World world) {
        if (world != latest()) {
            worlds.put(height, world);
            if (worlds.size() > window) {
                worlds.pollFirstEntry();
            }
        }
    }

    /** The world after a block, or null when it is not kept any more. */
    @Nullable World at(long height) {
        Map.Entry<Long, World> floor = worlds.floorEntry(height);
        return floor == null ? null : floor.getValue();
    }
}
