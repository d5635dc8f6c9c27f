package io.epochdesk.cadence;

/** Kinds of composites. */
public enum CompositeKind implements ValueKind {
    STRUCT("Struct"),
    RESOURCE("Resource"),
    EVENT("Event"),
    CONTRACT("Contract"),
    ENUM("Enum"),
    ATTACHMENT("Attachment");

    private final String label;

    CompositeKind(String label) {
        this.label = label;
    }

    /** As Cadence writes it, such as {@code Struct}. */
    @Override
    public String label() {
        return label;
    }
}
