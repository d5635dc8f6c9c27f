package io.epochdesk.guide;

import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * A chapter of the guide: one file.
 *
 * @param id the file's name without its ending: {@code clusters}
 * @param title its first heading
 * @param text the parsed file; only read, never changed
 */
public record Chapter(String id, String title, Node text) {

    static Chapter of(String id, Node parsed) {
        if (!(parsed instanceof Document)
                || !(parsed.getFirstChild() instanceof Heading first)
                || first.getLevel() != 1) {
            throw new IllegalArgumentException("the chapter " + id + " begins with no title");
        }
        return new Chapter(id, Plain.text(first), parsed);
    }
}
