package io.epochdesk.registration;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.epoch.HeightFinder;
import io.epochdesk.fault.FaultException;
import io.epochdesk.live.Reading;
import io.epochdesk.network.FlowNetwork;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Whether a node has been acting by itself in the setup that is open: a second transaction from its
 * account could invalidate its own. On a network of consequence the console then refuses; elsewhere
 * it is a matter for the operator.
 */
final class NodeIdleness {

    private final FlowNetwork network;

    NodeIdleness(FlowNetwork network) {
        this.network = network;
    }

    /** Adds the finding to an inquiry about a machine account. */
    void look(Inquiry inquiry) {
        boolean real = ExpertRules.isOfConsequence(network.profile().chain());
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(inquiry.told("phase", inquiry.chain.phase(), "FlowEpoch.currentEpochPhase"));
        boolean used = real && inquiry.chain.isSetup() && isUsed(inquiry, evidence);
        inquiry.find(
                Check.NODE_IDLE,
                used ? Verdict.UNFIT : real ? Verdict.AT_RISK : Verdict.FIT,
                evidence,
                "network",
                network.profile().name());
    }

    /**
     * Whether any key of the account has been used since setup opened; true where it is unknown.
     */
    private boolean isUsed(Inquiry inquiry, List<Evidence> evidence) {
        FlowAddress account = inquiry.chain.owner();
        try {
            OptionalLong opened =
                    new HeightFinder(network.blocks())
                            .firstHeightAt(inquiry.chain.stakingEndView());
            if (opened.isEmpty()) {
                return true;
            }
            Map<Integer, Long> before =
                    network.sequenceNumbers().at(opened.getAsLong(), account).value();
            Map<Integer, Long> now = now(account);
            evidence.add(inquiry.told("sequence numbers", now, "Access API, GetAccount"));
            evidence.add(
                    inquiry.told(
                            "sequence numbers at height " + opened.getAsLong(),
                            before,
                            "Access API, GetAccountAtBlockHeight"));
            return !now.equals(before);
        } catch (FaultException e) {
            evidence.add(inquiry.told("sequence numbers", e.fault().code(), "Access API"));
            return true;
        }
    }

    private Map<Integer, Long> now(FlowAddress account) {
        return network.sequenceNumbers().of(List.of(account)).values().stream()
                .map(Reading::value)
                .findFirst()
                .orElse(Map.of());
    }
}
