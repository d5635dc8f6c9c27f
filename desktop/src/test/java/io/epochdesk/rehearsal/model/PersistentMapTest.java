package io.epochdesk.rehearsal.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

class PersistentMapTest {

    @Property
    void holdsWhatATreeMapHolds(@ForAll List<Short> changes) {
        TreeMap<Short, Integer> expected = new TreeMap<>();
        PersistentMap<Short, Integer> map = PersistentMap.empty();
        List<PersistentMap<Short, Integer>> before = new ArrayList<>();
        List<List<Short>> keys = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            before.add(map);
            keys.add(map.keys());
            short key = (short) (changes.get(i) % 40);
            if (changes.get(i) % 3 == 0) {
                expected.remove(key);
                map = map.without(key);
            } else {
                expected.put(key, i);
                map = map.with(key, i);
            }
            assertThat(map.get(key)).isEqualTo(expected.get(key));
        }
        assertThat(map.keys()).isEqualTo(List.copyOf(expected.keySet()));
        assertThat(map.values()).isEqualTo(List.copyOf(expected.values()));
        assertThat(map.size()).isEqualTo(expected.size());
        for (int i = 0; i < before.size(); i++) {
            assertThat(before.get(i).keys()).as("an older map").isEqualTo(keys.get(i));
        }
    }
}
