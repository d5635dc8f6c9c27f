package io.epochdesk.cadence;

import static io.epochdesk.cadence.FaultAssert.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.epochdesk.fault.CadenceFault;
import io.epochdesk.fault.CadenceFault.Kind;
import io.epochdesk.fault.FaultException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whatever a node sends as CCF, the outcome is a value or a fault of this room, never anything
 * else.
 */
class HostileCcfTest {

    private static final String INT = "d88904";
    private static final String STRING = "d88901";
    private static final String UINT8 = "d8890c";
    private static final String ANY = "d8891827";
    private static final String TYPE = "d8891829";

    private final CadenceDecoder decoder = new CadenceDecoder();
    private final List<CcfSample> samples = CcfSample.all();

    @Property(tries = 2_000)
    void randomBytesBehindAKnownTagEndInAValueOrAFault(
            @ForAll @IntRange(min = 128, max = 131) int tag, @ForAll byte[] bytes) {
        byte[] message = new byte[bytes.length + 2];
        message[0] = (byte) 0xD8;
        message[1] = (byte) tag;
        System.arraycopy(bytes, 0, message, 2, bytes.length);
        outcome(message);
    }

    @Property(tries = 4_000)
    void shuffledPiecesOfTheFormatEndInAValueOrAFault(@ForAll("pieces") List<String> pieces) {
        outcome(HexFormat.of().parseHex(String.join("", pieces)));
    }

    @Property(tries = 2_000)
    void messagesWithFlippedBitsEndInAValueOrAFault(
            @ForAll @IntRange(max = 1_000) int which,
            @ForAll List<@IntRange(max = 1 << 20) Integer> flips) {
        byte[] message = samples.get(which % samples.size()).ccf();
        for (int flip : flips) {
            int bit = flip % (message.length * 8);
            message[bit / 8] ^= (byte) (1 << bit % 8);
        }
        outcome(message);
    }

    @Example
    void messagesCutOffAnywhereEndInAFault() {
        for (CcfSample sample : samples) {
            byte[] message = sample.ccf();
            for (int length = 0; length < message.length; length += length < 1_000 ? 1 : 11) {
                assertThat(outcome(Arrays.copyOf(message, length)))
                        .as(sample + " of " + length)
                        .isNull();
            }
        }
    }

    @Example
    void messagesWithAnyBitFlippedEndInAValueOrAFault() {
        for (CcfSample sample : samples) {
            byte[] message = sample.ccf();
            for (int bit = 0; bit < Math.min(message.length, 200) * 8; bit++) {
                message[bit / 8] ^= (byte) (1 << bit % 8);
                CadenceValue value = outcome(message);
                if (value != null && bit % 8 == 0) {
                    assertThat(decoder.decode(CadenceEncoder.encode(value))).isEqualTo(value);
                }
                message[bit / 8] ^= (byte) (1 << bit % 8);
            }
        }
    }

    @Example
    void messagesWithAnyByteReplacedEndInAValueOrAFault() {
        for (CcfSample sample : samples) {
            byte[] message = sample.ccf();
            for (int at = 0; at < Math.min(message.length, 100); at++) {
                byte before = message[at];
                for (int replacement :
                        new int[] {0, 0x1B, 0x3B, 0x5F, 0x7B, 0x80, 0x9F, 0xD8, 0xF6}) {
                    message[at] = (byte) replacement;
                    outcome(message);
                }
                message[at] = before;
            }
        }
    }

    @Example
    void bytesBehindTheValueAreAFault() {
        for (CcfSample sample : samples) {
            byte[] message = sample.ccf();
            assertThat(outcome(Arrays.copyOf(message, message.length + 1)))
                    .as(sample.name())
                    .isNull();
        }
    }

    @Example
    void nothingIsTakenInAnotherThanItsOneForm() {
        List<String> refused =
                List.of(
                        // heads longer than needed
                        "d88282d889180405",
                        "d88282" + UINT8 + "1805",
                        "d88282" + UINT8 + "190005",
                        "d88282" + UINT8 + "1a00000005",
                        "d88282" + UINT8 + "1b0000000000000005",
                        "d88282" + STRING + "780161",
                        "d98200" + "82" + UINT8 + "05",
                        // lengths not told at once
                        "d88282" + STRING + "7f6161ff",
                        "d88282d88b" + UINT8 + "9f05ff",
                        // floats, maps, other simple values
                        "d88282" + UINT8 + "f94500",
                        "d88282" + UINT8 + "a0",
                        "d88282" + UINT8 + "f7",
                        "d88282d88900" + "e0",
                        // bignums with a leading zero, or numbers instead of bignums
                        "d88282" + INT + "c2420005",
                        "d88282" + INT + "05",
                        "d88282" + UINT8 + "c24105",
                        // negative where none can be
                        "d88282" + UINT8 + "20",
                        // not UTF-8
                        "d88282" + STRING + "62c328",
                        "d88282" + STRING + "63eda080",
                        // a dictionary out of order, one with a key twice, one without a value
                        "d88282d88d82" + UINT8 + UINT8 + "8402020101",
                        "d88282d88d82" + UINT8 + UINT8 + "8401020102",
                        "d88282d88d82" + UINT8 + UINT8 + "8101",
                        // an array of another size
                        "d88282d88c8202" + UINT8 + "8101",
                        // an address of seven bytes
                        "d88282d88903" + "4701020304050607",
                        // an empty character, a path of no domain
                        "d88282d88902" + "60",
                        "d88282d889181a" + "820261" + "61",
                        // types without a number, a tag or a type to speak of
                        "d88282d889181d" + "00",
                        "d88282d889186b" + "00",
                        "d88282d89005",
                        "d88282d8884005",
                        "d88282d88f80" + "05",
                        // a value without a type where there must be one
                        "d88282" + ANY + "05",
                        "d88282" + ANY + "f6",
                        // a message without a value, an unknown one
                        "d88081d8a183404161" + "80",
                        "d88382" + UINT8 + "05");

        for (String message : refused) {
            fault(Kind.MALFORMED, () -> decoder.decode(HexFormat.of().parseHex(message)));
        }
    }

    @Example
    void declaredTypesAreTakenInOneOrderOnly() {
        String b = "d8a083410164" + "412e7979" + "8182616e" + UINT8;
        String reference = "82d888408105";
        String named = "d8a08340" + "64412e7878" + "8182616e" + UINT8;

        assertThat(outcome("d8818282" + named + b + reference)).isNotNull();
        assertThat(outcome("d8818281" + named + reference)).isNotNull();
        // the second before the first, the same twice, numbered from one, a field twice, no type
        assertThat(outcome("d8818282" + b + named + reference)).isNull();
        assertThat(outcome("d8818282" + named + named + reference)).isNull();
        assertThat(outcome("d8818281" + b + reference)).isNull();
        assertThat(
                        outcome(
                                "d8818281d8a0834064412e787882"
                                        + "82616e"
                                        + UINT8
                                        + "82616e"
                                        + UINT8
                                        + "82d88840820505"))
                .isNull();
        assertThat(outcome("d8818280" + "82" + UINT8 + "05")).isNull();
    }

    @Example
    void lengthsBeyondTheEndAreNotBelieved() {
        for (String head :
                List.of("9a7fffffff", "9b7fffffffffffffff", "9bffffffffffffffff", "9a00ffffff")) {
            fault(Kind.MALFORMED, () -> decode("d88282d88b" + UINT8 + head + "05"));
            fault(Kind.MALFORMED, () -> decode("d88182" + head));
        }
        for (String head : List.of("7a7fffffff", "7b7fffffffffffffff", "7bffffffffffffffff")) {
            fault(Kind.MALFORMED, () -> decode("d88282" + STRING + head + "61"));
        }
    }

    @Example
    void depthIsLimitedInTypesAndInValues() {
        fault(Kind.TOO_DEEP, () -> decode("d88282" + "d88a".repeat(300) + UINT8 + "05"));
        fault(Kind.TOO_DEEP, () -> decode("d88282" + "d88b".repeat(100_000) + UINT8));
        fault(Kind.TOO_DEEP, () -> decode("d88282" + TYPE + "d8bb".repeat(100_000) + "d8b90c"));
        String nested = "d88282d88b" + ANY + "81";
        fault(Kind.TOO_DEEP, () -> decode(nested.repeat(100_000)));
        String node = "d88182" + "81d8a0834064412e4e6e8182616ed88ad88840" + "82d88840";
        fault(Kind.TOO_DEEP, () -> decode(node + "81".repeat(100_000) + "f6"));
        assertThat(outcome(node + "81".repeat(50) + "f6")).isNotNull();
    }

    @Example
    void elementsAreLimited() {
        CadenceDecoder few = new CadenceDecoder(new Limits(1 << 20, 20, 100, 40));
        byte[] enough = HexFormat.of().parseHex("d88282d88b" + UINT8 + "9826" + "05".repeat(38));
        byte[] more = HexFormat.of().parseHex("d88282d88b" + UINT8 + "9827" + "05".repeat(39));

        assertThat(few.decode(enough)).isEqualTo(decoder.decode(enough));
        fault(Kind.TOO_MANY_ELEMENTS, () -> few.decode(more));
        // the same once more, when the type is known
        assertThat(few.decode(enough)).isEqualTo(decoder.decode(enough));
        fault(Kind.TOO_MANY_ELEMENTS, () -> few.decode(more));
    }

    /** A type told in few bytes, of which each value would make a whole tree. */
    @Example
    void whatIsMadeOfFewBytesIsCounted() {
        String fields = "d8a083406441" + "2e4e6e" + "98c8" + fields(200);
        String capability = "824800000000000000" + "0101";
        String message =
                "d8818281" + fields + "82d88bd89081d88840" + "99ffff" + capability.repeat(65_535);

        fault(Kind.TOO_MANY_ELEMENTS, () -> decode(message));
    }

    @Example
    void digitsAreLimited() {
        fault(
                Kind.TOO_MANY_DIGITS,
                () -> decode("d88282" + INT + "c2" + "59ffff" + "ff".repeat(65_535)));
        fault(Kind.TOO_MANY_DIGITS, () -> decode("d88282d88909" + "c2" + "5819" + "ff".repeat(25)));
        fault(Kind.OUT_OF_RANGE, () -> decode("d88282d88909" + "c2" + "50" + "ff".repeat(16)));
        fault(Kind.OUT_OF_RANGE, () -> decode("d88282d8890b" + "c34105"));
        fault(Kind.OUT_OF_RANGE, () -> decode("d88282" + UINT8 + "190100"));
        fault(Kind.OUT_OF_RANGE, () -> decode("d88282d88908" + "3b8000000000000000"));
        fault(Kind.OUT_OF_RANGE, () -> decode("d88282d88908" + "1b8000000000000000"));
        fault(Kind.OUT_OF_RANGE, () -> decode("d88282d88916" + "1b8000000000000000"));
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "d88282",
                        "d88182",
                        "81",
                        "82",
                        "83",
                        "84",
                        "80",
                        "d8a0",
                        "d8a2",
                        "d8b0",
                        "40",
                        "4101",
                        "64412e4e6e",
                        "616e",
                        "60",
                        UINT8,
                        STRING,
                        INT,
                        ANY,
                        TYPE,
                        "d88903",
                        "d8891832",
                        "d8891833",
                        "d88a",
                        "d88b",
                        "d88c",
                        "d88d",
                        "d88e",
                        "d88f",
                        "d890",
                        "d891",
                        "d892",
                        "d893",
                        "d88840",
                        "d8884101",
                        "d8b9",
                        "d8ba",
                        "d8bc",
                        "d8be",
                        "d8bf",
                        "d8c0",
                        "d8c1",
                        "d8d0",
                        "d8d4",
                        "d8b840",
                        "f6",
                        "f5",
                        "05",
                        "20",
                        "c24105",
                        "480102030405060708",
                        "1863",
                        "1865")
                .list()
                .ofMaxSize(30)
                .map(
                        pieces ->
                                Stream.concat(
                                                Stream.of(
                                                        pieces.size() % 3 == 0
                                                                ? "d88182"
                                                                : "d88282"),
                                                pieces.stream())
                                        .toList());
    }

    private static String fields(int count) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < count; i++) {
            fields.append("8264")
                    .append(
                            HexFormat.of()
                                    .formatHex(
                                            String.format("f%03d", i)
                                                    .getBytes(
                                                            java.nio.charset.StandardCharsets
                                                                    .US_ASCII)))
                    .append(UINT8);
        }
        return fields.toString();
    }

    private CadenceValue decode(String hex) {
        return decoder.decode(HexFormat.of().parseHex(hex));
    }

    private @Nullable CadenceValue outcome(String hex) {
        return outcome(HexFormat.of().parseHex(hex));
    }

    /** The value, or null when it ended in a fault of this room. */
    private @Nullable CadenceValue outcome(byte[] message) {
        try {
            return decoder.decode(message);
        } catch (FaultException e) {
            if (!(e.fault() instanceof CadenceFault)) {
                fail("another fault", e);
            }
            return null;
        }
    }
}
