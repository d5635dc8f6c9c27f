package io.epochdesk.settings;

import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;

import java.util.ArrayList;
import java.util.List;

/** The built-in networks and the operator's: which of them need to be kept in the file. */
final class Networks {

    private Networks() {}

    /**
     * All networks: the built-in ones first, replaced where the operator changed them, then the
     * operator's own.
     */
    static List<NetworkProfile> withBuiltIn(List<NetworkProfile> operators) {
        List<NetworkProfile> all = new ArrayList<>();
        for (NetworkProfile builtIn : NetworkProfiles.builtIn()) {
            all.add(
                    operators.stream()
                            .filter(own -> own.id().equals(builtIn.id()))
                            .findFirst()
                            .orElse(builtIn));
        }
        operators.stream()
                .filter(own -> all.stream().noneMatch(known -> known.id().equals(own.id())))
                .forEach(all::add);
        return all;
    }

    /**
     * Those that differ from the built-in ones: a later version may know newer addresses for the
     * rest.
     */
    static List<NetworkProfile> operators(List<NetworkProfile> all) {
        List<NetworkProfile> builtIn = NetworkProfiles.builtIn();
        return all.stream().filter(network -> !builtIn.contains(network)).toList();
    }
}
