package io.epochdesk.registration;

import io.epochdesk.fault.FaultException;
import io.epochdesk.live.Reading;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.Connection;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.NetworkProfile;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks another access node the same at the same height, where the one in use does not prove who it
 * is. Whoever stands between the console and one node does not stand before the other.
 */
public final class SecondOpinions {

    private final Function<NetworkProfile, FlowNetwork> opener;

    /**
     * Opinions of other nodes.
     *
     * @param opener opens a network with the nodes of a profile
     */
    public SecondOpinions(Function<NetworkProfile, FlowNetwork> opener) {
        this.opener = opener;
    }

    /**
     * Whether the answer of the node in use needs no second one, is confirmed by one, or is not.
     * Empty when the node in use proves who it is.
     */
    Optional<Finding> of(
            FlowNetwork network,
            CircumstancesReader.Question question,
            Reading<Circumstances> first) {
        Connection connection = network.connection().current();
        AccessNode used = connection.node();
        if (used == null || used.isAuthenticated()) {
            return Optional.empty();
        }
        List<AccessNode> others =
                network.profile().nodes().stream()
                        .filter(node -> !node.address().equals(used.address()))
                        .toList();
        for (AccessNode other : others) {
            Reading<Circumstances> second = ask(network.profile(), other, question, first);
            if (second != null) {
                return Optional.of(compared(first, second));
            }
        }
        return Optional.of(finding(Verdict.AT_RISK, List.of(), used.name()));
    }

    private @Nullable Reading<Circumstances> ask(
            NetworkProfile profile,
            AccessNode other,
            CircumstancesReader.Question question,
            Reading<Circumstances> first) {
        try (FlowNetwork elsewhere = opener.apply(profile.withNodes(List.of(other)))) {
            return new CircumstancesReader(elsewhere.scripts())
                    .readAt(first.provenance().height(), question);
        } catch (FaultException e) {
            return null;
        }
    }

    private static Finding compared(Reading<Circumstances> first, Reading<Circumstances> second) {
        boolean agrees = first.value().equals(second.value());
        return finding(
                agrees ? Verdict.FIT : Verdict.UNFIT,
                List.of(
                        new Evidence(
                                "agrees",
                                Boolean.toString(agrees),
                                second.provenance().source(),
                                second.provenance())),
                second.provenance().source());
    }

    private static Finding finding(Verdict verdict, List<Evidence> evidence, String node) {
        return new Finding(Check.SECOND_NODE, verdict, java.util.Map.of("node", node), evidence);
    }
}
