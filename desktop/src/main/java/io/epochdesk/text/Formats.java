package io.epochdesk.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How figures are written: the same in the window and in headless output. */
public final class Formats {

    /** Stands between groups of three digits: thin, and never broken. */
    public static final char SEPARATOR = '\u202f';

    private static final int ID_HEAD = 8;
    private static final int ID_TAIL = 4;

    private final Words words;
    private final ZoneId zone;
    private final DateTimeFormatter time;
    private final DateTimeFormatter dayAndTime;

    /**
     * Formats of a language and a time zone.
     *
     * @param words the language
     * @param zone the operator's time zone; UTC is always written beside it
     */
    public Formats(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
        time = DateTimeFormatter.ofPattern("HH:mm", words.locale());
        dayAndTime = DateTimeFormatter.ofPattern("d MMM HH:mm", words.locale());
    }

    /** The words these formats belong to. */
    public Words words() {
        return words;
    }

    /** A whole number with thin separators: {@code 131 402 118}. */
    public static String number(long value) {
        return grouped(Long.toString(value));
    }

    /** A whole number of any size with thin separators. */
    public static String number(BigInteger value) {
        return grouped(value.toString());
    }

    /** An amount with as many decimals as it needs: {@code 0.40006 FLOW}. */
    public static String flow(BigDecimal amount) {
        return decimal(amount) + " FLOW";
    }

    /** A decimal number with as many decimals as it needs, exact, with thin separators. */
    public static String decimal(BigDecimal value) {
        String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.');
        return point < 0
                ? grouped(plain)
                : grouped(plain.substring(0, point)) + plain.substring(point);
    }

    /** A share as whole percents, rounded down, so that 100 % means all of it. */
    public static String percent(double share) {
        return number((long) Math.floor(share * 100 + 1e-9)) + SEPARATOR + "%";
    }

    /**
     * A duration in words with its two largest units: {@code 2 d 4 h}, {@code 5 h 41 min}, {@code
     * 21 min}, {@code 3 min 20 s}, {@code 8 s}. From ten minutes on seconds are left out; a
     * negative one is written as its length.
     */
    public static String duration(Duration duration) {
        long seconds = Math.abs(duration.toSeconds());
        if (seconds >= 86_400) {
            return two(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h");
        }
        if (seconds >= 3_600) {
            return two(seconds / 3_600, "h", seconds % 3_600 / 60, "min");
        }
        if (seconds >= 600) {
            return seconds / 60 + " min";
        }
        return seconds >= 60 ? two(seconds / 60, "min", seconds % 60, "s") : seconds + " s";
    }

    /** A round trip: {@code 12 ms} below a second, {@code 1.4 s} above. */
    public static String latency(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        return millis < 1_000
                ? millis + " ms"
                : decimal(BigDecimal.valueOf(millis / 100, 1)) + " s";
    }

    /** A size: {@code 875 B}, {@code 6.2 KiB}, {@code 32 MiB}; rounded down. */
    public static String bytes(long size) {
        if (size < 1_024) {
            return size + " B";
        }
        boolean mebi = size >= 1 << 20;
        long tenths = size * 10 / (mebi ? 1 << 20 : 1_024);
        return decimal(BigDecimal.valueOf(tenths, 1)) + (mebi ? " MiB" : " KiB");
    }

    /** How long ago something was: {@code 8 s ago}, {@code now} below a second. */
    public String age(Duration age) {
        return age.toSeconds() <= 0
                ? words.say("format.now")
                : words.say("format.ago", "duration", duration(age));
    }

    /** Where an instant lies from now: {@code in 21 min}, {@code 21 min ago}, {@code now}. */
    public String distance(Instant at, Instant now) {
        Duration ahead = Duration.between(now, at);
        return ahead.toSeconds() > 0
                ? words.say("format.in", "duration", duration(ahead))
                : age(ahead.negated());
    }

    /**
     * An instant in the operator's zone with UTC beside it: {@code 14:02 (13:02 UTC)}; with the day
     * when it is not today, and UTC's own day where it is another.
     */
    public String instant(Instant at, Instant now) {
        boolean today = day(at).equals(day(now));
        DateTimeFormatter pattern = today ? time : dayAndTime;
        boolean sameDay = LocalDate.ofInstant(at, ZoneOffset.UTC).equals(day(at));
        boolean alone = zone.getRules().getOffset(at).equals(ZoneOffset.UTC);
        DateTimeFormatter utcPattern = sameDay && !alone ? time : pattern;
        String utc = utcPattern.format(at.atZone(ZoneOffset.UTC)) + " UTC";
        return alone ? utc : pattern.format(at.atZone(zone)) + " (" + utc + ")";
    }

    /** An ID shortened in its middle: {@code 3f8a20c1…77e0}; short ones stay as they are. */
    public static String shortId(String id) {
        return id.length() <= ID_HEAD + ID_TAIL + 1
                ? id
                : id.substring(0, ID_HEAD) + "…" + id.substring(id.length() - ID_TAIL);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        String head = String.format(Locale.ROOT, "%d %s", large, largeUnit);
        return small == 0 ? head : head + " " + small + " " + smallUnit;
    }

    private static String grouped(String digits) {
        int first = digits.startsWith("-") ? 1 : 0;
        StringBuilder text = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > first; i -= 3) {
            text.insert(i, SEPARATOR);
        }
        return text.toString();
    }
}
