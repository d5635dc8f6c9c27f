package io.epochdesk.doctor;

import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.accounts.OnChainKey;
import io.epochdesk.doctor.KeyCustody.AtHand;
import io.epochdesk.doctor.KeyCustody.Elsewhere;
import io.epochdesk.fault.Fault;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The key the node signs with, as it is at hand and as the account has it. */
final class KeyChecks {

    private KeyChecks() {}

    static void look(Chart chart) {
        custody(chart);
        Optional<OnChainAccount> account = chart.account();
        if (account.isEmpty()) {
            return;
        }
        Optional<OnChainKey> key = chart.key();
        if (key.isEmpty()) {
            missing(chart, account.get());
        } else {
            key(chart, key.get());
        }
        further(chart, account.get());
        if (chart.custody() instanceof AtHand hand && !isWrong(chart)) {
            unusual(chart, hand);
        }
    }

    /** What is wrong need not be called unusual as well. */
    private static boolean isWrong(Chart chart) {
        return chart.has(Check.KEY_MISSING)
                || chart.has(Check.HASH_DIFFERS)
                || chart.has(Check.SIGNATURE_DIFFERS);
    }

    /** Whether somebody showed that the node's key exists. */
    private static void custody(Chart chart) {
        switch (chart.custody()) {
            case AtHand _ -> {
                // what the chain has decides
            }
            case KeyCustody.VaultLocked _ ->
                    chart.find(
                            Check.VAULT_LOCKED,
                            Severity.UNKNOWN,
                            chart.consequence(Consequence.Kind.NOT_KNOWN),
                            Map.of(),
                            List.of(),
                            new Remedy.UnlockVault());
            case Elsewhere _ -> elsewhere(chart);
            case KeyCustody.Keyring _, KeyCustody.Unseen _ -> {
                boolean explained =
                        chart.has(Check.NOT_REGISTERED)
                                || chart.has(Check.FILE_UNUSABLE)
                                || chart.has(Check.FILE_MISSING);
                if (!explained) {
                    chart.find(
                            Check.KEY_UNSEEN,
                            Severity.UNKNOWN,
                            chart.consequence(Consequence.Kind.NOT_KNOWN),
                            Map.of(),
                            List.of(),
                            new Remedy.ShowKey(chart.node.nodeId()));
                }
            }
        }
    }

    /** flow-go warns of these and goes on: after a change of keys an index above 0 is right. */
    private static void unusual(Chart chart, AtHand hand) {
        HashAlgorithm hash = hand.signer().hash();
        if (hash != HashAlgorithm.SHA3_256) {
            chart.note(
                    Check.HASH_UNUSUAL,
                    Map.of("found", hash.name(), "usual", HashAlgorithm.SHA3_256.name()),
                    List.of(
                            new Evidence(
                                    Evidence.What.HASH_ALGORITHM,
                                    hash.name(),
                                    hand.place(),
                                    null)));
        }
        SignatureAlgorithm signature = hand.signer().publicKey().algorithm();
        if (signature != SignatureAlgorithm.ECDSA_P256) {
            chart.note(
                    Check.SIGNATURE_UNUSUAL,
                    Map.of(
                            "found",
                            signature.name(),
                            "usual",
                            SignatureAlgorithm.ECDSA_P256.name()),
                    List.of(
                            new Evidence(
                                    Evidence.What.SIGNATURE_ALGORITHM,
                                    signature.name(),
                                    hand.place(),
                                    null)));
        }
        if (hand.keyIndex() != 0) {
            String index = String.valueOf(hand.keyIndex());
            chart.note(
                    Check.INDEX_UNUSUAL,
                    Map.of("found", index, "usual", "0"),
                    List.of(new Evidence(Evidence.What.KEY_INDEX, index, hand.place(), null)));
        }
    }

    private static void elsewhere(Chart chart) {
        if (chart.account().isEmpty()) {
            return;
        }
        Fault unread = chart.answers.sequencesFault();
        if (unread != null) {
            Diagnosis.unread(chart, Finding.Part.SEQUENCE_NUMBERS, unread, Severity.UNKNOWN);
            return;
        }
        String index = String.valueOf(chart.keyIndex());
        long used = chart.sequence().orElse(0L);
        if (used > 0) {
            chart.note(
                    Check.KEY_ELSEWHERE,
                    Map.of("index", index, "sequence", String.valueOf(used)),
                    List.of(chart.onAccount(Evidence.What.SEQUENCE_NUMBER, String.valueOf(used))));
        } else {
            chart.find(
                    Check.KEY_NEVER_USED,
                    Severity.UNKNOWN,
                    chart.consequence(Consequence.Kind.NOT_KNOWN),
                    Map.of("index", index),
                    List.of(
                            chart.onAccount(
                                    Evidence.What.SEQUENCE_NUMBER,
                                    chart.sequence().map(String::valueOf).orElse(""))),
                    new Remedy.ShowKey(chart.node.nodeId()));
        }
    }

    private static void missing(Chart chart, OnChainAccount account) {
        chart.find(
                Check.KEY_MISSING,
                Severity.FAULT,
                chart.cannot(),
                Map.of(
                        "address",
                        account.address().toString(),
                        "index",
                        String.valueOf(chart.keyIndex()),
                        "count",
                        String.valueOf(account.keys().size())),
                List.of(chart.onAccount(Evidence.What.KEYS, String.valueOf(account.keys().size()))),
                file(chart, "KeyIndex", ""));
    }

    private static void key(Chart chart, OnChainKey key) {
        boolean same = !(chart.custody() instanceof AtHand hand) || isSame(chart, hand, key);
        String index = String.valueOf(chart.keyIndex());
        if (key.revoked()) {
            chart.find(
                    Check.KEY_REVOKED,
                    Severity.FAULT,
                    chart.cannot(),
                    Map.of("index", index),
                    List.of(chart.onAccount(Evidence.What.REVOKED, index)),
                    instead(chart, key));
        } else if (key.weight() < OnChainKey.FULL_WEIGHT) {
            chart.find(
                    Check.WEIGHT_LOW,
                    Severity.FAULT,
                    chart.cannot(),
                    Map.of("index", index, "weight", String.valueOf(key.weight())),
                    List.of(chart.onAccount(Evidence.What.WEIGHT, String.valueOf(key.weight()))),
                    instead(chart, key));
        }
        if (same && chart.custody() instanceof AtHand hand) {
            SignatureTest.look(chart, hand, key);
        }
    }

    /**
     * Another key that signs alone may be the one the node should use; keys that sign together can
     * add one. Without either nobody can ever sign for the account again.
     */
    private static Remedy instead(Chart chart, OnChainKey key) {
        OnChainAccount account = chart.account().orElseThrow();
        Optional<OnChainKey> other =
                account.keys().stream()
                        .filter(each -> each.signsAlone() && each.index() != key.index())
                        .findFirst();
        if (other.isPresent()) {
            return file(chart, "KeyIndex", String.valueOf(other.get().index()));
        }
        int weight =
                account.keys().stream()
                        .filter(each -> !each.revoked())
                        .mapToInt(OnChainKey::weight)
                        .sum();
        return weight >= OnChainKey.FULL_WEIGHT
                ? new Remedy.RotateKey(account.address(), chart.keyIndex())
                : new Remedy.ReplaceNode(chart.node.nodeId(), account.address());
    }

    /** flow-go's comparisons in its order; the first difference is the one told. */
    private static boolean isSame(Chart chart, AtHand hand, OnChainKey key) {
        String hash = hand.signer().hash().name();
        String signature = hand.signer().publicKey().algorithm().name();
        String publicKey = hand.signer().publicKey().hex();
        if (!hash.equals(key.hashAlgorithm().name())) {
            differs(chart, Check.HASH_DIFFERS, "HashAlgorithm", hash, key.hashAlgorithm().name());
        } else if (!signature.equals(key.signatureAlgorithm().name())) {
            differs(
                    chart,
                    Check.SIGNATURE_DIFFERS,
                    "SigningAlgorithm",
                    signature,
                    key.signatureAlgorithm().name());
        } else if (key.index() != hand.keyIndex()) {
            differs(
                    chart,
                    Check.INDEX_DIFFERS,
                    "KeyIndex",
                    String.valueOf(hand.keyIndex()),
                    String.valueOf(key.index()));
        } else if (!publicKey.equals(key.publicKey())) {
            differs(chart, Check.KEY_DIFFERS, "EncodedPrivateKey", publicKey, key.publicKey());
        } else {
            return true;
        }
        return false;
    }

    private static void differs(
            Chart chart, Check check, String field, String local, String onChain) {
        chart.find(
                check,
                Severity.FAULT,
                chart.cannot(),
                Map.of("index", String.valueOf(chart.keyIndex()), "local", local, "chain", onChain),
                List.of(
                        new Evidence(
                                what(check),
                                local,
                                chart.custody() instanceof AtHand hand ? hand.place() : "",
                                null),
                        chart.onAccount(what(check), onChain)),
                file(chart, field, check == Check.KEY_DIFFERS ? "" : onChain),
                new Remedy.ExportKey(chart.node.nodeId()));
    }

    private static Evidence.What what(Check check) {
        return switch (check) {
            case HASH_DIFFERS -> Evidence.What.HASH_ALGORITHM;
            case SIGNATURE_DIFFERS -> Evidence.What.SIGNATURE_ALGORITHM;
            case INDEX_DIFFERS -> Evidence.What.KEY_INDEX;
            default -> Evidence.What.PUBLIC_KEY;
        };
    }

    private static Remedy file(Chart chart, String field, String value) {
        String place = chart.node.folder();
        return new Remedy.CorrectFile(place == null ? "" : place, field, value);
    }

    private static void further(Chart chart, OnChainAccount account) {
        List<OnChainKey> valid =
                account.keys().stream()
                        .filter(key -> !key.revoked() && !chart.key().equals(Optional.of(key)))
                        .toList();
        boolean together =
                valid.stream().mapToInt(OnChainKey::weight).sum() >= OnChainKey.FULL_WEIGHT;
        List<Integer> others = valid.stream().map(OnChainKey::index).toList();
        if (together && !chart.has(Check.KEY_MISSING)) {
            String indices = others.stream().map(String::valueOf).collect(Collectors.joining(", "));
            chart.find(
                    Check.FURTHER_KEYS,
                    Severity.RISK,
                    chart.consequence(Consequence.Kind.OTHERS_CAN_ACT),
                    Map.of("count", String.valueOf(others.size()), "indices", indices),
                    List.of(chart.onAccount(Evidence.What.KEYS, indices)),
                    new Remedy.RevokeKeys(account.address(), others));
        }
    }
}
