package io.epochdesk.registration.view;

import io.epochdesk.guide.view.Explained;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Tone;

import javafx.scene.layout.VBox;

/** What a flow does, what it takes, what will be signed, and what cannot be undone. */
final class PurposePane {

    private PurposePane() {}

    static VBox of(FlowKind kind, FlowTexts flow, Explained explained) {
        Words words = flow.words();
        VBox page = Pages.page(explained.sentence(flow.flows().purpose(kind), "text-body"));
        String warning = flow.warning(kind);
        if (!warning.isEmpty()) {
            page.getChildren()
                    .add(Pages.note(Tone.ATTENTION, explained.sentence(warning, "text-body")));
        }
        page.getChildren()
                .addAll(
                        Pages.section(
                                words.say("flows.needs"),
                                explained.sentence(flow.flows().needs(kind), "text-body")),
                        Pages.section(
                                words.count("flows.signed", kind.templates().size()),
                                Pages.bullets(flow.transactions(kind), explained)),
                        Pages.section(
                                words.say("flows.promise"),
                                explained.sentence(words.say("flows.promise.why"), "text-body")));
        return page;
    }
}
