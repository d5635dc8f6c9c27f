package io.epochdesk.doctor;

import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.live.Reading;
import io.epochdesk.staking.NodeStanding;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What an examination of one node came to.
 *
 * @param node the node as it was given
 * @param machineAccount the account that was looked at, or null when none is known
 * @param standing how it stands in the node table; null when it was not read or is not there
 * @param account its machine account; null when it was not read or is not there
 * @param sequenceNumbers of the account's keys, by index; null when they were not read
 * @param runway how long the balance lasts; null when too little was seen to tell
 * @param findings all that was found, the gravest first
 */
public record Examination(
        NodeUnderCare node,
        @Nullable FlowAddress machineAccount,
        @Nullable Reading<NodeStanding> standing,
        @Nullable Reading<OnChainAccount> account,
        @Nullable Reading<Map<Integer, Long>> sequenceNumbers,
        @Nullable Runway runway,
        List<Finding> findings) {

    public Examination {
        findings = List.copyOf(findings);
    }

    /** What the findings come to. */
    public Verdict verdict() {
        return Verdict.of(findings);
    }
}
