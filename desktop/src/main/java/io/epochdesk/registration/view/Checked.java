package io.epochdesk.registration.view;

import io.epochdesk.registration.Field;
import io.epochdesk.registration.FieldProblem;

import java.util.Map;

/**
 * Values that were looked at.
 *
 * @param texts what was typed then; what was typed since is not judged by this
 * @param wrong what is wrong with them
 */
record Checked(Map<Field, String> texts, Map<Field, FieldProblem> wrong) {

    Checked {
        texts = Map.copyOf(texts);
        wrong = Map.copyOf(wrong);
    }

    /** Whether a field still has the text that was looked at. */
    boolean isOf(Field field, String text) {
        return text.equals(texts.get(field));
    }
}
