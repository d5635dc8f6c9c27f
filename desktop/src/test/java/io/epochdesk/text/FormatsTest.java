package io.epochdesk.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

class FormatsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T13:02:00Z");
    private final Words words = new Words(Locale.ENGLISH);
    private final Formats berlin = new Formats(words, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "999,999",
        "1000,1 000",
        "-1000,-1 000",
        "-999,-999",
        "131402118,131 402 118"
    })
    void groupsDigitsByThree(long value, String written) {
        assertThat(Formats.number(value).replace(Formats.SEPARATOR, ' ')).isEqualTo(written);
    }

    @Property
    void losesNoDigitOfANumber(@ForAll BigInteger value) {
        assertThat(new BigInteger(Formats.number(value).replace("" + Formats.SEPARATOR, "")))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "0.40006000,0.40006 FLOW",
        "0.00000000,0 FLOW",
        "1250000.00000000,1 250 000 FLOW",
        "0.00000001,0.00000001 FLOW",
        "-1234.50000000,-1 234.5 FLOW",
        "184467440737.09551615,184 467 440 737.09551615 FLOW"
    })
    void writesFlowWithTheNeededDecimals(BigDecimal amount, String written) {
        assertThat(Formats.flow(amount).replace(Formats.SEPARATOR, ' ')).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 s",
        "8,8 s",
        "60,1 min",
        "200,3 min 20 s",
        "1260,21 min",
        "1299,21 min",
        "3600,1 h",
        "20460,5 h 41 min",
        "-20460,5 h 41 min",
        "86400,1 d",
        "187200,2 d 4 h"
    })
    void writesDurationsInWords(long seconds, String written) {
        assertThat(Formats.duration(Duration.ofSeconds(seconds))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"12,12 ms", "999,999 ms", "1000,1 s", "1449,1.4 s"})
    void writesLatencies(long millis, String written) {
        assertThat(Formats.latency(Duration.ofMillis(millis))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0,0 B", "875,875 B", "6400,6.2 KiB", "33554432,32 MiB", "1048575,1 023.9 KiB"})
    void writesSizes(long size, String written) {
        assertThat(Formats.bytes(size).replace(Formats.SEPARATOR, ' ')).isEqualTo(written);
    }

    @Test
    void neverRoundsAShareUpToAll() {
        assertThat(Formats.percent(0.999)).isEqualTo("99\u202f%");
        assertThat(Formats.percent(1)).isEqualTo("100\u202f%");
        assertThat(Formats.percent(0.29)).isEqualTo("29\u202f%");
    }

    @Test
    void writesAges() {
        assertThat(berlin.age(Duration.ofMillis(400))).isEqualTo("now");
        assertThat(berlin.age(Duration.ofSeconds(8))).isEqualTo("8 s ago");
    }

    @Test
    void writesTheDistanceToAnInstant() {
        assertThat(berlin.distance(NOW.plusSeconds(1260), NOW)).isEqualTo("in 21 min");
        assertThat(berlin.distance(NOW.minusSeconds(1260), NOW)).isEqualTo("21 min ago");
        assertThat(berlin.distance(NOW, NOW)).isEqualTo("now");
    }

    @Test
    void writesTheOperatorsTimeWithUtcBeside() {
        assertThat(berlin.instant(NOW, NOW)).isEqualTo("14:02 (13:02 UTC)");
    }

    @Test
    void writesTheDayWhenItIsNotToday() {
        assertThat(berlin.instant(Instant.parse("2026-03-03T23:30:00Z"), NOW))
                .isEqualTo("4 Mar 00:30 (3 Mar 23:30 UTC)");
    }

    @Test
    void writesUtcOnceWhereItIsTheOperatorsZone() {
        assertThat(new Formats(words, ZoneOffset.UTC).instant(NOW, NOW)).isEqualTo("13:02 UTC");
    }

    @Test
    void shortensIdsInTheMiddle() {
        assertThat(Formats.shortId("3f8a20c1" + "0".repeat(52) + "77e0"))
                .isEqualTo("3f8a20c1…77e0");
        assertThat(Formats.shortId("f8d6e0586b0a")).isEqualTo("f8d6e0586b0a");
    }
}
