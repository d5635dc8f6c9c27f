package io.epochdesk.cli;

import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.Evidence;
import io.epochdesk.doctor.Examination;
import io.epochdesk.doctor.Finding;
import io.epochdesk.doctor.Moment;
import io.epochdesk.doctor.Runway;
import io.epochdesk.doctor.Verdict;
import io.epochdesk.doctor.words.FindingText;
import io.epochdesk.doctor.words.RemedyText;
import io.epochdesk.fault.Fault;
import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.staking.NodeStanding;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code doctor --json} prints. Names and meanings are those of {@code
 * docs/doctor.schema.json}; they change with {@code schemaVersion} only. Instants are ISO 8601 in
 * UTC, amounts FLOW as decimal text; what is not known is null.
 *
 * @param schemaVersion version of this shape
 * @param takenAt when the examination was done, by this machine's clock
 * @param verdict of the worst node, or the name of the exit code of a command that failed
 * @param exitCode what the command ends with
 * @param answer the plain sentence of the text output
 */
record DoctorDocument(
        int schemaVersion,
        String takenAt,
        String verdict,
        int exitCode,
        String answer,
        @Nullable Network network,
        List<Node> nodes,
        List<StatusDocument.FaultItem> faults) {

    /** The version of the schema. */
    static final int VERSION = 1;

    /** The network asked. */
    record Network(String id, String name, String chain) {}

    /** A node and what was found. */
    record Node(
            String nodeId,
            @Nullable String role,
            String verdict,
            @Nullable String stakingAccount,
            @Nullable Boolean inCurrentEpoch,
            @Nullable Boolean inNextEpoch,
            @Nullable Account machineAccount,
            @Nullable Lasting runway,
            List<Item> findings) {}

    /** The machine account. */
    record Account(
            String address,
            @Nullable String balance,
            @Nullable Map<Integer, Long> sequenceNumbers,
            StatusDocument.@Nullable Origin origin) {}

    /** How long its balance lasts. */
    record Lasting(
            String since,
            long transactionsSeen,
            String flowPerTransaction,
            long transactionsLeft,
            @Nullable Double epochsLeft) {}

    /** A finding. */
    record Item(
            String code,
            String check,
            String severity,
            String sentence,
            Map<String, String> facts,
            Effect consequence,
            List<Proof> evidence,
            List<Step> steps) {}

    /** What comes of it, and in which setup. */
    record Effect(
            String kind,
            String sentence,
            String setup,
            @Nullable Long epoch,
            @Nullable String at) {}

    /** What it rests on. */
    record Proof(
            String what, String value, String source, StatusDocument.@Nullable Origin origin) {}

    /** What to do. */
    record Step(String kind, String sentence, Map<String, String> facts) {}

    /** The document of an examination. */
    static DoctorDocument of(
            Formats formats, NetworkProfile profile, List<Examination> all, Instant now) {
        ExitCode code = codeOf(all);
        return new DoctorDocument(
                VERSION,
                now.toString(),
                all.isEmpty() ? Spelling.of(Verdict.UNKNOWN) : Spelling.of(worst(all)),
                code.code(),
                answer(formats, all, now),
                new Network(profile.id(), profile.name(), profile.chain().value()),
                all.stream().map(each -> node(formats, each, now)).toList(),
                List.of());
    }

    /** The document of a command that failed before it had examined anything. */
    static DoctorDocument failed(Surroundings surroundings, Fault fault, ExitCode code) {
        StatusDocument.FaultItem item =
                StatusDocument.FaultItem.of(surroundings.formats().words(), "command", fault);
        return new DoctorDocument(
                VERSION,
                surroundings.clock().instant().toString(),
                Spelling.of(code),
                code.code(),
                item.sentence(),
                null,
                List.of(),
                List.of(item));
    }

    /** 0 fit, 1 at risk, 2 unfit, 3 unknown; unfit before unknown before at risk. */
    static ExitCode codeOf(List<Examination> all) {
        if (all.isEmpty()) {
            return ExitCode.COULD_NOT_READ;
        }
        return switch (worst(all)) {
            case FIT -> ExitCode.FINE;
            case AT_RISK -> ExitCode.ATTENTION;
            case UNFIT -> ExitCode.FAILED;
            case UNKNOWN -> ExitCode.COULD_NOT_READ;
        };
    }

    private static Verdict worst(List<Examination> all) {
        return Verdict.of(all.stream().flatMap(each -> each.findings().stream()).toList());
    }

    private static String answer(Formats formats, List<Examination> all, Instant now) {
        Words words = formats.words();
        long fit = count(all, Verdict.FIT);
        if (all.isEmpty()) {
            return words.say("doctor.answer.none");
        }
        if (all.size() == 1 && fit == 0) {
            return words.say(
                    "doctor.answer.one",
                    "verdict",
                    words.name("doctor.verdict", worst(all)),
                    "sentence",
                    FindingText.of(formats, all.getFirst().findings().getFirst(), now).sentence());
        }
        if (fit == all.size()) {
            return words.count("doctor.answer.fit", fit);
        }
        List<String> rest = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.UNFIT, Verdict.UNKNOWN, Verdict.AT_RISK)) {
            if (count(all, verdict) > 0) {
                rest.add(words.name("doctor.count", verdict, "count", count(all, verdict)));
            }
        }
        return words.say(
                "doctor.answer.counts",
                "fit",
                fit,
                "count",
                all.size(),
                "rest",
                String.join(", ", rest));
    }

    private static long count(List<Examination> all, Verdict verdict) {
        return all.stream().filter(each -> each.verdict() == verdict).count();
    }

    private static Node node(Formats formats, Examination examination, Instant now) {
        Reading<NodeStanding> standing = examination.standing();
        FlowAddress owner = examination.node().stakingAccount();
        return new Node(
                examination.node().nodeId(),
                standing == null ? null : Spelling.of(standing.value().role()),
                Spelling.of(examination.verdict()),
                owner == null ? null : owner.toString(),
                standing == null ? null : standing.value().staked(),
                standing == null ? null : standing.value().proposed(),
                account(examination, now),
                runway(examination.runway()),
                examination.findings().stream().map(each -> item(formats, each, now)).toList());
    }

    private static @Nullable Account account(Examination examination, Instant now) {
        FlowAddress address = examination.machineAccount();
        if (address == null) {
            return null;
        }
        Reading<OnChainAccount> read = examination.account();
        Reading<Map<Integer, Long>> numbers = examination.sequenceNumbers();
        return new Account(
                address.toString(),
                read == null ? null : read.value().balance().toPlainString(),
                numbers == null ? null : new TreeMap<>(numbers.value()),
                read == null ? null : StatusDocument.Origin.of(read.provenance(), now));
    }

    private static @Nullable Lasting runway(@Nullable Runway runway) {
        return runway == null
                ? null
                : new Lasting(
                        runway.since().toString(),
                        runway.transactions(),
                        runway.perTransaction().toPlainString(),
                        runway.transactionsLeft(),
                        runway.epochsLeft().isPresent() ? runway.epochsLeft().getAsDouble() : null);
    }

    private static Item item(Formats formats, Finding finding, Instant now) {
        FindingText text = FindingText.of(formats, finding, now);
        Moment moment = finding.consequence().moment();
        return new Item(
                text.code(),
                Spelling.of(finding.check()),
                Spelling.of(finding.severity()),
                text.sentence(),
                new TreeMap<>(finding.facts()),
                new Effect(
                        Spelling.of(finding.consequence().kind()),
                        text.consequence(),
                        Spelling.of(moment.when()),
                        moment.when() == Moment.When.NOT_KNOWN ? null : moment.epoch(),
                        Spelling.instant(moment.at())),
                finding.evidence().stream().map(each -> proof(each, now)).toList(),
                text.steps().stream().map(DoctorDocument::step).toList());
    }

    private static Proof proof(Evidence evidence, Instant now) {
        Provenance provenance = evidence.provenance();
        return new Proof(
                Spelling.of(evidence.what()),
                evidence.value(),
                evidence.source(),
                provenance == null ? null : StatusDocument.Origin.of(provenance, now));
    }

    private static Step step(RemedyText text) {
        return new Step(text.kind(), text.sentence(), new TreeMap<>(text.facts()));
    }
}
