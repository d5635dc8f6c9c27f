package io.epochdesk.cli;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What {@code plan}, {@code build} and {@code send} print with {@code --json}. Names and meanings
 * are those of {@code docs/flow.schema.json}; they change with {@code schemaVersion} only. Amounts
 * are FLOW as decimal text; what there is not is null.
 *
 * @param schemaVersion version of this shape
 * @param takenAt when it was made, by this machine's clock
 * @param exitCode what the command ends with
 * @param answer the plain sentence of the text output
 * @param network the network asked
 * @param flow which flow
 * @param verdict the worst of the checks
 * @param values as they were understood, by field
 * @param problems values without their form
 * @param checks what was asked of the chain
 * @param cost what leaves the account at most
 * @param dryRun what a dry run showed
 * @param transaction what is to be signed, or was
 * @param file where the unsigned transaction was written
 * @param outcome how the transaction ended
 * @param faults why the command failed
 */
record FlowDocument(
        int schemaVersion,
        String takenAt,
        int exitCode,
        String answer,
        DoctorDocument.@Nullable Network network,
        @Nullable String flow,
        @Nullable String verdict,
        Map<String, String> values,
        List<Problem> problems,
        List<CheckItem> checks,
        @Nullable Cost cost,
        @Nullable DryRun dryRun,
        @Nullable Transaction transaction,
        @Nullable String file,
        @Nullable Outcome outcome,
        List<StatusDocument.FaultItem> faults) {

    /** The version of the schema. */
    static final int VERSION = 1;

    /** A value without its form. */
    record Problem(String field, String kind, String sentence, Map<String, String> facts) {}

    /** A check and what it came to. */
    record CheckItem(
            String check,
            String name,
            String verdict,
            boolean accepted,
            String sentence,
            Map<String, String> facts,
            List<DoctorDocument.Proof> evidence) {}

    /** What leaves the account. */
    record Cost(String spent, String highestFee, String most) {}

    /** What a dry run showed. */
    record DryRun(String kind, String sentence, @Nullable Refusal refusal) {}

    /** Why the chain refused, in the operator's words and in its own. */
    record Refusal(String reason, String sentence, String line, String original) {}

    /** A transaction; what is not known before it is built is null. */
    record Transaction(
            @Nullable String template,
            String standsFor,
            boolean audited,
            String scriptSha256,
            String script,
            List<Argument> arguments,
            String account,
            List<Integer> keys,
            @Nullable Long sequenceNumber,
            @Nullable String referenceBlock,
            @Nullable Long lastHeight,
            @Nullable Long blocksLeft,
            @Nullable Long computeLimit,
            List<Signature> signatures,
            @Nullable Integer weight,
            @Nullable String id) {}

    /** An argument, in words and as it is signed. */
    record Argument(String name, String json) {}

    /** A signature and whether it is that key's. */
    record Signature(String account, int keyIndex, int weight, boolean fits) {}

    /** How a transaction ended. */
    record Outcome(
            String ending,
            long height,
            String sentence,
            @Nullable Refusal refusal,
            Map<String, String> results,
            List<Shown> proof) {}

    /** What was looked at afterwards. */
    record Shown(
            String what, boolean shown, String sentence, List<DoctorDocument.Proof> evidence) {}
}
