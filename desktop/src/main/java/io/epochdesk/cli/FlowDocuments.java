package io.epochdesk.cli;

import io.epochdesk.fault.Fault;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.registration.Amounts;
import io.epochdesk.registration.Check;
import io.epochdesk.registration.Ending;
import io.epochdesk.registration.Evidence;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.FieldProblem;
import io.epochdesk.registration.Finding;
import io.epochdesk.registration.FlowWords;
import io.epochdesk.registration.Plan;
import io.epochdesk.registration.Preflight;
import io.epochdesk.registration.Proof;
import io.epochdesk.registration.Refusal;
import io.epochdesk.registration.Review;
import io.epochdesk.registration.SignedFile;
import io.epochdesk.registration.Underway;
import io.epochdesk.registration.Verdict;
import io.epochdesk.text.Words;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the documents of {@code plan}, {@code build} and {@code send}. */
final class FlowDocuments {

    private final Words words;
    private final FlowWords flows;
    private final DoctorDocument.Network network;
    private final Instant now;

    FlowDocuments(Surroundings surroundings, NetworkProfile profile) {
        words = surroundings.formats().words();
        flows = new FlowWords(words);
        network = new DoctorDocument.Network(profile.id(), profile.name(), profile.chain().value());
        now = surroundings.clock().instant();
    }

    /** A command that failed. */
    static FlowDocument failed(Surroundings surroundings, Fault fault) {
        Words words = surroundings.formats().words();
        StatusDocument.FaultItem item = StatusDocument.FaultItem.of(words, "command", fault);
        return new FlowDocument(
                FlowDocument.VERSION,
                surroundings.clock().instant().toString(),
                FaultReport.codeOf(fault).code(),
                item.sentence(),
                null,
                null,
                null,
                Map.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(item));
    }

    /** What a flow would do. */
    FlowDocument of(Plan plan) {
        String flow = flows.name(plan.kind());
        String answer =
                plan.problems().isEmpty()
                        ? words.name("plan.answer", plan.verdict(), "flow", flow)
                        : words.say("plan.badValues", "flow", flow);
        return planned(plan, code(plan.verdict()), answer, Set.of(), transaction(plan), null);
    }

    /** Why nothing was built. */
    FlowDocument refused(Plan plan, Set<Check> accepted) {
        boolean stops = plan.verdict() == Verdict.UNFIT;
        String missing =
                Objects.requireNonNull(plan.preflight()).atRisk().stream()
                        .map(Finding::check)
                        .filter(check -> !accepted.contains(check))
                        .map(check -> "--accept " + FlowOptions.dashed(check))
                        .collect(Collectors.joining(" "));
        String answer =
                stops
                        ? words.say("plan.notBuilt", "flow", flows.name(plan.kind()))
                        : words.say("plan.notAccepted", "options", missing);
        return planned(plan, code(plan.verdict()), answer, accepted, null, null);
    }

    /** An unsigned transaction in a file. */
    FlowDocument built(Plan plan, TransactionBody body, Path file, long last, long left) {
        FlowDocument.Transaction reviewed = Objects.requireNonNull(transaction(plan));
        FlowDocument.Transaction built =
                new FlowDocument.Transaction(
                        reviewed.template(),
                        reviewed.standsFor(),
                        reviewed.audited(),
                        reviewed.scriptSha256(),
                        reviewed.script(),
                        reviewed.arguments(),
                        reviewed.account(),
                        reviewed.keys(),
                        body.proposalKey().sequenceNumber(),
                        body.referenceBlock(),
                        last,
                        left,
                        body.computeLimit(),
                        List.of(),
                        null,
                        null);
        return planned(
                plan,
                ExitCode.FINE,
                words.say("plan.built", "file", file.toString(), "left", left, "last", last),
                Set.of(Check.values()),
                built,
                file.toString());
    }

    /** A signed file in which everything is as it must be; nothing was sent. */
    FlowDocument examined(SignedFile file) {
        return signed(ExitCode.FINE, words.say("plan.examined"), file, null);
    }

    /** A signed file that was sent, and how that ended. */
    FlowDocument ended(SignedFile file, Underway.Outcome outcome) {
        Ending ending = outcome.ending();
        ExitCode code =
                switch (ending.kind()) {
                    case SUCCEEDED -> ExitCode.FINE;
                    case FAILED, EXPIRED -> ExitCode.FAILED;
                    case UNKNOWN -> ExitCode.ATTENTION;
                };
        Map<String, String> results = new TreeMap<>();
        if (outcome.record() != null) {
            outcome.record()
                    .results()
                    .forEach((result, value) -> results.put(Spelling.of(result), value));
        }
        Proof proof = outcome.proof();
        FlowDocument.Outcome told =
                new FlowDocument.Outcome(
                        Spelling.of(ending.kind()),
                        ending.height(),
                        flows.sentence(ending),
                        refusal(ending.refusal()),
                        results,
                        proof == null
                                ? List.of()
                                : proof.items().stream().map(this::shown).toList());
        return signed(code, told.sentence(), file, told);
    }

    private FlowDocument signed(
            ExitCode code, String answer, SignedFile file, FlowDocument.@Nullable Outcome outcome) {
        return new FlowDocument(
                FlowDocument.VERSION,
                now.toString(),
                code.code(),
                answer,
                network,
                file.flow() == null ? null : Spelling.of(file.flow().kind()),
                null,
                Map.of(),
                List.of(),
                List.of(),
                null,
                null,
                transaction(file),
                null,
                outcome,
                List.of());
    }

    private FlowDocument planned(
            Plan plan,
            ExitCode code,
            String answer,
            Set<Check> accepted,
            FlowDocument.@Nullable Transaction transaction,
            @Nullable String file) {
        Review review = plan.review();
        Preflight preflight = plan.preflight();
        Map<String, String> values = new TreeMap<>();
        plan.values().texts().forEach((field, text) -> values.put(Spelling.of(field), text));
        return new FlowDocument(
                FlowDocument.VERSION,
                now.toString(),
                code.code(),
                answer,
                network,
                Spelling.of(plan.kind()),
                Spelling.of(plan.verdict()),
                values,
                problems(plan),
                preflight == null
                        ? List.of()
                        : preflight.findings().stream().map(each -> check(each, accepted)).toList(),
                review == null
                        ? null
                        : new FlowDocument.Cost(
                                Amounts.text(review.spent()),
                                Amounts.text(review.fee()),
                                Amounts.text(review.most())),
                review == null
                        ? null
                        : new FlowDocument.DryRun(
                                Spelling.of(review.dryRun().kind()),
                                flows.sentence(review.dryRun()),
                                refusal(review.dryRun().refusal())),
                transaction,
                file,
                null,
                List.of());
    }

    private static ExitCode code(Verdict verdict) {
        return switch (verdict) {
            case FIT -> ExitCode.FINE;
            case AT_RISK -> ExitCode.ATTENTION;
            case UNFIT -> ExitCode.FAILED;
        };
    }

    private List<FlowDocument.Problem> problems(Plan plan) {
        List<FlowDocument.Problem> problems = new ArrayList<>();
        for (Field field : plan.kind().fields()) {
            FieldProblem problem = plan.problems().get(field);
            if (problem != null) {
                problems.add(
                        new FlowDocument.Problem(
                                FlowOptions.dashed(field),
                                Spelling.of(problem.kind()),
                                flows.sentence(problem),
                                new TreeMap<>(problem.facts())));
            }
        }
        return problems;
    }

    private FlowDocument.CheckItem check(Finding finding, Set<Check> accepted) {
        return new FlowDocument.CheckItem(
                FlowOptions.dashed(finding.check()),
                flows.name(finding.check()),
                Spelling.of(finding.verdict()),
                finding.verdict() == Verdict.AT_RISK && accepted.contains(finding.check()),
                flows.sentence(finding),
                new TreeMap<>(finding.facts()),
                finding.evidence().stream().map(this::proof).toList());
    }

    private DoctorDocument.Proof proof(Evidence evidence) {
        return new DoctorDocument.Proof(
                evidence.what(),
                evidence.value(),
                evidence.source(),
                evidence.provenance() == null
                        ? null
                        : StatusDocument.Origin.of(evidence.provenance(), now));
    }

    private FlowDocument.@Nullable Refusal refusal(@Nullable Refusal refusal) {
        return refusal == null
                ? null
                : new FlowDocument.Refusal(
                        Spelling.of(refusal.reason()),
                        flows.sentence(refusal),
                        refusal.line(),
                        refusal.original());
    }

    private FlowDocument.Shown shown(Proof.Item item) {
        return new FlowDocument.Shown(
                Spelling.of(item.what()),
                item.shown(),
                flows.sentence(item),
                item.evidence().stream().map(this::proof).toList());
    }

    private static FlowDocument.@Nullable Transaction transaction(Plan plan) {
        Review review = plan.review();
        return review == null
                ? null
                : new FlowDocument.Transaction(
                        Spelling.of(review.template()),
                        review.template().standsFor(),
                        review.text().isAudited(),
                        review.text().sha256(),
                        review.text().source(),
                        review.arguments().stream()
                                .map(each -> new FlowDocument.Argument(each.name(), each.json()))
                                .toList(),
                        review.signer().toString(),
                        review.keys(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null);
    }

    /** A file's transaction. */
    static FlowDocument.Transaction transaction(SignedFile file) {
        TransactionBody body = file.body();
        return new FlowDocument.Transaction(
                file.template() == null ? null : Spelling.of(file.template()),
                file.template() == null ? "" : file.template().standsFor(),
                file.isAudited(),
                file.sha256(),
                body.script(),
                file.arguments().stream()
                        .map(each -> new FlowDocument.Argument(each.name(), each.json()))
                        .toList(),
                body.payer().toString(),
                List.of(body.proposalKey().keyIndex()),
                body.proposalKey().sequenceNumber(),
                body.referenceBlock(),
                file.reference().isEmpty()
                        ? null
                        : file.reference().getAsLong() + TransactionBody.EXPIRY,
                file.blocksLeft().isEmpty() ? null : file.blocksLeft().getAsLong(),
                body.computeLimit(),
                file.signatures().stream()
                        .map(
                                one ->
                                        new FlowDocument.Signature(
                                                one.account().toString(),
                                                one.keyIndex(),
                                                one.weight(),
                                                one.fits()))
                        .toList(),
                file.weight(),
                file.id());
    }
}
