package io.epochdesk.registration;

import io.epochdesk.fault.Fault;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Begins flows on a network, and takes up those that were begun before. */
public final class Flows {

    private final Workplace place;
    private final FlowRecords records;

    public Flows(Workplace place) {
        this.place = place;
        this.records = new FlowRecords(place.history().drafts(), place.clock());
    }

    /**
     * Begins a flow. It is kept from now on, and offered again until it is closed.
     *
     * @throws io.epochdesk.fault.FaultException when there is no connection yet
     */
    public Flow begin(FlowKind kind) {
        FlowRecord record =
                FlowRecord.begun(
                        UUID.randomUUID().toString(),
                        kind,
                        Binding.of(place.identity()),
                        place.clock().instant());
        records.keep(record);
        return new Flow(place, records, record);
    }

    /**
     * Takes up a flow that was begun with the same values and is not at its end, or begins one.
     *
     * @param origins where values come from that were not typed
     */
    public Flow beginOrResume(FlowKind kind, Map<Field, String> texts, Map<Field, String> origins) {
        Values wanted = Values.of(texts);
        Binding here = Binding.of(place.identity());
        Optional<FlowRecord> begun =
                records.all().flows().stream()
                        .filter(record -> record.kind() == kind && record.network().equals(here))
                        .filter(record -> record.step() != Step.PROOF)
                        .filter(record -> record.entered().equals(wanted))
                        .findFirst();
        if (begun.isPresent()) {
            return resume(begun.get());
        }
        Flow flow = begin(kind);
        enter(flow, texts, origins);
        return flow;
    }

    private static void enter(Flow flow, Map<Field, String> texts, Map<Field, String> origins) {
        texts.forEach(
                (field, text) -> flow.enter(Map.of(field, text), origins.getOrDefault(field, "")));
    }

    /**
     * What a flow would do with these values. Nothing is kept.
     *
     * @throws io.epochdesk.fault.FaultException when the chain cannot be asked
     */
    public Plan plan(FlowKind kind, Map<Field, String> texts) {
        FlowRecord record =
                FlowRecord.begun("", kind, Binding.of(place.identity()), place.clock().instant());
        Flow flow = new Flow(place, Keeper.NOWHERE, record);
        enter(flow, texts, Map.of());
        if (!flow.problems().isEmpty()) {
            return new Plan(kind, flow.values(), flow.problems(), null, null);
        }
        Preflight preflight = flow.check();
        Review review = null;
        if (preflight.unfit().isEmpty()) {
            // whoever reads the plan is told of the risks; nobody signs here
            flow.accept(EnumSet.allOf(Check.class));
            review = flow.review();
        }
        return new Plan(kind, flow.values(), Map.of(), preflight, review);
    }

    /**
     * The transaction of one or several files that were signed elsewhere, with the signatures of
     * all.
     *
     * @param files hex digits of RLP, as flow-cli writes them
     * @throws io.epochdesk.fault.FaultException with {@code TXN-801} when one is no transaction,
     *     with {@code TXN-803} when they are several, with {@code TXN-821} when an argument is not
     *     readable
     */
    public SignedFile read(List<String> files) {
        return new SignedFiles(place, records).read(files);
    }

    /**
     * Makes sure that a file can be sent: one signer of this network, a text that is known,
     * arguments as the text takes them, a reference block of this chain that is recent enough, the
     * key's present sequence number, and signatures that fit the keys on chain and weigh enough.
     *
     * @param foreign whether the operator lets a file pass that was not built here, or has another
     *     text
     * @throws io.epochdesk.fault.FaultException with the first thing that does not hold
     */
    public void require(SignedFile file, boolean foreign) {
        new FileRules(place).require(file, foreign);
    }

    /**
     * Hands a file's transaction in, once; one that is on its way already is followed only.
     *
     * @throws io.epochdesk.fault.FaultException as {@link #require}, or when the node refused it
     */
    public Underway send(SignedFile file, boolean foreign) {
        require(file, foreign);
        FileDispatch dispatch = new FileDispatch(place);
        FlowRecord record = file.flow();
        return record == null ? dispatch.send(file) : dispatch.send(resume(record), file);
    }

    /** The flows of this network that were begun and not closed, the one touched last first. */
    public Unfinished unfinished() {
        return records.all();
    }

    /**
     * Takes a flow up where it was. One whose transaction may have been sent goes on by following
     * it.
     *
     * @throws io.epochdesk.fault.FaultException with {@code TXN-802} when it belongs to another
     *     network
     */
    public Flow resume(FlowRecord record) {
        record.network().require(place.identity());
        return new Flow(place, records, record);
    }

    /**
     * Flows that were begun.
     *
     * @param flows those that can be taken up
     * @param unreadable what is wrong with others; they are kept as they are
     */
    public record Unfinished(List<FlowRecord> flows, List<Fault> unreadable) {
        public Unfinished {
            flows = List.copyOf(flows);
            unreadable = List.copyOf(unreadable);
        }
    }
}
