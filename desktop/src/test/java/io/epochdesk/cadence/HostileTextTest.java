package io.epochdesk.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.epochdesk.fault.CadenceFault;
import io.epochdesk.fault.FaultException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Whatever a node sends, the outcome is a value or a fault of this room, never anything else. */
class HostileTextTest {

    private final CadenceDecoder decoder = new CadenceDecoder();
    private final List<Sample> events = Sample.events();
    private final List<Sample> vectors = Sample.vectors();

    @Property(tries = 5_000)
    void randomBytesEndInAFault(@ForAll byte[] bytes) {
        assertThat(outcome(bytes)).isNull();
    }

    @Property(tries = 5_000)
    void shuffledPiecesOfTheFormatEndInAValueOrAFault(@ForAll("pieces") List<String> pieces) {
        outcome(String.join("", pieces).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 3_000)
    void eventsWithFlippedBitsEndInAValueOrAFault(
            @ForAll @IntRange(max = 1_000) int which,
            @ForAll List<@IntRange(max = 1 << 20) Integer> flips) {
        byte[] json = events.get(which % events.size()).json();
        for (int flip : flips) {
            int bit = flip % (json.length * 8);
            json[bit / 8] ^= (byte) (1 << bit % 8);
        }
        outcome(json);
    }

    @Property(tries = 3_000)
    void vectorsWithABitFlippedEndInAValueOrAFault(
            @ForAll @IntRange(max = 1_000) int which, @ForAll @IntRange(max = 1 << 20) int flip) {
        byte[] json = vectors.get(which % vectors.size()).json();
        int bit = flip % (json.length * 8);
        json[bit / 8] ^= (byte) (1 << bit % 8);
        CadenceValue value = outcome(json);
        if (value != null) {
            assertThat(decoder.decode(CadenceEncoder.encode(value))).isEqualTo(value);
        }
    }

    @Example
    void eventsCutOffAnywhereEndInAFault() {
        for (Sample event : events) {
            byte[] json = event.json();
            for (int length = 0; length < Math.min(json.length, 8_000); length++) {
                assertThat(outcome(Arrays.copyOf(json, length)))
                        .as(event + " of " + length)
                        .isNull();
            }
        }
    }

    @Example
    void vectorsCutOffAnywhereEndInAFault() {
        for (Sample vector : vectors) {
            byte[] json = vector.json();
            for (int length = 0; length < json.length; length++) {
                assertThat(outcome(Arrays.copyOf(json, length)))
                        .as(vector + " of " + length)
                        .isNull();
            }
        }
    }

    @Example
    void vectorsWithAnyByteReplacedEndInAValueOrAFault() {
        for (Sample vector : vectors) {
            byte[] json = vector.json();
            for (int at = 0; at < json.length; at++) {
                for (byte replacement :
                        new byte[] {0, '"', '\\', '{', ']', '9', 'n', (byte) 0xC3, -1}) {
                    byte[] changed = json.clone();
                    changed[at] = replacement;
                    outcome(changed);
                }
            }
        }
    }

    @Example
    void numbersOfAMillionDigitsEndInAFault() {
        for (ValueKind kind : ValueKind.BY_LABEL.values()) {
            for (String digits : List.of("9".repeat(1_000_000), "0." + "9".repeat(1_000_000))) {
                byte[] json =
                        ("{\"value\":\"" + digits + "\",\"type\":\"" + kind.label() + "\"}")
                                .getBytes(StandardCharsets.UTF_8);
                if (kind != PlainKind.STRING
                        && kind != PlainKind.CHARACTER
                        && kind != PlainKind.VOID) {
                    assertThat(outcome(json)).as(kind.label()).isNull();
                }
            }
        }
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"type\"",
                        "\"value\"",
                        "\"id\"",
                        "\"fields\"",
                        "\"name\"",
                        "\"key\"",
                        "\"Array\"",
                        "\"Optional\"",
                        "\"Struct\"",
                        "\"UInt8\"",
                        "\"UFix64\"",
                        "\"Type\"",
                        "\"staticType\"",
                        "\"kind\"",
                        "\"1\"",
                        "\"1.0\"",
                        "null",
                        "true",
                        "1",
                        "{\"type\":\"Void\"}",
                        "{\"type\":\"Array\",\"value\":[",
                        "]}",
                        " ",
                        "\"\\u0041\"",
                        "\"")
                .list()
                .ofMaxSize(25);
    }

    /** The value, or null when it ended in a fault of this room. */
    private @Nullable CadenceValue outcome(byte[] json) {
        try {
            return decoder.decode(json);
        } catch (FaultException e) {
            if (!(e.fault() instanceof CadenceFault)) {
                fail("another fault", e);
            }
            return null;
        }
    }
}
