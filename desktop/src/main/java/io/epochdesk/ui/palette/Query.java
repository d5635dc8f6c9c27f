package io.epochdesk.ui.palette;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was typed, as words that must all be found. A word is found in a title at the beginning of a
 * word, else anywhere in it, else letter by letter with gaps that begin at words (<i>mn</i> finds
 * <i>My nodes</i>); in details and IDs only as a whole.
 */
final class Query {

    private static final int TITLE_START = 120;
    private static final int WORD_START = 100;
    private static final int INSIDE = 60;
    private static final int WITH_GAPS = 40;
    private static final int ELSEWHERE_START = 50;
    private static final int ELSEWHERE = 20;

    private final List<String> words;

    private Query(List<String> words) {
        this.words = words;
    }

    static Query of(String typed) {
        return new Query(
                Arrays.stream(typed.strip().split("\\s+"))
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .map(word -> word.matches("0x[0-9a-f]+") ? word.substring(2) : word)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** How well the command fits, if it does. */
    Optional<Match> match(Command command) {
        String title = command.title().toLowerCase(Locale.ROOT);
        String rest = (command.detail() + " " + command.also()).toLowerCase(Locale.ROOT);
        int score = 0;
        List<Match.Range> found = new ArrayList<>();
        for (String word : words) {
            int inTitle = inTitle(word, title, found);
            if (inTitle == 0 && !command.kind().isNamedByDigits()) {
                inTitle = withGaps(word, title, found);
            }
            int gained = inTitle > 0 ? inTitle : elsewhere(word, rest);
            if (gained == 0) {
                return Optional.empty();
            }
            score += gained;
        }
        return Optional.of(new Match(command, score, found));
    }

    private static int inTitle(String word, String title, List<Match.Range> found) {
        int at = wordStart(word, title);
        if (at < 0) {
            at = title.indexOf(word);
            if (at < 0) {
                return 0;
            }
            found.add(new Match.Range(at, at + word.length()));
            return INSIDE;
        }
        found.add(new Match.Range(at, at + word.length()));
        return at == 0 ? TITLE_START : WORD_START;
    }

    /** Where the word begins a word of the text, or -1. */
    private static int wordStart(String word, String text) {
        int at = text.indexOf(word);
        while (at >= 0 && !isStart(text, at)) {
            at = text.indexOf(word, at + 1);
        }
        return at;
    }

    private static boolean isStart(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    /** Each letter follows the one before, or begins a word further on. */
    private static int withGaps(String word, String title, List<Match.Range> found) {
        for (int start = 0; start < title.length(); start++) {
            if (isStart(title, start) && title.charAt(start) == word.charAt(0)) {
                List<Match.Range> ranges = follow(word, title, start);
                if (!ranges.isEmpty()) {
                    found.addAll(ranges);
                    return WITH_GAPS;
                }
            }
        }
        return 0;
    }

    private static List<Match.Range> follow(String word, String title, int start) {
        List<Match.Range> ranges = new ArrayList<>();
        int begun = start;
        int at = start + 1;
        for (int letter = 1; letter < word.length(); letter++) {
            char wanted = word.charAt(letter);
            if (at >= title.length() || title.charAt(at) != wanted) {
                ranges.add(new Match.Range(begun, at));
                at = nextStart(title, at, wanted);
                if (at < 0) {
                    return List.of();
                }
                begun = at;
            }
            at++;
        }
        ranges.add(new Match.Range(begun, at));
        return ranges;
    }

    private static int nextStart(String title, int from, char wanted) {
        for (int at = from; at < title.length(); at++) {
            if (title.charAt(at) == wanted && isStart(title, at)) {
                return at;
            }
        }
        return -1;
    }

    private static int elsewhere(String word, String rest) {
        if (!rest.contains(word)) {
            return 0;
        }
        return wordStart(word, rest) >= 0 ? ELSEWHERE_START : ELSEWHERE;
    }
}
