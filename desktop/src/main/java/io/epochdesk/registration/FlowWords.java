package io.epochdesk.registration;

import io.epochdesk.network.TransactionProgress;
import io.epochdesk.text.Words;

/**
 * What flows are told in: names, help, sentences; the same in the window and on the command line.
 */
public final class FlowWords {

    private final Words words;

    public FlowWords(Words words) {
        this.words = words;
    }

    /** A flow's name. */
    public String name(FlowKind kind) {
        return words.name("registration.name", kind);
    }

    /** What a flow does. */
    public String purpose(FlowKind kind) {
        return words.name("registration.purpose", kind);
    }

    /** What a flow takes. */
    public String needs(FlowKind kind) {
        return words.name("registration.needs", kind);
    }

    /** What there is after a flow. */
    public String afterwards(FlowKind kind) {
        return words.name("registration.afterwards", kind);
    }

    /** What to mind before a flow; empty where there is nothing. */
    public String warning(FlowKind kind) {
        if (kind.isExpert()) {
            return words.say("registration.expert");
        }
        return kind.isDiscouraged() ? words.say("registration.discouraged") : "";
    }

    /** A step's name. */
    public String name(Step step) {
        return words.name("registration.step", step);
    }

    /** A field's name. */
    public String name(Field field) {
        return words.name("registration.field", field);
    }

    /** What a field's value is and looks like, in a sentence or two. */
    public String help(Field field) {
        return words.name("registration.help", field);
    }

    /** Where a field's value comes from. */
    public String origin(Field field) {
        return words.name("registration.origin", field);
    }

    /** What is wrong with a value. */
    public String sentence(FieldProblem problem) {
        return words.sayFacts("registration.problem." + problem.kind(), problem.facts());
    }

    /** A check's name. */
    public String name(Check check) {
        return words.name("registration.check", check);
    }

    /** What a check came to, in a sentence. */
    public String sentence(Finding finding) {
        String risk = "registration.atRisk." + finding.check() + ".sentence";
        String key =
                switch (finding.verdict()) {
                    case FIT -> "registration.fit." + finding.check();
                    case AT_RISK ->
                            words.has(risk) ? risk : "registration.unfit." + finding.check();
                    case UNFIT -> "registration.unfit." + finding.check();
                };
        return words.sayFacts(key, finding.facts());
    }

    /** A verdict's name. */
    public String name(Verdict verdict) {
        return words.name("registration.verdict", verdict);
    }

    /** A transaction's name. */
    public String name(Template template) {
        return words.name("registration.template", template);
    }

    /** Whose text it is that is signed, and what it stands for. */
    public String standing(Template template, TemplateTexts.Text text) {
        String id = template.standsFor();
        if (text.isAudited()) {
            return words.say("registration.audited", "id", id);
        }
        if (id.isEmpty()) {
            return words.say("registration.ownAlone");
        }
        return AuditedTexts.isListed(template)
                ? words.say("registration.own", "id", id)
                : words.say("registration.ownUnlisted", "id", id);
    }

    /** What an argument is. */
    public String meaning(Argument argument) {
        return words.say("registration.argument." + argument.name());
    }

    /** What a dry run showed. */
    public String sentence(DryRunOutcome outcome) {
        return words.name("registration.dryRun", outcome.kind());
    }

    /** Why the chain refused something, in the operator's words; the original is beside it. */
    public String sentence(Refusal refusal) {
        return words.name("registration.refusal", refusal.reason());
    }

    /** How a transaction ended. */
    public String sentence(Ending ending) {
        return words.name("registration.ending", ending.kind(), "height", ending.height());
    }

    /** How far a transaction is. */
    public String sentence(TransactionProgress.State state) {
        return words.name("registration.progress", state);
    }

    /** What is on the chain now, or is not. */
    public String sentence(Proof.Item item) {
        return words.name(
                item.shown() ? "registration.shown" : "registration.missing", item.what());
    }
}
