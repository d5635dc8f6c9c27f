package io.epochdesk.bls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.epochdesk.bls.DealerJudgement.Standing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs of nine nodes by the protocol's own library, recomputed from their boards. */
class RecordedTranscriptsTest {

    @ParameterizedTest
    @ValueSource(strings = {"happy", "complaints", "disqualified", "silent"})
    void theOutcomeIsTheRecordedOneToTheLastByte(String name) {
        Transcript transcript = new Transcript(name);
        Judgement judgement = transcript.judge();
        assertThat(judgement.warnings()).isEmpty();
        assertThat(judgement.isFailed()).isFalse();
        BeaconKeys keys = Objects.requireNonNull(judgement.keys());
        int agreeing = 0;
        for (JsonNode outcome : transcript.json.get("outcomes")) {
            List<String> recorded = transcript.keys(outcome);
            BeaconKeys.Difference difference =
                    keys.differenceTo(recorded.getFirst(), recorded.subList(1, recorded.size()));
            if (difference.isNone()) {
                agreeing++;
                List<Integer> out =
                        judgement.dealers().stream()
                                .filter(dealer -> dealer.standing() == Standing.DISQUALIFIED)
                                .map(DealerJudgement::dealer)
                                .toList();
                List<Integer> recordedOut = new ArrayList<>();
                outcome.path("disqualified").forEach(index -> recordedOut.add(index.asInt()));
                assertThat(out).isEqualTo(recordedOut);
            } else {
                // the faulty node itself, which does not know that it is out
                assertThat(difference.group()).isTrue();
                assertThat(outcome.path("disqualified").isMissingNode()).isTrue();
            }
        }
        assertThat(agreeing)
                .isEqualTo(name.equals("disqualified") || name.equals("silent") ? 8 : 9);
    }

    @Test
    void theReasonsAndTheEvidenceAreNamed() {
        DealerJudgement accused = new Transcript("disqualified").judge().dealers().getFirst();
        assertThat(accused.disqualification())
                .isEqualTo(new Disqualification(Disqualification.Reason.UNANSWERED, 9, 1));
        assertThat(new Transcript("silent").judge().dealers().get(1).disqualification())
                .isEqualTo(new Disqualification(Disqualification.Reason.NO_VECTOR, -1, -1));
        assertThat(new Transcript("complaints").judge().dealers().getFirst().complaints())
                .containsExactly(new Complaint(1, 9, 11), new Complaint(2, 10, 12));
    }

    @Test
    void theForecastIsTheOutcomeBeforeThePhasesEnd() {
        Transcript transcript = new Transcript("complaints");
        DkgJudge judge = new DkgJudge(transcript.instance);
        transcript.checked.subList(0, 11).forEach(judge::accept);
        Judgement early = judge.judgement();
        assertThat(early.dealers().getFirst().standing()).isEqualTo(Standing.ACCUSED);
        assertThat(early.keys()).isEqualTo(transcript.judge().keys());
        judge.accept(transcript.checked.get(11));
        assertThat(judge.judgement().dealers().getFirst().standing()).isEqualTo(Standing.ACCUSED);
        judge.accept(transcript.checked.get(12));
        assertThat(judge.judgement().dealers().getFirst().standing()).isEqualTo(Standing.QUALIFIED);
    }

    @Test
    void contentIsWrittenAsTheNodesWroteIt() {
        for (String name : List.of("happy", "complaints")) {
            for (JsonNode message : new Transcript(name).json.get("whiteboard")) {
                String content = message.get("content").asText();
                assertThat(BoardContent.parse(content).orElseThrow().json()).isEqualTo(content);
            }
        }
    }

    @Test
    void messagesAreSignedAsTheNodesSignedThem() throws BadEncodingException {
        Map<String, Recorded.Node> nodes = new HashMap<>();
        Recorded.nodes().forEach(node -> nodes.put(node.id(), node));
        for (JsonNode message : new Transcript("complaints").json.get("whiteboard")) {
            BoardContent content =
                    BoardContent.parse(message.get("content").asText()).orElseThrow();
            try (BlsSecretKey secret =
                    Objects.requireNonNull(nodes.get(message.get("nodeID").asText())).secretKey()) {
                assertThat(BoardContent.signed(content.data(), content.instanceId(), secret).json())
                        .isEqualTo(content.json());
            }
        }
    }

    /** One bit anywhere in a message, and the signature holds no longer. */
    @Test
    void noBitOfAMessageCanBeChanged() {
        Transcript transcript = new Transcript("complaints");
        for (int position : new int[] {0, 9, 11}) {
            JsonNode message = transcript.json.get("whiteboard").get(position);
            BoardContent content =
                    BoardContent.parse(message.get("content").asText()).orElseThrow();
            byte[] data = content.data();
            byte[] signature = signature(message);
            BlsPublicKey key = transcript.stakingKeys.get(transcript.sender(message));
            int step = data.length > 100 ? 97 : 1;
            for (int bit = 0; bit < data.length * 8; bit += step) {
                byte[] changed = Recorded.flipped(data, bit);
                assertThat(
                                new BoardContent(changed, content.instanceId(), signature)
                                        .isSignedBy(key))
                        .isFalse();
            }
            for (int bit = 0; bit < signature.length * 8; bit += 5) {
                byte[] changed = Recorded.flipped(signature, bit);
                assertThat(new BoardContent(data, content.instanceId(), changed).isSignedBy(key))
                        .isFalse();
            }
            assertThat(
                            new BoardContent(data, content.instanceId() + "0", signature)
                                    .isSignedBy(key))
                    .isFalse();
        }
    }

    /** One bit of the vector, past the signature's eyes: no point, or other keys. */
    @Test
    void noBitOfAVectorCanBeChanged() {
        Transcript transcript = new Transcript("happy");
        BeaconKeys keys = transcript.judge().keys();
        BoardContent content = transcript.content(3);
        for (int bit = 8; bit < content.data().length * 8; bit += 53) {
            BoardContent changed =
                    new BoardContent(
                            Recorded.flipped(content.data(), bit),
                            content.instanceId(),
                            new byte[48]);
            Judgement judgement = transcript.judgeWith(3, changed);
            assertThat(judgement.keys()).isNotEqualTo(keys);
        }
    }

    /** One bit of an answer: another complainer or another share; the dealer is out. */
    @Test
    void noBitOfAnAnswerCanBeChanged() {
        Transcript transcript = new Transcript("complaints");
        BoardContent content = transcript.content(11);
        for (int bit = 8; bit < content.data().length * 8; bit++) {
            BoardContent changed =
                    new BoardContent(
                            Recorded.flipped(content.data(), bit),
                            content.instanceId(),
                            new byte[48]);
            assertThat(transcript.judgeWith(11, changed).dealers().getFirst().standing())
                    .isEqualTo(Standing.DISQUALIFIED);
        }
    }

    /** Two senders exchanged: the signatures no longer hold. */
    @Test
    void theOrderOfTheCommitteeMatters() {
        Transcript transcript = new Transcript("happy");
        JsonNode board = transcript.json.get("whiteboard");
        for (int position = 0; position < 2; position++) {
            JsonNode message = board.get(position);
            int sender = transcript.sender(message);
            CheckedPost post =
                    new BoardPost(position, 1 - sender, message.get("content").asText())
                            .check(transcript.instance, transcript.stakingKeys.get(1 - sender));
            assertThat(post.ignored()).isEqualTo(BoardWarning.Kind.BAD_SIGNATURE);
        }
    }

    private static byte[] signature(JsonNode message) {
        String text = message.get("content").asText();
        String field = text.substring(text.indexOf("\"Signature\":\"") + 13, text.length() - 2);
        return Base64.getDecoder().decode(field);
    }

    private static final class Transcript {

        private final JsonNode json;
        private final DkgInstance instance;
        private final List<BlsPublicKey> stakingKeys = new ArrayList<>();
        private final List<CheckedPost> checked = new ArrayList<>();

        Transcript(String name) {
            json = Recorded.file("dkg-" + name + ".json");
            instance =
                    new DkgInstance(
                            json.get("dkgInstanceID").asText(), json.get("idMapping").size());
            assertThat(instance.threshold()).isEqualTo(json.get("threshold").asInt());
            Map<String, BlsPublicKey> keys = new HashMap<>();
            try {
                for (Recorded.Node node : Recorded.nodes()) {
                    keys.put(node.id(), node.publicKey());
                }
            } catch (BadEncodingException e) {
                throw new AssertionError(e);
            }
            json.get("idMapping")
                    .propertyStream()
                    .sorted((a, b) -> a.getValue().asInt() - b.getValue().asInt())
                    .forEach(entry -> stakingKeys.add(keys.get(entry.getKey())));
            int position = 0;
            for (JsonNode message : json.get("whiteboard")) {
                int sender = sender(message);
                checked.add(
                        new BoardPost(position++, sender, message.get("content").asText())
                                .check(instance, stakingKeys.get(sender)));
            }
        }

        int sender(JsonNode message) {
            return json.get("idMapping").get(message.get("nodeID").asText()).asInt();
        }

        BoardContent content(int position) {
            String content = json.get("whiteboard").get(position).get("content").asText();
            return BoardContent.parse(content).orElseThrow();
        }

        List<String> keys(JsonNode outcome) {
            List<String> keys = new ArrayList<>();
            json.get("keyLists")
                    .get(outcome.get("keys").asInt())
                    .forEach(key -> keys.add(key.asText()));
            return keys;
        }

        Judgement judge() {
            return judge(checked);
        }

        /** With one message replaced, whatever its signature. */
        Judgement judgeWith(int position, BoardContent content) {
            List<CheckedPost> posts = new ArrayList<>(checked);
            JsonNode message = json.get("whiteboard").get(position);
            posts.set(
                    position,
                    new BoardPost(position, sender(message), content.json()).check(instance, null));
            return judge(posts);
        }

        private Judgement judge(List<CheckedPost> posts) {
            DkgJudge judge = new DkgJudge(instance);
            int phase = 1;
            for (int position = 0; position < posts.size(); position++) {
                int wanted = json.get("whiteboard").get(position).get("phase").asInt();
                for (; phase < wanted; phase++) {
                    judge.endPhase();
                }
                judge.accept(posts.get(position));
            }
            for (; phase <= 3; phase++) {
                judge.endPhase();
            }
            return judge.judgement();
        }
    }
}
