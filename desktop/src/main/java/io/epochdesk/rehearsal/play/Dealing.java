package io.epochdesk.rehearsal.play;

import static io.epochdesk.cadence.CadenceValues.array;
import static io.epochdesk.cadence.CadenceValues.dictionary;
import static io.epochdesk.cadence.CadenceValues.integer;
import static io.epochdesk.cadence.CadenceValues.string;

import io.epochdesk.bls.DkgInstance;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.Program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The consensus nodes' part of a setup: vectors in phase 1, complaints in 2, answers in 3, then the
 * result. Nodes are known by their place among the committee's IDs in ascending order. Where a
 * scenario has trouble, the first places cause it: silent nodes, then those of the wrong instance,
 * dealers that withhold, nodes that submit nothing.
 */
final class Dealing {

    private static final Program MESSAGE =
            Program.shipped("registration", "send_whiteboard_message");
    private static final Program RESULT = Program.shipped("registration", "send_final_submission");
    private static final Program NOTHING =
            Program.shipped("registration", "send_empty_final_submission");

    private static final int FIRST = 6;
    private static final int REACTION = 20;
    private static final int SPREAD = 500;
    private static final int COMPLAINTS = 2;

    /** Share of phase 1 in which all have dealt. */
    private static final double DEALING = 0.4;

    private final Seed seed;
    private final Scenario scenario;
    private final Cast cast;
    private final Actor actor;
    private final Agenda agenda;

    Dealing(Seed seed, Scenario scenario, Cast cast, Actor actor, Agenda agenda) {
        this.seed = seed;
        this.scenario = scenario;
        this.cast = cast;
        this.actor = actor;
        this.agenda = agenda;
    }

    /**
     * Plans the messages and submissions of a setup.
     *
     * @param chainId part of the instance's ID
     * @param counter the epoch the keys are for
     * @param view of the block the setup began in
     * @param ends last views of the three phases
     * @param troubled whether the scenario's trouble happens in this epoch
     * @param ids the committee in ascending order
     */
    void plan(
            String chainId,
            long counter,
            long view,
            long[] ends,
            boolean troubled,
            List<String> ids) {
        List<CastNode> committee = ids.stream().map(cast::node).filter(Objects::nonNull).toList();
        if (committee.size() != ids.size() || committee.size() < DkgInstance.MIN_SIZE) {
            return;
        }
        String instance = DkgInstance.idOf(chainId, Long.toString(counter));
        String stale = DkgInstance.idOf(chainId, Long.toString(counter - 1));
        KeyGeneration keys =
                scenario.size().isSynthetic()
                        ? new SyntheticKeyGeneration(seed, instance, committee)
                        : new RealKeyGeneration(
                                seed, new DkgInstance(instance, committee.size()), committee);
        Parts parts = troubled ? Parts.of(scenario) : Parts.NONE;
        for (int i = 0; i < committee.size(); i++) {
            int node = i;
            double lag = seed.fraction("dkg/" + counter + "/" + ids.get(i));
            if (parts.isSilent(i) || !actor.canAct(committee.get(i))) {
                continue;
            }
            long window = (long) (DEALING * (ends[0] - view));
            post(
                    committee.get(i),
                    view + FIRST + (long) (window * lag * lag),
                    () -> keys.vector(node, parts.isStale(node) ? stale : instance));
            if (parts.isWithholding(i)) {
                complain(keys, committee, node, ends, scenario.answering());
            }
            if (!parts.isStale(i)) {
                agenda.at(
                        ends[2] + REACTION + (long) (SPREAD * lag),
                        () -> submit(committee, node, keys, parts));
            }
        }
    }

    private void complain(
            KeyGeneration keys,
            List<CastNode> committee,
            int dealer,
            long[] ends,
            boolean answering) {
        for (int k = 1; k <= COMPLAINTS; k++) {
            int complainer = committee.size() - k;
            post(
                    committee.get(complainer),
                    ends[0] + (long) REACTION * k,
                    () -> keys.complaint(complainer, dealer));
            if (answering) {
                post(
                        committee.get(dealer),
                        ends[1] + (long) REACTION * k,
                        () -> keys.answer(dealer, complainer));
            }
        }
    }

    private void post(CastNode node, long view, Supplier<String> content) {
        agenda.at(view, () -> actor.send(node, MESSAGE, string(content.get())));
    }

    private void submit(List<CastNode> committee, int node, KeyGeneration keys, Parts parts) {
        List<Integer> qualified =
                IntStream.range(0, committee.size())
                        .filter(one -> parts.isQualified(one, one == node, scenario.answering()))
                        .filter(one -> actor.canAct(committee.get(one)))
                        .boxed()
                        .toList();
        int threshold = Math.max(1, (committee.size() - 1) / 2);
        if (qualified.size() <= threshold || parts.isEmpty(node)) {
            actor.send(committee.get(node), NOTHING);
            return;
        }
        List<CadenceValue> values = new ArrayList<>();
        keys.keys(qualified).forEach(key -> values.add(string(key)));
        Map<CadenceValue, CadenceValue> mapping = new LinkedHashMap<>();
        for (int i = 0; i < committee.size(); i++) {
            mapping.put(string(committee.get(i).id()), integer(i));
        }
        actor.send(
                committee.get(node),
                RESULT,
                values.getFirst(),
                array(values.subList(1, values.size())),
                dictionary(mapping));
    }

    /**
     * Which places of the committee cause which trouble: each number ends where the next begins.
     */
    private record Parts(int silent, int stale, int withholding, int empty) {
        static final Parts NONE = new Parts(0, 0, 0, 0);

        static Parts of(Scenario scenario) {
            int silent = scenario.silentNodes();
            int stale = silent + scenario.wrongInstances();
            int withholding = stale + scenario.withholdingDealers();
            return new Parts(silent, stale, withholding, withholding + scenario.emptySubmissions());
        }

        boolean isSilent(int node) {
            return node < silent;
        }

        boolean isStale(int node) {
            return node >= silent && node < stale;
        }

        boolean isWithholding(int node) {
            return node >= stale && node < withholding;
        }

        boolean isEmpty(int node) {
            return node >= withholding && node < empty;
        }

        /** A disqualified dealer does not know that it is: it still counts itself. */
        boolean isQualified(int node, boolean itself, boolean answering) {
            return !isSilent(node)
                    && !isStale(node)
                    && (!isWithholding(node) || answering || itself);
        }
    }
}
