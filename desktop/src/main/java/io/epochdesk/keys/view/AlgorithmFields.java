package io.epochdesk.keys.view;

import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Field;

import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.Arrays;

/** The algorithms of a key; those of machine accounts at first. */
final class AlgorithmFields {

    private final ChoiceBox<SignatureAlgorithm> signature = new ChoiceBox<>();
    private final ChoiceBox<HashAlgorithm> hash = new ChoiceBox<>();
    private final HBox root;

    AlgorithmFields(Words words) {
        signature.setId("signature-algorithm");
        signature
                .getItems()
                .setAll(
                        Arrays.stream(SignatureAlgorithm.values())
                                .filter(SignatureAlgorithm::signsForAccounts)
                                .toList());
        signature.setValue(SignatureAlgorithm.ECDSA_P256);
        hash.setId("hash-algorithm");
        hash.getItems()
                .setAll(
                        Arrays.stream(HashAlgorithm.values())
                                .filter(HashAlgorithm::signsForAccounts)
                                .toList());
        hash.setValue(HashAlgorithm.SHA3_256);
        Field left = new Field(words.say("vault.signature"), signature);
        Field right = new Field(words.say("vault.hash"), hash);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        root = new HBox(12, left, right);
    }

    HBox root() {
        return root;
    }

    SignatureAlgorithm signature() {
        return signature.getValue();
    }

    HashAlgorithm hash() {
        return hash.getValue();
    }
}
