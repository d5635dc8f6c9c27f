package io.epochdesk.network.access;

import com.google.protobuf.ByteString;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

import org.onflow.protobuf.access.Access;
import org.onflow.protobuf.access.AccessAPIGrpc;
import org.onflow.protobuf.entities.AccountOuterClass.Account;
import org.onflow.protobuf.entities.BlockOuterClass.BlockStatus;
import org.onflow.protobuf.entities.EventOuterClass.Event;
import org.onflow.protobuf.entities.NodeVersionInfoOuterClass.NodeVersionInfo;
import org.onflow.protobuf.entities.TransactionOuterClass.Transaction;

import java.util.List;
import java.util.function.UnaryOperator;

/** The Access API of a loopback node. */
final class LoopbackAccessApi extends AccessAPIGrpc.AccessAPIImplBase {

    private final LoopbackAccessNode node;

    LoopbackAccessApi(LoopbackAccessNode node) {
        this.node = node;
    }

    @Override
    public void ping(Access.PingRequest request, StreamObserver<Access.PingResponse> to) {
        answer(to, Access.PingResponse.getDefaultInstance());
    }

    @Override
    public void getNetworkParameters(
            Access.GetNetworkParametersRequest request,
            StreamObserver<Access.GetNetworkParametersResponse> to) {
        answer(
                to,
                Access.GetNetworkParametersResponse.newBuilder()
                        .setChainId(node.chain().chainId())
                        .build());
    }

    @Override
    public void getNodeVersionInfo(
            Access.GetNodeVersionInfoRequest request,
            StreamObserver<Access.GetNodeVersionInfoResponse> to) {
        NodeVersionInfo info =
                NodeVersionInfo.newBuilder()
                        .setSemver("v0.0.0-loopback")
                        .setNodeRootBlockHeight(node.chain().rootHeight())
                        .setSporkRootBlockHeight(node.chain().rootHeight())
                        .build();
        answer(to, Access.GetNodeVersionInfoResponse.newBuilder().setInfo(info).build());
    }

    @Override
    public void getLatestBlockHeader(
            Access.GetLatestBlockHeaderRequest request,
            StreamObserver<Access.BlockHeaderResponse> to) {
        header(to, List.of(node.chain().latest()));
    }

    @Override
    public void getBlockHeaderByHeight(
            Access.GetBlockHeaderByHeightRequest request,
            StreamObserver<Access.BlockHeaderResponse> to) {
        long height = request.getHeight();
        header(to, node.has(height) ? List.of(node.chain().at(height)) : List.of());
    }

    @Override
    public void getBlockHeaderByID(
            Access.GetBlockHeaderByIDRequest request,
            StreamObserver<Access.BlockHeaderResponse> to) {
        header(to, node.chain().byId(request.getId()));
    }

    private static void header(
            StreamObserver<Access.BlockHeaderResponse> to, List<LoopbackChain.Block> found) {
        if (found.isEmpty()) {
            to.onError(
                    Status.NOT_FOUND
                            .withDescription("not found: key not found")
                            .asRuntimeException());
            return;
        }
        answer(
                to,
                Access.BlockHeaderResponse.newBuilder()
                        .setBlock(found.getFirst().header())
                        .setBlockStatus(BlockStatus.BLOCK_SEALED)
                        .build());
    }

    @Override
    public void executeScriptAtBlockHeight(
            Access.ExecuteScriptAtBlockHeightRequest request,
            StreamObserver<Access.ExecuteScriptResponse> to) {
        if (!node.chain().has(request.getBlockHeight())) {
            to.onError(
                    Status.OUT_OF_RANGE
                            .withDescription(
                                    "data for block height "
                                            + request.getBlockHeight()
                                            + " is not available")
                            .asRuntimeException());
            return;
        }
        LoopbackAccessNode.ScriptRequest asked =
                new LoopbackAccessNode.ScriptRequest(
                        request.getBlockHeight(),
                        request.getScript().toStringUtf8(),
                        request.getArgumentsList().stream().map(ByteString::toStringUtf8).toList());
        answered(
                to,
                () ->
                        Access.ExecuteScriptResponse.newBuilder()
                                .setValue(ByteString.copyFrom(node.scripts().answer(asked)))
                                .build());
    }

    @Override
    public void getEventsForHeightRange(
            Access.GetEventsForHeightRangeRequest request,
            StreamObserver<Access.EventsResponse> to) {
        long from = request.getStartHeight();
        long end = request.getEndHeight();
        if (end < from || end - from >= node.largestEventRange()) {
            to.onError(
                    Status.INVALID_ARGUMENT
                            .withDescription(
                                    "requested block range ("
                                            + (end - from + 1)
                                            + ") exceeded maximum ("
                                            + node.largestEventRange()
                                            + ")")
                            .asRuntimeException());
            return;
        }
        if (from < node.keptFrom()) {
            to.onError(
                    Status.NOT_FOUND
                            .withDescription(
                                    "block height " + from + " is less than the root block height")
                            .asRuntimeException());
            return;
        }
        UnaryOperator<Event> form;
        try {
            form = node.form(request.getEventEncodingVersion());
        } catch (StatusRuntimeException e) {
            to.onError(e);
            return;
        }
        Access.EventsResponse.Builder response = Access.EventsResponse.newBuilder();
        for (long height = from; height <= end && node.chain().has(height); height++) {
            LoopbackChain.Block block = node.chain().at(height);
            Access.EventsResponse.Result.Builder result =
                    Access.EventsResponse.Result.newBuilder()
                            .setBlockId(block.header().getId())
                            .setBlockHeight(height)
                            .setBlockTimestamp(block.header().getTimestamp());
            block.events().stream()
                    .filter(e -> e.getType().equals(request.getType()))
                    .map(form)
                    .forEach(result::addEvents);
            response.addResults(result);
        }
        answer(to, response.build());
    }

    @Override
    public void getAccountAtLatestBlock(
            Access.GetAccountAtLatestBlockRequest request,
            StreamObserver<Access.AccountResponse> to) {
        answered(
                to,
                () ->
                        Access.AccountResponse.newBuilder()
                                .setAccount(
                                        node.accounts()
                                                .apply(
                                                        Account.newBuilder()
                                                                .setAddress(request.getAddress())))
                                .build());
    }

    @Override
    public void getAccountAtBlockHeight(
            Access.GetAccountAtBlockHeightRequest request,
            StreamObserver<Access.AccountResponse> to) {
        getAccountAtLatestBlock(
                Access.GetAccountAtLatestBlockRequest.newBuilder()
                        .setAddress(request.getAddress())
                        .build(),
                to);
    }

    @Override
    public void sendTransaction(
            Access.SendTransactionRequest request,
            StreamObserver<Access.SendTransactionResponse> to) {
        Transaction transaction = request.getTransaction();
        answered(
                to,
                () ->
                        Access.SendTransactionResponse.newBuilder()
                                .setId(node.accept(transaction))
                                .build());
    }

    @Override
    public void getTransactionResult(
            Access.GetTransactionRequest request,
            StreamObserver<Access.TransactionResultResponse> to) {
        answered(to, () -> node.result(request.getId()));
    }

    @Override
    public void subscribeBlockHeadersFromLatest(
            Access.SubscribeBlockHeadersFromLatestRequest request,
            StreamObserver<Access.SubscribeBlockHeadersResponse> to) {
        node.open(
                (ServerCallStreamObserver<Access.SubscribeBlockHeadersResponse>) to,
                node.chain().latest().header().getHeight(),
                block ->
                        Access.SubscribeBlockHeadersResponse.newBuilder()
                                .setHeader(block.header())
                                .build());
    }

    /** What a test's answer is made by; it may throw a status. */
    interface Answer<A> {
        A make();
    }

    private static <A> void answered(StreamObserver<A> to, Answer<A> answer) {
        A made;
        try {
            made = answer.make();
        } catch (io.grpc.StatusRuntimeException e) {
            to.onError(e);
            return;
        }
        answer(to, made);
    }

    private static <A> void answer(StreamObserver<A> to, A message) {
        to.onNext(message);
        to.onCompleted();
    }
}
