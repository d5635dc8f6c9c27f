package io.epochdesk.registration.view;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.view.Practice;
import io.epochdesk.keys.view.PracticeKey;
import io.epochdesk.keys.view.PracticeNode;
import io.epochdesk.registration.Field;

import java.util.List;
import java.util.Optional;

/** What a rehearsal lends to a flow: keys to sign with, and nodes that vote when asked. */
final class PracticeAids {

    private final FlowViewModel model;
    private final Practice practice;

    PracticeAids(FlowViewModel model, Practice practice) {
        this.model = model;
        this.practice = practice;
    }

    /** Whether the unlocked vault lacks keys to practise with. */
    boolean lacksKeys() {
        return !missingKeys().isEmpty();
    }

    private List<PracticeKey> missingKeys() {
        Signers.Look now = model.signersProperty().get();
        return now.state() != Signers.State.OPEN
                ? List.of()
                : practice.keys().stream()
                        .filter(key -> now.account(FlowAddress.of(key.address())).isEmpty())
                        .toList();
    }

    /** Takes the keys to practise with into the unlocked vault. */
    void takeKeys() {
        List<PracticeKey> missing = missingKeys();
        FlowTools tools = model.tools();
        model.run(
                "flows.busy.values",
                false,
                () -> {
                    Vault vault = tools.signers().session().use();
                    for (PracticeKey key : missing) {
                        var _ =
                                Practice.take(
                                        key,
                                        vault,
                                        model.record().network().chain(),
                                        tools.clock().instant());
                    }
                    return missing;
                },
                _ -> model.lookAtVault());
    }

    /**
     * Signs the vote that was entered as the practice node would; nothing happens where there is no
     * such node.
     */
    void vote() {
        String message = model.text(Field.VOTE_MESSAGE).get().strip();
        node().ifPresent(
                        node ->
                                model.run(
                                        "flows.busy.values",
                                        false,
                                        () -> node.vote().apply(message),
                                        signature ->
                                                model.text(Field.VOTE_SIGNATURE).set(signature)));
    }

    /** The practice node whose ID was entered. */
    Optional<PracticeNode> node() {
        String id = model.text(Field.NODE_ID).get().strip();
        return practice.nodes().stream().filter(node -> node.nodeId().equals(id)).findFirst();
    }
}
