package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.fault.Fault;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.Transport;
import io.grpc.Status;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statuses as flow-go, the emulator and grpc-java give them, and what they become. */
class FaultMappingTest {

    private static final AccessNode NODE =
            new AccessNode("n1", "access.example", 9000, new Transport.Plaintext());
    private static final CallFacts CALL =
            CallFacts.unary("GetAccountAtLatestBlock", Duration.ofSeconds(3));
    private static final CallFacts AT_HEIGHT = CALL.at("42");
    private static final CallFacts SCRIPT = CALL.at("42").running("board");

    private static Fault mapped(Status status, CallFacts call) {
        return new FaultMapping(NODE, 32 << 20).of(status.asRuntimeException(), call).fault();
    }

    private static Status status(String code, String said) {
        return Status.fromCode(Status.Code.valueOf(code)).withDescription(said);
    }

    @ParameterizedTest
    @CsvSource({
        "DEADLINE_EXCEEDED,deadline exceeded after 2.9s,NET-103",
        "RESOURCE_EXHAUSTED,rate limit exceeded,NET-121",
        "RESOURCE_EXHAUSTED,Bandwidth exhausted,NET-121",
        "RESOURCE_EXHAUSTED,gRPC message exceeds maximum size 4194304: 4879302,NET-122",
        "RESOURCE_EXHAUSTED,trying to send message larger than max (5 vs. 4),NET-122",
        "RESOURCE_EXHAUSTED,grpc: received message larger than max (5 vs. 4),NET-123",
        "INVALID_ARGUMENT,invalid address,NET-123",
        "PERMISSION_DENIED,no,NET-123",
        "UNIMPLEMENTED,unknown service flow.executiondata.ExecutionDataAPI,NET-125",
        "UNIMPLEMENTED,HTTP status code 404,NET-104",
        "UNKNOWN,HTTP status code 502,NET-104",
        "UNKNOWN,'OK: HTTP status code 200, invalid content-type: text/html',NET-104",
        "INTERNAL,failed to find: disk,NET-126",
        "UNAVAILABLE,no execution node available,NET-126",
        "UNAVAILABLE,io exception,NET-101",
        "UNAVAILABLE,Network closed for unknown reason,NET-101",
        "UNAVAILABLE,'Abrupt GOAWAY closed sent stream. HTTP/2 error code: NO_ERROR',NET-101",
        "UNAVAILABLE,Unable to resolve host access.example,NET-102",
        "DATA_LOSS,gone,NET-126",
        "ABORTED,gone,NET-126",
        "UNKNOWN,whatever,NET-126",
        "CANCELLED,by the server,NET-126"
    })
    void aStatusBecomesItsFault(String code, String said, String expected) {
        assertThat(mapped(status(code, said), CALL).code()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "OUT_OF_RANGE,data for block height 42 is not available",
        "INVALID_ARGUMENT,could not find block at height 42",
        "NOT_FOUND,not found: key not found",
        "FAILED_PRECONDITION,data for block is not available"
    })
    void aMissingHeightIsToldWithTheHeight(String code, String said) {
        Fault fault = mapped(status(code, said), AT_HEIGHT);

        assertThat(fault.code()).isEqualTo("NET-124");
        assertThat(fault.facts()).containsEntry("height", "42");
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELLED,RST_STREAM closed stream. HTTP/2 error code: CANCEL",
        "UNAVAILABLE,io exception",
        "UNAVAILABLE,server is shutting down",
        "INTERNAL,RST_STREAM closed stream. HTTP/2 error code: INTERNAL_ERROR",
        "INTERNAL,Encountered end-of-stream mid-frame"
    })
    void aStreamThatBreaksIsCut(String code, String said) {
        assertThat(mapped(status(code, said), CallFacts.stream("SubscribeEvents", "7")).code())
                .isEqualTo("NET-127");
    }

    @Test
    void aStreamThatANodeRefusesIsNotCut() {
        CallFacts stream = CallFacts.stream("SubscribeEvents", "7");

        assertThat(mapped(status("UNIMPLEMENTED", "unknown service"), stream).code())
                .isEqualTo("NET-125");
        assertThat(mapped(status("NOT_FOUND", "no such block"), stream).code())
                .isEqualTo("NET-124");
        assertThat(mapped(status("RESOURCE_EXHAUSTED", "too many streams"), stream).code())
                .isEqualTo("NET-121");
    }

    @Test
    void aScriptThatTheChainRefusesIsToldByItsErrorLine() {
        String said =
                """
                failed to execute script at block (abc): [Error Code: 1101] error caused by: 1 error occurred:
                \t* [Error Code: 1101] cadence runtime error: Execution failed:
                error: panic: no such epoch
                 --> 58bcf5:3:4
                """;

        Fault fault = mapped(status("INVALID_ARGUMENT", said), SCRIPT);

        assertThat(fault.code()).isEqualTo("CHN-311");
        assertThat(fault.facts())
                .containsEntry("script", "board")
                .containsEntry("reason", "panic: no such epoch");
    }

    @Test
    void tooMuchStorageIsTold() {
        Fault fault =
                mapped(
                        status(
                                "INVALID_ARGUMENT",
                                "[Error Code: 1106] max interaction with storage has exceeded the"
                                        + " limit (used: 20000394 bytes, limit 20000000 bytes)"),
                        SCRIPT);

        assertThat(fault.code()).isEqualTo("CHN-312");
        assertThat(fault.facts()).containsEntry("script", "board");
    }

    @Test
    void theSameWordsAboutATransactionAreNotAScript() {
        assertThat(
                        mapped(
                                        status(
                                                "INVALID_ARGUMENT",
                                                "[Error Code: 1101] cadence runtime error"),
                                        CALL)
                                .code())
                .isEqualTo("NET-123");
    }

    @Property(tries = 500)
    void everyStatusBecomesAFaultWithWordsForEveryFact(
            @ForAll Status.Code code, @ForAll String said, @ForAll boolean stream)
            throws Exception {
        CallFacts call = stream ? CallFacts.stream("SubscribeEvents", "7") : SCRIPT;

        Fault fault = mapped(Status.fromCode(code).withDescription(said), call);

        assertThat(fault.detail()).hasSizeLessThanOrEqualTo(2_000);
        Matcher placeholder = Pattern.compile("\\{(\\w+)}").matcher(words(fault.code()));
        while (placeholder.find()) {
            assertThat(fault.facts()).as(fault.code()).containsKey(placeholder.group(1));
        }
    }

    private static String words(String code) throws Exception {
        Properties words = new Properties();
        try (var file =
                FaultMapping.class.getResourceAsStream("/io/epochdesk/text/fault.properties")) {
            words.load(file);
        }
        return words.getProperty(code + ".sentence") + words.getProperty(code + ".advice");
    }
}
