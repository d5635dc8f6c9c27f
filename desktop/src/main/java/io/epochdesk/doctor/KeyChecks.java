package io.epochdesk.doctor;

import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.accounts.OnChainKey;
import io.epochdesk.doctor.KeyCustody.AtHand;
import io.epochdesk.doctor.KeyCustody.Elsewhere;
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
    }

    /** Whether somebody showed that the node's key exists. */
    private static void custody(Chart chart) {
        switch (chart.node.custody()) {
            case AtHand hand -> unusual(chart, hand);
            case KeyCustody.VaultLocked _ ->
                    chart.find(
                            Check.VAULT_LOCKED,
                            Severity.UNKNOWN,
                            chart.consequence(Consequence.Kind.NOT_KNOWN),
                            Map.of(),
                            List.of(),
                            new Remedy.UnlockVault());
            case Elsewhere elsewhere -> elsewhere(chart, elsewhere);
            case KeyCustody.Unseen _ -> {
                boolean explained = chart.has(Check.FILE_UNUSABLE) || chart.has(Check.FILE_MISSING);
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
                    List.of(new Evidence("hash", hash.name(), hand.place(), null)));
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
                    List.of(new Evidence("signature", signature.name(), hand.place(), null)));
        }
        if (hand.keyIndex() != 0) {
            String index = String.valueOf(hand.keyIndex());
            chart.note(
                    Check.INDEX_UNUSUAL,
                    Map.of("found", index, "usual", "0"),
                    List.of(new Evidence("index", index, hand.place(), null)));
        }
    }

    private static void elsewhere(Chart chart, Elsewhere elsewhere) {
        if (chart.account().isEmpty()) {
            return;
        }
        String index = String.valueOf(elsewhere.keyIndex());
        long used = chart.sequence().orElse(0L);
        if (used > 0) {
            chart.note(
                    Check.KEY_ELSEWHERE,
                    Map.of("index", index, "sequence", String.valueOf(used)),
                    List.of(chart.onAccount("sequence", String.valueOf(used))));
        } else {
            chart.find(
                    Check.KEY_NEVER_USED,
                    Severity.UNKNOWN,
                    chart.consequence(Consequence.Kind.NOT_KNOWN),
                    Map.of("index", index),
                    List.of(
                            chart.onAccount(
                                    "sequence",
                                    chart.sequence().map(String::valueOf).orElse("not read"))),
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
                List.of(chart.onAccount("keys", String.valueOf(account.keys().size()))),
                file(chart, "KeyIndex", ""));
    }

    private static void key(Chart chart, OnChainKey key) {
        boolean same = !(chart.node.custody() instanceof AtHand hand) || isSame(chart, hand, key);
        String index = String.valueOf(chart.keyIndex());
        Remedy.RotateKey rotate =
                new Remedy.RotateKey(chart.address().orElseThrow(), chart.keyIndex());
        if (key.revoked()) {
            chart.find(
                    Check.KEY_REVOKED,
                    Severity.FAULT,
                    chart.cannot(),
                    Map.of("index", index),
                    List.of(chart.onAccount("key " + index, "revoked")),
                    other(chart, key),
                    rotate);
        } else if (key.weight() < OnChainKey.FULL_WEIGHT) {
            chart.find(
                    Check.WEIGHT_LOW,
                    Severity.FAULT,
                    chart.cannot(),
                    Map.of("index", index, "weight", String.valueOf(key.weight())),
                    List.of(chart.onAccount("weight", String.valueOf(key.weight()))),
                    other(chart, key),
                    rotate);
        }
        if (same && chart.node.custody() instanceof AtHand hand) {
            SignatureTest.look(chart, hand, key);
        }
    }

    /** Another key that signs alone may be the one the node should use. */
    private static Remedy other(Chart chart, OnChainKey key) {
        return file(
                chart,
                "KeyIndex",
                chart.account().orElseThrow().keys().stream()
                        .filter(each -> each.signsAlone() && each.index() != key.index())
                        .map(each -> String.valueOf(each.index()))
                        .findFirst()
                        .orElse(""));
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
                                field,
                                local,
                                chart.node.custody() instanceof AtHand hand ? hand.place() : "",
                                null),
                        chart.onAccount(field, onChain)),
                file(chart, field, check == Check.KEY_DIFFERS ? "" : onChain),
                new Remedy.ExportKey(chart.node.nodeId()));
    }

    private static Remedy file(Chart chart, String field, String value) {
        String place = chart.node.folder();
        return new Remedy.CorrectFile(place == null ? "" : place, field, value);
    }

    private static void further(Chart chart, OnChainAccount account) {
        List<Integer> others =
                account.keys().stream()
                        .filter(key -> key.signsAlone() && key.index() != chart.keyIndex())
                        .map(OnChainKey::index)
                        .toList();
        if (!others.isEmpty() && !chart.has(Check.KEY_MISSING)) {
            String indices = others.stream().map(String::valueOf).collect(Collectors.joining(", "));
            chart.find(
                    Check.FURTHER_KEYS,
                    Severity.RISK,
                    chart.consequence(Consequence.Kind.OTHERS_CAN_ACT),
                    Map.of("count", String.valueOf(others.size()), "indices", indices),
                    List.of(chart.onAccount("keys of full weight", indices)),
                    new Remedy.RevokeKeys(account.address(), others));
        }
    }
}
