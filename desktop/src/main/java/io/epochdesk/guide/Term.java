package io.epochdesk.guide;

import java.util.List;

/**
 * A word of the field and what it means.
 *
 * @param name as the glossary writes it
 * @param anchor its place in the glossary
 * @param spellings every way to write it, its name first
 * @param meaning its explanation, without marks
 */
public record Term(String name, String anchor, List<String> spellings, String meaning) {

    public Term {
        spellings = List.copyOf(spellings);
    }
}
