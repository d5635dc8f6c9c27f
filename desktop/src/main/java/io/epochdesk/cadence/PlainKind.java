package io.epochdesk.cadence;

/** The kinds of values that are neither numbers nor composites. */
enum PlainKind implements ValueKind {
    VOID("Void"),
    OPTIONAL("Optional"),
    BOOL("Bool"),
    STRING("String"),
    CHARACTER("Character"),
    ADDRESS("Address"),
    ARRAY("Array"),
    DICTIONARY("Dictionary"),
    PATH("Path"),
    TYPE("Type"),
    CAPABILITY("Capability"),
    INCLUSIVE_RANGE("InclusiveRange"),
    FUNCTION("Function");

    private final String label;

    PlainKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
