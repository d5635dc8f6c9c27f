package io.epochdesk.guide.view;

import io.epochdesk.guide.Glossary;
import io.epochdesk.guide.Guide;
import io.epochdesk.guide.Place;
import io.epochdesk.guide.Term;
import io.epochdesk.ui.WhileShown;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The sentences of one page, each term underlined where it first appears: the pointer explains it,
 * a press opens the glossary there.
 */
public final class Explained {

    private final GuideViewModel guide;
    private final List<Sentence> sentences = new ArrayList<>();

    /** A page without sentences; the guide is read if it was not. */
    public Explained(GuideViewModel guide) {
        this.guide = guide;
        guide.want();
    }

    /**
     * The next sentence of the page.
     *
     * @param size a style class of the type scale, such as {@code text-body}
     */
    public TextFlow sentence(String text, String size) {
        Sentence sentence = new Sentence(text, size);
        sentences.add(sentence);
        // The guide lives longer than the page.
        WhileShown.of(sentence.flow, () -> guide.guideProperty().subscribe(_ -> mark()));
        mark();
        return sentence.flow;
    }

    /** Terms of the page in the order in which they first appear; empty until the guide is read. */
    public List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        sentences.forEach(sentence -> terms.addAll(sentence.explained));
        return terms;
    }

    private void mark() {
        Set<Term> seen = new HashSet<>();
        for (Sentence sentence : sentences) {
            sentence.mark(guide.guideProperty().get(), seen);
        }
    }

    private final class Sentence {

        private final TextFlow flow = new TextFlow();
        private final String text;
        private final String size;
        private final List<Term> explained = new ArrayList<>();
        private boolean marked;

        Sentence(String text, String size) {
            this.text = text;
            this.size = size;
            flow.getStyleClass().add("explained");
            flow.getChildren().add(run(text, "explained-run"));
        }

        void mark(@Nullable Guide read, Set<Term> seen) {
            if (marked || read == null) {
                seen.addAll(explained);
                return;
            }
            marked = true;
            flow.getChildren().clear();
            int from = 0;
            for (Glossary.Mention mention : read.glossary().mentions(text)) {
                if (seen.add(mention.term())) {
                    explained.add(mention.term());
                    add(from, mention.start());
                    Text term =
                            run(text.substring(mention.start(), mention.end()), "explained-term");
                    term.setOnMouseClicked(_ -> guide.show(Place.of(mention.term())));
                    flow.getChildren().add(term);
                    from = mention.end();
                }
            }
            add(from, text.length());
        }

        private void add(int from, int to) {
            if (from < to) {
                flow.getChildren().add(run(text.substring(from, to), "explained-run"));
            }
        }

        private Text run(String words, String kind) {
            Text run = new Text(words);
            run.getStyleClass().addAll("guide-run", kind, size);
            return run;
        }
    }
}
