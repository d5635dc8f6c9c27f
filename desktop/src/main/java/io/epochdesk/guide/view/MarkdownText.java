package io.epochdesk.guide.view;

import io.epochdesk.guide.Chapter;
import io.epochdesk.guide.Plain;
import io.epochdesk.ui.Labels;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** A chapter as text on the screen; headings, paragraphs, lists, code and links. */
final class MarkdownText extends VBox {

    private static final String BULLET = "\u2022";

    private final Map<String, Node> headings = new HashMap<>();

    /**
     * The text of a chapter.
     *
     * @param followed told where a link leads when it is pressed
     */
    MarkdownText(Chapter chapter, Consumer<String> followed) {
        getStyleClass().add("guide-text");
        chapter.text().accept(new Writer(this, headings, followed));
    }

    /** The heading with this anchor. */
    Optional<Node> heading(String anchor) {
        return Optional.ofNullable(headings.get(anchor));
    }

    /** Blocks go into boxes, what stands in a line into the flow of its paragraph. */
    private static final class Writer extends AbstractVisitor {

        private final Map<String, Node> headings;
        private final Consumer<String> followed;
        private final Deque<VBox> boxes = new ArrayDeque<>();
        private TextFlow line = new TextFlow();
        private String style = "";
        private int number;

        Writer(VBox box, Map<String, Node> headings, Consumer<String> followed) {
            this.headings = headings;
            this.followed = followed;
            boxes.push(box);
        }

        @Override
        public void visit(Heading heading) {
            String text = Plain.text(heading);
            Label label = heading.getLevel() == 1 ? Labels.title(text) : Labels.heading(text);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.getStyleClass().add("guide-heading-" + heading.getLevel());
            headings.put(Plain.anchor(text), label);
            add(label);
        }

        @Override
        public void visit(Paragraph paragraph) {
            line = new TextFlow();
            boolean aside =
                    paragraph.getFirstChild() instanceof Emphasis only && only.getNext() == null;
            line.getStyleClass().add(aside ? "guide-aside" : "guide-paragraph");
            visitChildren(paragraph);
            add(line);
        }

        @Override
        public void visit(BulletList list) {
            visitChildren(list);
        }

        @Override
        public void visit(OrderedList list) {
            number = Objects.requireNonNullElse(list.getMarkerStartNumber(), 1);
            visitChildren(list);
        }

        @Override
        public void visit(ListItem item) {
            String mark = item.getParent() instanceof OrderedList ? number++ + "." : BULLET;
            Label sign = Labels.body(mark);
            sign.getStyleClass().add("guide-mark");
            sign.setMinWidth(Region.USE_PREF_SIZE);
            VBox box = new VBox();
            HBox.setHgrow(box, Priority.ALWAYS);
            add(new HBox(sign, box));
            boxes.push(box);
            visitChildren(item);
            boxes.pop();
        }

        @Override
        public void visit(FencedCodeBlock code) {
            Label block = Labels.mono(code.getLiteral().stripTrailing());
            block.setWrapText(true);
            block.getStyleClass().add("guide-code");
            block.setMaxWidth(Double.MAX_VALUE);
            add(block);
        }

        @Override
        public void visit(org.commonmark.node.Text text) {
            run(text.getLiteral(), style);
        }

        @Override
        public void visit(SoftLineBreak soft) {
            run(" ", style);
        }

        @Override
        public void visit(Code code) {
            run(code.getLiteral(), "text-mono");
        }

        @Override
        public void visit(StrongEmphasis strong) {
            styled("strong", strong);
        }

        @Override
        public void visit(Emphasis emphasis) {
            styled("guide-emphasis", emphasis);
        }

        @Override
        public void visit(Link link) {
            Hyperlink shown = new Hyperlink(Plain.text(link));
            shown.getStyleClass().add("guide-link");
            shown.setOnAction(
                    _ -> {
                        followed.accept(link.getDestination());
                        shown.setVisited(false);
                    });
            line.getChildren().add(shown);
        }

        private void styled(String as, org.commonmark.node.Node node) {
            style = as;
            visitChildren(node);
            style = "";
        }

        private void run(String words, String styleClass) {
            Text run = new Text(words);
            run.getStyleClass().add("guide-run");
            if (!styleClass.isEmpty()) {
                run.getStyleClass().add(styleClass);
            }
            line.getChildren().add(run);
        }

        private void add(Node block) {
            Objects.requireNonNull(boxes.peek()).getChildren().add(block);
        }
    }
}
