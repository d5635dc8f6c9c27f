package io.epochdesk.network;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.live.Reading;

import java.util.Collection;
import java.util.Map;

/** Reads the sequence numbers of accounts' keys, which no script can see. */
public interface SequenceNumbers {

    /**
     * The number of the next transaction that each key of each account proposes, by the key's
     * index, at the newest sealed block. It counts every transaction the key has proposed so far,
     * failed ones too. One call an account, within the request budget.
     *
     * @param accounts that are there
     * @throws io.epochdesk.fault.FaultException when no node answers, or one has no such account
     */
    Map<FlowAddress, Reading<Map<Integer, Long>>> of(Collection<FlowAddress> accounts);

    /**
     * The same of one account at a past height; a node keeps only a window of them.
     *
     * @throws io.epochdesk.fault.FaultException likewise, and when the height is not to be had
     */
    Reading<Map<Integer, Long>> at(long height, FlowAddress account);
}
