package io.epochdesk.guide;

import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The terms, and where they stand in a sentence. */
public final class Glossary {

    /** The chapter it is. */
    public static final String CHAPTER = "glossary";

    private static final String ALSO = "Also: ";
    private static final String BEFORE = "(?<![\\p{L}\\p{N}-])(";

    /** No part of a name such as QC.02 or of a file's. */
    private static final String AFTER = ")(?:s|es)?(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])";

    private final List<Term> terms;
    private final Map<String, Term> bySpelling = new HashMap<>();
    private final Set<String> capitals = new HashSet<>();
    private final Pattern anywhere;

    private Glossary(List<Term> terms) {
        this.terms = List.copyOf(terms);
        for (Term term : terms) {
            for (String spelling : term.spellings()) {
                if (isInCapitals(spelling)) {
                    capitals.add(spelling);
                }
                if (bySpelling.put(spelling.toLowerCase(Locale.ROOT), term) != null) {
                    throw new IllegalArgumentException("two terms are spelled " + spelling);
                }
            }
        }
        // The longest comes first: a machine account is not an account.
        anywhere =
                Pattern.compile(
                        bySpelling.keySet().stream()
                                .sorted(Comparator.comparingInt(String::length).reversed())
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|", BEFORE, AFTER)),
                        Pattern.CASE_INSENSITIVE);
    }

    /**
     * A term in a sentence.
     *
     * @param start where it begins in the sentence
     * @param end where it has ended
     */
    public record Mention(Term term, int start, int end) {}

    /**
     * Reads the chapter: a heading of the second level a term, below it perhaps other spellings as
     * <i>Also: one, another</i>, then its meaning.
     */
    static Glossary of(Chapter chapter) {
        List<Term> terms = new ArrayList<>();
        for (Node node = chapter.text().getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 2) {
                terms.add(term(heading));
            }
        }
        return new Glossary(terms);
    }

    private static Term term(Heading heading) {
        String name = Plain.text(heading);
        List<String> spellings = new ArrayList<>(List.of(name));
        Node next = heading.getNext();
        if (next instanceof Paragraph
                && next.getFirstChild() instanceof Emphasis also
                && also.getNext() == null) {
            String written = Plain.text(also);
            if (!written.startsWith(ALSO)) {
                throw new IllegalArgumentException(name + " is followed by " + written);
            }
            spellings.addAll(Arrays.asList(written.substring(ALSO.length()).split(", ", -1)));
            next = next.getNext();
        }
        if (!(next instanceof Paragraph)) {
            throw new IllegalArgumentException(name + " has no meaning");
        }
        StringBuilder meaning = new StringBuilder();
        for (Node part = next; part instanceof Paragraph; part = part.getNext()) {
            meaning.append(meaning.isEmpty() ? "" : "\n").append(Plain.text(part));
        }
        return new Term(name, Plain.anchor(name), spellings, meaning.toString());
    }

    /** FLOW is money, and a flow is not; names in capitals are written so or are other words. */
    private static boolean isInCapitals(String spelling) {
        return spelling.chars().limit(2).allMatch(Character::isUpperCase);
    }

    private boolean isWrittenSo(MatchResult found) {
        String written = found.group(1);
        return capitals.contains(written) || capitals.stream().noneMatch(written::equalsIgnoreCase);
    }

    /** All terms in the order of the glossary. */
    public List<Term> terms() {
        return terms;
    }

    /**
     * Every term in the sentence, of one or of many, from left to right; the longest where several
     * fit.
     */
    public List<Mention> mentions(String sentence) {
        return anywhere.matcher(sentence)
                .results()
                .filter(this::isWrittenSo)
                .map(this::mention)
                .toList();
    }

    /** The term at this character of the sentence. */
    public Optional<Mention> at(String sentence, int character) {
        return mentions(sentence).stream()
                .filter(found -> character >= found.start() && character < found.end())
                .findFirst();
    }

    private Mention mention(MatchResult found) {
        Term term = bySpelling.get(found.group(1).toLowerCase(Locale.ROOT));
        return new Mention(Objects.requireNonNull(term), found.start(), found.end());
    }
}
