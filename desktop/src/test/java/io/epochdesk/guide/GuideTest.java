package io.epochdesk.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The guide is whole: no link leads nowhere, no word of the field is left unexplained. */
final class GuideTest {

    private static final Path FOLDER = Path.of("src/main/resources/io/epochdesk/guide");

    /** The vocabulary a newcomer meets on the pages. */
    private static final List<String> VOCABULARY =
            List.of(
                    "collection node",
                    "consensus node",
                    "access node",
                    "machine account",
                    "node ID",
                    "address",
                    "view",
                    "height",
                    "FLOW",
                    "staking account",
                    "locked account",
                    "Voter",
                    "Participant",
                    "staking collection",
                    "event",
                    "epoch",
                    "setup",
                    "staking auction",
                    "cluster",
                    "weight",
                    "threshold",
                    "quorum certificate",
                    "DKG",
                    "whiteboard",
                    "complaint",
                    "key index",
                    "key weight",
                    "sequence number",
                    "reference block",
                    "proof of possession",
                    "role",
                    "transaction ID");

    private final Guide guide = Guide.read();

    @Test
    void everyFileIsAChapterAndTheContentsNameThemAll() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> there =
                    files.map(file -> file.getFileName().toString().replace(".md", ""))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(there).containsExactlyInAnyOrderElementsOf(Guide.CHAPTERS);
        }
        assertThat(links(guide.chapter(Guide.CONTENTS)))
                .map(link -> Place.follow(link, Guide.CONTENTS).chapter())
                .containsAll(
                        Guide.CHAPTERS.stream().filter(id -> !id.equals(Guide.CONTENTS)).toList());
    }

    @Test
    void everyLinkLeadsToAHeading() {
        List<String> broken = new ArrayList<>();
        for (Chapter chapter : guide.chapters()) {
            for (String link : links(chapter)) {
                Place to = Place.follow(link, chapter.id());
                Chapter target = guide.chapter(to.chapter());
                boolean there =
                        target.id().equals(to.chapter())
                                && (to.anchor().isEmpty() || anchors(target).contains(to.anchor()));
                if (!there) {
                    broken.add(chapter.id() + ": " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyWordOfTheFieldIsExplained() {
        assertThat(VOCABULARY)
                .allSatisfy(
                        word ->
                                assertThat(guide.glossary().mentions(word))
                                        .as(word)
                                        .singleElement()
                                        .satisfies(
                                                found -> {
                                                    assertThat(found.start()).isZero();
                                                    assertThat(found.end())
                                                            .isEqualTo(word.length());
                                                }));
    }

    @Test
    void termsStandInTheOrderOfTheAlphabet() {
        assertThat(guide.glossary().terms())
                .map(term -> term.name().toLowerCase(java.util.Locale.ROOT))
                .isSorted();
    }

    @Test
    void theLongestTermIsFoundWhereSeveralFit() {
        String sentence = "The machine account of an account, not accountable";
        assertThat(guide.glossary().mentions(sentence))
                .map(found -> sentence.substring(found.start(), found.end()))
                .containsExactly("machine account", "account");
        assertThat(guide.glossary().at(sentence, 12))
                .hasValueSatisfying(
                        found -> assertThat(found.term().name()).isEqualTo("Machine account"));
        assertThat(guide.glossary().at(sentence, 1)).isEmpty();
        assertThat(guide.glossary().at(sentence, sentence.length() - 1)).isEmpty();
    }

    @Test
    void namesInCapitalsAreFoundOnlyAsTheyAreWritten() {
        assertThat(guide.glossary().mentions("This flow on flow-mainnet costs 2 FLOW"))
                .singleElement()
                .satisfies(found -> assertThat(found.start()).isEqualTo(34));
    }

    @Test
    void aMeaningHasNoMarksLeft() {
        assertThat(guide.glossary().terms())
                .allSatisfy(term -> assertThat(term.meaning()).doesNotContain("](", "**", "`"));
    }

    @Test
    void aTermWithoutMeaningAndOneSpelledLikeAnotherAreRefused() {
        assertThatThrownBy(() -> glossary("# G\n\n## One\n\n*Also: two*\n"))
                .hasMessageContaining("One has no meaning");
        assertThatThrownBy(() -> glossary("# G\n\n## One\n\nA.\n\n## Two\n\n*Also: one*\n\nB.\n"))
                .hasMessageContaining("spelled one");
        assertThatThrownBy(() -> glossary("no title")).hasMessageContaining("begins with no title");
    }

    @Test
    void aTopicNobodyWroteAboutOpensTheContents() {
        assertThat(guide.chapter("nothing of the kind").id()).isEqualTo(Guide.CONTENTS);
    }

    private static Glossary glossary(String markdown) {
        return Glossary.of(Chapter.of("g", Parser.builder().build().parse(markdown)));
    }

    private static List<String> links(Chapter chapter) {
        List<String> links = new ArrayList<>();
        chapter.text()
                .accept(
                        new AbstractVisitor() {
                            @Override
                            public void visit(Link link) {
                                links.add(link.getDestination());
                            }
                        });
        return links;
    }

    private static Set<String> anchors(Chapter chapter) {
        Set<String> anchors = new TreeSet<>();
        chapter.text()
                .accept(
                        new AbstractVisitor() {
                            @Override
                            public void visit(Heading heading) {
                                assertThat(anchors.add(Plain.anchor(Plain.text(heading)))).isTrue();
                            }
                        });
        return anchors;
    }
}
