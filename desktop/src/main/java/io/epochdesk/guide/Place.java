package io.epochdesk.guide;

/**
 * A place in the guide.
 *
 * @param chapter a chapter's ID
 * @param anchor a heading in it, or empty for its beginning
 */
public record Place(String chapter, String anchor) {

    private static final String ENDING = ".md";

    /** The beginning of the contents. */
    public static final Place CONTENTS = new Place(Guide.CONTENTS, "");

    /** What is written as {@code chapter} or {@code chapter#anchor}. */
    public static Place of(String topic) {
        int hash = topic.indexOf('#');
        return hash < 0
                ? new Place(topic, "")
                : new Place(topic.substring(0, hash), topic.substring(hash + 1));
    }

    /** Where a term is explained. */
    public static Place of(Term term) {
        return new Place(Glossary.CHAPTER, term.anchor());
    }

    /**
     * Where a link in a chapter leads: {@code other.md}, {@code other.md#anchor}, {@code #anchor}.
     */
    public static Place follow(String link, String from) {
        Place written = of(link);
        String chapter =
                written.chapter().isEmpty()
                        ? from
                        : written.chapter()
                                .substring(0, written.chapter().length() - ENDING.length());
        return new Place(chapter, written.anchor());
    }
}
