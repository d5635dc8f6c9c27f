package io.epochdesk.doctor;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.epoch.RateReader;
import io.epochdesk.epoch.ViewRate;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.FlowNetwork;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Examines nodes. A round asks one script for up to {@value #AT_ONCE} nodes together, three headers
 * for the view rate, and each machine account once for its keys' sequence numbers.
 */
public final class Doctor {

    /** Nodes asked for at once: a node's record takes long to put together. */
    private static final int AT_ONCE = 50;

    private final FlowNetwork network;
    private final Questions questions;
    private final Diagnosis diagnosis;

    /**
     * A doctor for one network.
     *
     * @param past what machine accounts spent, for the runway
     */
    public Doctor(FlowNetwork network, SpendingHistory past) {
        this.network = network;
        questions = new Questions(network);
        diagnosis = new Diagnosis(past);
    }

    /**
     * Examines these nodes, in their order. Blocks while the chain is read. What cannot be read is
     * a finding, not an exception.
     */
    public List<Examination> examine(List<NodeUnderCare> nodes) {
        ViewRate rate = nodes.isEmpty() ? new ViewRate() : new RateReader(network.blocks()).read();
        List<Chart> charts = new ArrayList<>();
        for (int from = 0; from < nodes.size(); from += AT_ONCE) {
            List<NodeUnderCare> some = nodes.subList(from, Math.min(nodes.size(), from + AT_ONCE));
            Answers answers = questions.ask(some, rate);
            Answers whole = withSequences(some, answers);
            some.forEach(node -> charts.add(new Chart(node, whole)));
        }
        return diagnosis.of(charts);
    }

    /** Only a key kept elsewhere needs them for a verdict: without them the others are examined. */
    private Answers withSequences(List<NodeUnderCare> nodes, Answers answers) {
        Set<FlowAddress> there = new TreeSet<>();
        for (NodeUnderCare node : nodes) {
            new Chart(node, answers).account().ifPresent(found -> there.add(found.address()));
        }
        try {
            return answers.with(network.sequenceNumbers().of(there));
        } catch (FaultException e) {
            return answers.without(e.fault());
        }
    }
}
