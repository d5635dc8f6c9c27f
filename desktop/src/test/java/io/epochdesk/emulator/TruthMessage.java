package io.epochdesk.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.epochdesk.dkg.MessageKind;
import io.epochdesk.dkg.WhiteboardEntry.Flag;

import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A whiteboard message as the judge reads it: its own decoding and its own opinion of what is wrong
 * with it, from the committee and the thresholds that the contract answers.
 *
 * @param nodeId the sender
 * @param content what was posted
 * @param kind by the first byte of the data
 * @param subject whom a complaint or answer is about, or -1
 * @param instanceId the instance it claims, empty when unparsable
 * @param dataSize bytes of data, or -1
 * @param flags what is wrong with it
 */
record TruthMessage(
        String nodeId,
        String content,
        MessageKind kind,
        int subject,
        String instanceId,
        int dataSize,
        Set<Flag> flags) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final MessageKind[] KINDS = {
        MessageKind.PRIVATE_SHARE,
        MessageKind.VERIFICATION_VECTOR,
        MessageKind.COMPLAINT,
        MessageKind.COMPLAINT_ANSWER
    };
    private static final int POINT = 96;
    private static final int SCALAR = 32;

    /** Judges a whole board. */
    static List<TruthMessage> judge(ContractTruth truth) {
        List<String> committee = truth.committee();
        Set<List<Object>> said = new HashSet<>();
        Set<List<Object>> topics = new HashSet<>();
        List<TruthMessage> judged = new ArrayList<>();
        for (ContractTruth.Message message : truth.board()) {
            TruthMessage plain = decode(message);
            EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
            if (!committee.contains(message.nodeId())) {
                flags.add(Flag.UNKNOWN_SENDER);
            }
            boolean again = !said.add(List.of(message.nodeId(), message.content()));
            if (again) {
                flags.add(Flag.DUPLICATE);
            }
            if (plain.kind() == MessageKind.UNPARSABLE) {
                flags.add(Flag.UNPARSABLE);
            } else {
                List<Object> topic =
                        List.of(
                                message.nodeId(),
                                plain.kind(),
                                plain.subject(),
                                plain.instanceId());
                if (!topics.add(topic) && !again) {
                    flags.add(Flag.REPEATED_KIND);
                }
                plain.judgeData(truth, flags);
            }
            judged.add(plain.with(flags));
        }
        return judged;
    }

    /** Whether it is void or foreign, as opposed to said twice. */
    boolean isInvalid() {
        return flags.stream()
                .anyMatch(flag -> flag != Flag.DUPLICATE && flag != Flag.REPEATED_KIND);
    }

    private void judgeData(ContractTruth truth, Set<Flag> flags) {
        if (!instanceId.equals(truth.instanceId())) {
            flags.add(Flag.WRONG_INSTANCE);
        }
        if (kind == MessageKind.UNKNOWN || kind == MessageKind.PRIVATE_SHARE) {
            flags.add(Flag.UNKNOWN_KIND);
        }
        long expected =
                switch (kind) {
                    case VERIFICATION_VECTOR -> 1 + POINT * (truth.nativeThreshold() + 1);
                    case COMPLAINT -> 2;
                    case COMPLAINT_ANSWER -> 2 + SCALAR;
                    default -> dataSize;
                };
        if (dataSize != expected) {
            flags.add(Flag.WRONG_SIZE);
        }
        if (subject >= truth.committee().size()) {
            flags.add(Flag.SUBJECT_OUT_OF_RANGE);
        }
    }

    private TruthMessage with(Set<Flag> judged) {
        return new TruthMessage(
                nodeId, content, kind, subject, instanceId, dataSize, Set.copyOf(judged));
    }

    private static TruthMessage decode(ContractTruth.Message message) {
        try {
            JsonNode json = MAPPER.readTree(message.content());
            byte[] data = Base64.getDecoder().decode(json.path("Data").asText());
            if (!json.isObject()) {
                return unparsable(message);
            }
            boolean known = data.length > 0 && data[0] >= 0 && data[0] < KINDS.length;
            MessageKind kind = known ? KINDS[data[0]] : MessageKind.UNKNOWN;
            boolean named = kind == MessageKind.COMPLAINT || kind == MessageKind.COMPLAINT_ANSWER;
            return new TruthMessage(
                    message.nodeId(),
                    message.content(),
                    kind,
                    named && data.length > 1 ? data[1] & 0xff : -1,
                    json.path("DKGInstanceID").asText(),
                    data.length,
                    Set.of());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return unparsable(message);
        }
    }

    private static TruthMessage unparsable(ContractTruth.Message message) {
        return new TruthMessage(
                message.nodeId(), message.content(), MessageKind.UNPARSABLE, -1, "", -1, Set.of());
    }
}
