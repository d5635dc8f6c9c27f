package io.epochdesk.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.text.Normalizer;

/** Ours beside the JDK's, which needs a String. */
class NfkdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "Pässwörter",
                "ﬁne ①②③ ﷺ Ⅷ",
                "한국어 각",
                "a\u0315\u0300\u05aeb",
                "\u1e0b\u0323 D\u0307\u0323",
                "\u0344\u0385",
                "Ω K Å",
                "\ud834\udd5e\ud834\udd65\ud834\udd6d",
                "\u0300\u0315\u0300x\u0315",
                "\ud83d\udd11 key"
            })
    void decomposesAsTheJdkDoes(String text) {
        assertThat(new String(Nfkd.of(text.toCharArray()))).isEqualTo(jdk(text));
    }

    @Property(tries = 3_000)
    void decomposesAnythingAsTheJdkDoes(@ForAll("texts") String text) {
        assertThat(new String(Nfkd.of(text.toCharArray()))).isEqualTo(jdk(text));
    }

    @Test
    void everyCodePointFitsTheRoomForIt() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String text = Character.toString(point);
            if (!jdk(text).equals(new String(Nfkd.of(text.toCharArray())))) {
                assertThat(Nfkd.of(text.toCharArray())).isEqualTo(jdk(text).toCharArray());
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Integer> marks = Arbitraries.integers().between(0x300, 0x36f);
        Arbitrary<Integer> others =
                Arbitraries.oneOf(
                        Arbitraries.integers().between(0x20, 0x24f),
                        Arbitraries.integers().between(0x591, 0x670),
                        Arbitraries.integers().between(0x900, 0x10ff),
                        Arbitraries.integers().between(0x1e00, 0x2fff),
                        Arbitraries.integers().between(0xac00, 0xd7ff),
                        Arbitraries.integers().between(0xf900, 0xffef),
                        Arbitraries.integers().between(0x1d100, 0x1d7ff));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(2, marks), net.jqwik.api.Tuple.of(1, others))
                .list()
                .ofMaxSize(24)
                .map(
                        points -> {
                            StringBuilder text = new StringBuilder();
                            points.forEach(text::appendCodePoint);
                            return text.toString();
                        });
    }

    private static String jdk(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
    }
}
