package io.epochdesk.doctor.words;

import io.epochdesk.doctor.Remedy;
import io.epochdesk.text.Words;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A next step in words.
 *
 * @param kind its stable name, such as {@code topUp}
 * @param sentence what to do
 * @param facts what it is done with, by name, for whoever automates it
 */
public record RemedyText(String kind, String sentence, Map<String, String> facts) {

    public RemedyText {
        facts = Map.copyOf(facts);
    }

    /** The words for a remedy. */
    public static RemedyText of(Words words, Remedy remedy) {
        return switch (remedy) {
            case Remedy.TopUp it ->
                    said(
                            words,
                            "topUp",
                            "account",
                            it.account().toString(),
                            "amount",
                            plain(it.amount()),
                            "target",
                            plain(it.target()));
            case Remedy.RotateKey it ->
                    said(
                            words,
                            "rotateKey",
                            "account",
                            it.account().toString(),
                            "keyIndex",
                            String.valueOf(it.keyIndex()));
            case Remedy.RevokeKeys it ->
                    said(
                            words,
                            "revokeKeys",
                            "account",
                            it.account().toString(),
                            "keyIndices",
                            joined(it.keyIndices()));
            case Remedy.NarrowFile it -> said(words, "narrowFile", "file", it.file());
            case Remedy.CorrectFile it -> correctFile(words, it);
            case Remedy.ExportKey it -> said(words, "exportKey", "node", it.nodeId());
            case Remedy.UnlockVault _ -> said(words, "unlockVault");
            case Remedy.ShowKey it -> said(words, "showKey", "node", it.nodeId());
            case Remedy.TellAccount it -> said(words, "tellAccount", "node", it.nodeId());
            case Remedy.StakeMore it ->
                    said(words, "stakeMore", "node", it.nodeId(), "amount", plain(it.amount()));
            case Remedy.AskForApproval it -> said(words, "askForApproval", "node", it.nodeId());
            case Remedy.Register it -> said(words, "register", "node", it.nodeId());
            case Remedy.CreateMachineAccount it ->
                    said(words, "createMachineAccount", "node", it.nodeId());
            case Remedy.FindResource it ->
                    said(words, "findResource", "node", it.nodeId(), "resource", it.resource());
            case Remedy.ReplaceNode it ->
                    said(
                            words,
                            "replaceNode",
                            "node",
                            it.nodeId(),
                            "account",
                            it.account().toString());
            case Remedy.MoveStake it -> said(words, "moveStake", "node", it.nodeId());
            case Remedy.DeleteCapabilities it ->
                    said(words, "deleteCapabilities", "account", it.account().toString());
            case Remedy.Separate it -> said(words, "separate", "nodes", joined(it.nodeIds()));
            case Remedy.LookAgain _ -> said(words, "lookAgain");
        };
    }

    private static RemedyText correctFile(Words words, Remedy.CorrectFile remedy) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("file", remedy.file());
        facts.put("field", remedy.field());
        facts.put("value", remedy.value());
        String how;
        if (remedy.field().isEmpty()) {
            how = "doctor.step.correctFile.whole";
        } else if (remedy.file().isEmpty()) {
            how = "doctor.step.correctFile.somewhere";
        } else {
            how =
                    remedy.value().isEmpty()
                            ? "doctor.step.correctFile.field"
                            : "doctor.step.correctFile.value";
        }
        return new RemedyText("correctFile", words.sayFacts(how, facts), facts);
    }

    private static RemedyText said(Words words, String kind, String... namesAndValues) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new RemedyText(kind, words.sayFacts("doctor.step." + kind, facts), facts);
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
