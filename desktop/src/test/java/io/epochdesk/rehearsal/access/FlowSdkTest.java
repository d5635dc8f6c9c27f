package io.epochdesk.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;

import io.epochdesk.cadence.Program;
import io.epochdesk.rehearsal.chain.LocalChain;
import io.epochdesk.rehearsal.model.Contracts;
import io.epochdesk.rehearsal.model.ServicePrograms;
import io.epochdesk.rehearsal.play.ManualChain;
import io.grpc.Status;

import kotlin.ranges.LongRange;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onflow.sdk.Flow;
import org.onflow.sdk.FlowAccessApi;
import org.onflow.sdk.FlowAccount;
import org.onflow.sdk.FlowAddress;
import org.onflow.sdk.FlowArgument;
import org.onflow.sdk.FlowBlock;
import org.onflow.sdk.FlowBlockHeader;
import org.onflow.sdk.FlowEventResult;
import org.onflow.sdk.FlowId;
import org.onflow.sdk.FlowScript;
import org.onflow.sdk.FlowTransaction;
import org.onflow.sdk.FlowTransactionProposalKey;
import org.onflow.sdk.FlowTransactionResult;
import org.onflow.sdk.FlowTransactionStatus;
import org.onflow.sdk.HashAlgorithm;
import org.onflow.sdk.SignatureAlgorithm;
import org.onflow.sdk.Signer;
import org.onflow.sdk.crypto.Crypto;
import org.onflow.sdk.crypto.KeyPair;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A client that is not the console's: flow-jvm-sdk's {@code FlowAccessApi} runs its read and send
 * calls against a rehearsal's chain.
 */
final class FlowSdkTest {

    private static final FlowAddress SERVICE = new FlowAddress("f8d6e0586b0a20c7");
    private static final String CREATED = "flow.AccountCreated";

    private final KeyPair keys = Crypto.generateKeyPair(SignatureAlgorithm.ECDSA_P256);
    private LocalChain chain;
    private AccessServer server;
    private FlowAccessApi api;

    @BeforeEach
    void open() throws IOException {
        chain = ManualChain.of(publicKey(keys), false, 600);
        server = AccessServer.start(chain, ServerOptions.usual());
        api = Flow.newAccessApi("127.0.0.1", server.port(), false, "test");
    }

    @AfterEach
    void close() throws Exception {
        if (api instanceof AutoCloseable closeable) {
            closeable.close();
        }
        chain.close();
        server.close();
    }

    @Test
    void readsBlocksAndAccounts() {
        api.ping();
        chain.appendBlock(10);
        FlowBlockHeader header = api.getLatestBlockHeader();
        assertThat(header.getHeight()).isEqualTo(1);
        assertThat(api.getBlockHeaderByHeight(1)).isEqualTo(header);
        assertThat(api.getBlockHeaderById(header.getId())).isEqualTo(header);
        FlowBlock block = api.getLatestBlock(true);
        assertThat(block.getId()).isEqualTo(header.getId());
        assertThat(there(api.getBlockByHeight(1)).getParentId()).isEqualTo(header.getParentId());
        assertThat(there(api.getBlockById(header.getId())).getHeight()).isEqualTo(1);
        assertThat(api.getNetworkParameters().getId()).isEqualTo("flow-emulator");
        FlowAccount account = there(api.getAccountAtLatestBlock(SERVICE));
        assertThat(account.getKeys().getFirst().getPublicKey().getBase16Value())
                .isEqualTo(publicKey(keys));
        assertThat(there(api.getAccountByBlockHeight(SERVICE, 0)).getBalance())
                .isEqualByComparingTo("1000000000");
    }

    @Test
    void runsScripts() {
        String text = Program.shipped("epoch", "metadata").resolvedWith(Contracts.emulator());
        List<ByteString> arguments =
                List.of(ByteString.copyFromUtf8("{\"type\":\"UInt64\",\"value\":\"0\"}"));
        byte[] latest = api.executeScriptAtLatestBlock(new FlowScript(text), arguments).getBytes();
        byte[] past = api.executeScriptAtBlockHeight(new FlowScript(text), 0, arguments).getBytes();
        assertThat(new String(latest, StandardCharsets.UTF_8)).contains("\"99\"");
        assertThat(past).isEqualTo(latest);
        // flow-jvm-sdk 0.3.0 leaves the block ID out; a real node refuses that in the same words.
        FlowId block = api.getLatestBlockHeader().getId();
        Client.refused(
                Status.Code.INVALID_ARGUMENT,
                "invalid block id",
                () -> api.executeScriptAtBlockId(new FlowScript(text), block, arguments));
    }

    @Test
    void sendsATransactionAndReadsWhatBecameOfIt() {
        FlowId id = api.sendTransaction(transaction());
        FlowTransactionResult result = there(api.getTransactionResultById(id));
        assertThat(result.getErrorMessage()).isEmpty();
        assertThat(result.getStatus()).isEqualTo(FlowTransactionStatus.SEALED);
        assertThat(there(api.getTransactionById(id)).getProposalKey().getSequenceNumber()).isZero();
        FlowBlock block = api.getLatestBlock(true);
        assertThat(
                        there(
                                        api.getCollectionById(
                                                block.getCollectionGuarantees().getFirst().getId()))
                                .getTransactionIds())
                .containsExactly(id);
        List<FlowEventResult> byHeight = api.getEventsForHeightRange(CREATED, new LongRange(0, 1));
        assertThat(byHeight).hasSize(2);
        assertThat(byHeight.getLast().getEvents()).hasSize(1);
        assertThat(api.getEventsForBlockIds(CREATED, Set.of(block.getId())).getFirst().getEvents())
                .hasSize(1);
        assertThat(
                        there(api.getAccountAtLatestBlock(SERVICE))
                                .getKeys()
                                .getFirst()
                                .getSequenceNumber())
                .isEqualTo(1);
    }

    private FlowTransaction transaction() {
        Signer signer = Crypto.getSigner(keys.getPrivate(), HashAlgorithm.SHA3_256);
        return new FlowTransaction(
                        new FlowScript(ServicePrograms.resolved("create_operator")),
                        List.of(
                                argument(
                                        "{\"type\":\"String\",\"value\":\""
                                                + publicKey(keys)
                                                + "\"}"),
                                argument("{\"type\":\"UFix64\",\"value\":\"1.0\"}")),
                        api.getLatestBlockHeader().getId(),
                        9_999L,
                        new FlowTransactionProposalKey(SERVICE, 0, 0),
                        SERVICE,
                        List.of(SERVICE),
                        List.of(),
                        List.of())
                .addEnvelopeSignature(SERVICE, 0, signer);
    }

    private static <T> T there(@Nullable T answer) {
        return Objects.requireNonNull(answer);
    }

    private static FlowArgument argument(String json) {
        return new FlowArgument(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String publicKey(KeyPair keys) {
        String hex = keys.getPublic().getHex();
        return "0".repeat(128 - hex.length()) + hex;
    }
}
