package io.epochdesk.guide;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

import java.util.Locale;

/** Markdown without its marks. */
public final class Plain extends AbstractVisitor {

    private final StringBuilder text = new StringBuilder();

    private Plain() {}

    /** The text of a node and everything in it, on one line. */
    public static String text(Node node) {
        Plain plain = new Plain();
        node.accept(plain);
        return plain.text.toString();
    }

    /** How a heading is named in a link, as GitHub does: {@code #quorum-certificate}. */
    public static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replace(' ', '-');
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak node) {
        text.append(' ');
    }
}
