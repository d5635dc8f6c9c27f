package io.epochdesk.rehearsal.access;

import io.epochdesk.rehearsal.chain.Chain;
import io.epochdesk.rehearsal.chain.Identifier;
import io.epochdesk.rehearsal.chain.Refusal;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;

import org.onflow.protobuf.access.Access;
import org.onflow.protobuf.access.AccessAPIGrpc;

import java.util.function.Supplier;

/**
 * The Access API: which call is answered by what. Execution results are not kept here; those calls
 * stay unimplemented. The protocol state's snapshot is empty, as an emulator's.
 */
final class AccessApi extends AccessAPIGrpc.AccessAPIImplBase {

    private final Supplier<Chain> chains;
    private final Streams streams;
    private final int eventRange;

    AccessApi(Supplier<Chain> chains, Streams streams, int eventRange) {
        this.chains = chains;
        this.streams = streams;
        this.eventRange = eventRange;
    }

    @Override
    public void ping(Access.PingRequest request, StreamObserver<Access.PingResponse> to) {
        Unary.answer(to, () -> Access.PingResponse.getDefaultInstance());
    }

    @Override
    public void getNetworkParameters(
            Access.GetNetworkParametersRequest request,
            StreamObserver<Access.GetNetworkParametersResponse> to) {
        Unary.answer(
                to,
                () ->
                        Access.GetNetworkParametersResponse.newBuilder()
                                .setChainId(chain().chainId())
                                .build());
    }

    @Override
    public void getNodeVersionInfo(
            Access.GetNodeVersionInfoRequest request,
            StreamObserver<Access.GetNodeVersionInfoResponse> to) {
        Unary.answer(to, () -> blocks().version());
    }

    @Override
    public void getLatestProtocolStateSnapshot(
            Access.GetLatestProtocolStateSnapshotRequest request,
            StreamObserver<Access.ProtocolStateSnapshotResponse> to) {
        Unary.answer(to, () -> Access.ProtocolStateSnapshotResponse.getDefaultInstance());
    }

    @Override
    public void getProtocolStateSnapshotByHeight(
            Access.GetProtocolStateSnapshotByHeightRequest request,
            StreamObserver<Access.ProtocolStateSnapshotResponse> to) {
        Unary.answer(to, () -> Access.ProtocolStateSnapshotResponse.getDefaultInstance());
    }

    @Override
    public void getProtocolStateSnapshotByBlockID(
            Access.GetProtocolStateSnapshotByBlockIDRequest request,
            StreamObserver<Access.ProtocolStateSnapshotResponse> to) {
        Unary.answer(to, () -> Access.ProtocolStateSnapshotResponse.getDefaultInstance());
    }

    @Override
    public void getLatestBlockHeader(
            Access.GetLatestBlockHeaderRequest request,
            StreamObserver<Access.BlockHeaderResponse> to) {
        Unary.answer(to, () -> blocks().header(heights().latest(request.getIsSealed())));
    }

    @Override
    public void getBlockHeaderByID(
            Access.GetBlockHeaderByIDRequest request,
            StreamObserver<Access.BlockHeaderResponse> to) {
        Unary.answer(to, () -> blocks().header(heights().byId(request.getId())));
    }

    @Override
    public void getBlockHeaderByHeight(
            Access.GetBlockHeaderByHeightRequest request,
            StreamObserver<Access.BlockHeaderResponse> to) {
        Unary.answer(to, () -> blocks().header(heights().byHeight(request.getHeight())));
    }

    @Override
    public void getLatestBlock(
            Access.GetLatestBlockRequest request, StreamObserver<Access.BlockResponse> to) {
        Unary.answer(
                to,
                () ->
                        blocks().block(
                                        heights().latest(request.getIsSealed()),
                                        request.getFullBlockResponse()));
    }

    @Override
    public void getBlockByID(
            Access.GetBlockByIDRequest request, StreamObserver<Access.BlockResponse> to) {
        Unary.answer(
                to,
                () ->
                        blocks().block(
                                        heights().byId(request.getId()),
                                        request.getFullBlockResponse()));
    }

    @Override
    public void getBlockByHeight(
            Access.GetBlockByHeightRequest request, StreamObserver<Access.BlockResponse> to) {
        Unary.answer(
                to,
                () ->
                        blocks().block(
                                        heights().byHeight(request.getHeight()),
                                        request.getFullBlockResponse()));
    }

    @Override
    public void getCollectionByID(
            Access.GetCollectionByIDRequest request, StreamObserver<Access.CollectionResponse> to) {
        Unary.answer(to, () -> blocks().collection(Requests.collectionId(request.getId())));
    }

    @Override
    public void getFullCollectionByID(
            Access.GetFullCollectionByIDRequest request,
            StreamObserver<Access.FullCollectionResponse> to) {
        Unary.answer(to, () -> blocks().fullCollection(Requests.collectionId(request.getId())));
    }

    @Override
    public void sendTransaction(
            Access.SendTransactionRequest request,
            StreamObserver<Access.SendTransactionResponse> to) {
        Unary.answer(to, () -> transactions().send(request.getTransaction()));
    }

    @Override
    public void getTransaction(
            Access.GetTransactionRequest request, StreamObserver<Access.TransactionResponse> to) {
        Unary.answer(to, () -> transactions().transaction(request.getId()));
    }

    @Override
    public void getTransactionResult(
            Access.GetTransactionRequest request,
            StreamObserver<Access.TransactionResultResponse> to) {
        Unary.answer(
                to,
                () ->
                        transactions()
                                .result(
                                        request.getId(),
                                        EventForm.of(request.getEventEncodingVersion())));
    }

    @Override
    public void getTransactionResultByIndex(
            Access.GetTransactionByIndexRequest request,
            StreamObserver<Access.TransactionResultResponse> to) {
        Unary.answer(
                to,
                () ->
                        transactions()
                                .resultAt(
                                        request.getBlockId(),
                                        request.getIndex(),
                                        EventForm.of(request.getEventEncodingVersion())));
    }

    @Override
    public void getTransactionResultsByBlockID(
            Access.GetTransactionsByBlockIDRequest request,
            StreamObserver<Access.TransactionResultsResponse> to) {
        Unary.answer(
                to,
                () ->
                        transactions()
                                .results(
                                        request.getBlockId(),
                                        EventForm.of(request.getEventEncodingVersion())));
    }

    @Override
    public void getTransactionsByBlockID(
            Access.GetTransactionsByBlockIDRequest request,
            StreamObserver<Access.TransactionsResponse> to) {
        Unary.answer(to, () -> transactions().transactions(request.getBlockId()));
    }

    @Override
    public void getSystemTransactionResult(
            Access.GetSystemTransactionResultRequest request,
            StreamObserver<Access.TransactionResultResponse> to) {
        Unary.answer(
                to,
                () ->
                        transactions()
                                .systemResult(
                                        request.getBlockId(),
                                        EventForm.of(request.getEventEncodingVersion())));
    }

    @Override
    public void getAccount(
            Access.GetAccountRequest request, StreamObserver<Access.GetAccountResponse> to) {
        Unary.answer(
                to,
                () ->
                        Access.GetAccountResponse.newBuilder()
                                .setAccount(
                                        Messages.account(
                                                state().account(
                                                                request.getAddress(),
                                                                state().latest())))
                                .build());
    }

    @Override
    public void getAccountAtLatestBlock(
            Access.GetAccountAtLatestBlockRequest request,
            StreamObserver<Access.AccountResponse> to) {
        Unary.answer(
                to, () -> state().whole(state().account(request.getAddress(), state().latest())));
    }

    @Override
    public void getAccountAtBlockHeight(
            Access.GetAccountAtBlockHeightRequest request,
            StreamObserver<Access.AccountResponse> to) {
        Unary.answer(
                to,
                () ->
                        state().whole(
                                        state().account(
                                                        request.getAddress(),
                                                        request.getBlockHeight())));
    }

    @Override
    public void getAccountBalanceAtLatestBlock(
            Access.GetAccountBalanceAtLatestBlockRequest request,
            StreamObserver<Access.AccountBalanceResponse> to) {
        Unary.answer(
                to, () -> state().balance(state().account(request.getAddress(), state().latest())));
    }

    @Override
    public void getAccountBalanceAtBlockHeight(
            Access.GetAccountBalanceAtBlockHeightRequest request,
            StreamObserver<Access.AccountBalanceResponse> to) {
        Unary.answer(
                to,
                () ->
                        state().balance(
                                        state().account(
                                                        request.getAddress(),
                                                        request.getBlockHeight())));
    }

    @Override
    public void getAccountKeysAtLatestBlock(
            Access.GetAccountKeysAtLatestBlockRequest request,
            StreamObserver<Access.AccountKeysResponse> to) {
        Unary.answer(
                to, () -> state().keys(state().account(request.getAddress(), state().latest())));
    }

    @Override
    public void getAccountKeysAtBlockHeight(
            Access.GetAccountKeysAtBlockHeightRequest request,
            StreamObserver<Access.AccountKeysResponse> to) {
        Unary.answer(
                to,
                () ->
                        state().keys(
                                        state().account(
                                                        request.getAddress(),
                                                        request.getBlockHeight())));
    }

    @Override
    public void getAccountKeyAtLatestBlock(
            Access.GetAccountKeyAtLatestBlockRequest request,
            StreamObserver<Access.AccountKeyResponse> to) {
        Unary.answer(
                to,
                () ->
                        state().key(
                                        state().account(request.getAddress(), state().latest()),
                                        request.getIndex()));
    }

    @Override
    public void getAccountKeyAtBlockHeight(
            Access.GetAccountKeyAtBlockHeightRequest request,
            StreamObserver<Access.AccountKeyResponse> to) {
        Unary.answer(
                to,
                () ->
                        state().key(
                                        state().account(
                                                        request.getAddress(),
                                                        request.getBlockHeight()),
                                        request.getIndex()));
    }

    @Override
    public void executeScriptAtLatestBlock(
            Access.ExecuteScriptAtLatestBlockRequest request,
            StreamObserver<Access.ExecuteScriptResponse> to) {
        Unary.answer(
                to,
                () ->
                        state().script(
                                        request.getScript(),
                                        request.getArgumentsList(),
                                        state().latest()));
    }

    @Override
    public void executeScriptAtBlockID(
            Access.ExecuteScriptAtBlockIDRequest request,
            StreamObserver<Access.ExecuteScriptResponse> to) {
        Unary.answer(
                to,
                () ->
                        state().script(
                                        request.getScript(),
                                        request.getArgumentsList(),
                                        heights().byId(request.getBlockId()).height()));
    }

    @Override
    public void executeScriptAtBlockHeight(
            Access.ExecuteScriptAtBlockHeightRequest request,
            StreamObserver<Access.ExecuteScriptResponse> to) {
        Unary.answer(
                to,
                () ->
                        state().script(
                                        request.getScript(),
                                        request.getArgumentsList(),
                                        request.getBlockHeight()));
    }

    @Override
    public void getEventsForHeightRange(
            Access.GetEventsForHeightRangeRequest request,
            StreamObserver<Access.EventsResponse> to) {
        Unary.answer(to, () -> events().range(request));
    }

    @Override
    public void getEventsForBlockIDs(
            Access.GetEventsForBlockIDsRequest request, StreamObserver<Access.EventsResponse> to) {
        Unary.answer(to, () -> events().blocks(request));
    }

    @Override
    public void subscribeBlocksFromStartBlockID(
            Access.SubscribeBlocksFromStartBlockIDRequest request,
            StreamObserver<Access.SubscribeBlocksResponse> to) {
        Chain chain = chain();
        BlockStreams told = new BlockStreams(chain);
        open(
                to,
                () ->
                        BlockSource.from(
                                chain,
                                new Heights(chain).byId(request.getStartBlockId()).height(),
                                request.getBlockStatus(),
                                block -> told.block(block, request.getFullBlockResponse())));
    }

    @Override
    public void subscribeBlocksFromStartHeight(
            Access.SubscribeBlocksFromStartHeightRequest request,
            StreamObserver<Access.SubscribeBlocksResponse> to) {
        Chain chain = chain();
        BlockStreams told = new BlockStreams(chain);
        open(
                to,
                () ->
                        BlockSource.from(
                                chain,
                                request.getStartBlockHeight(),
                                request.getBlockStatus(),
                                block -> told.block(block, request.getFullBlockResponse())));
    }

    @Override
    public void subscribeBlocksFromLatest(
            Access.SubscribeBlocksFromLatestRequest request,
            StreamObserver<Access.SubscribeBlocksResponse> to) {
        Chain chain = chain();
        BlockStreams told = new BlockStreams(chain);
        open(
                to,
                () ->
                        BlockSource.latest(
                                chain,
                                request.getBlockStatus(),
                                block -> told.block(block, request.getFullBlockResponse())));
    }

    @Override
    public void subscribeBlockHeadersFromStartBlockID(
            Access.SubscribeBlockHeadersFromStartBlockIDRequest request,
            StreamObserver<Access.SubscribeBlockHeadersResponse> to) {
        Chain chain = chain();
        BlockStreams told = new BlockStreams(chain);
        open(
                to,
                () ->
                        BlockSource.from(
                                chain,
                                new Heights(chain).byId(request.getStartBlockId()).height(),
                                request.getBlockStatus(),
                                told::header));
    }

    @Override
    public void subscribeBlockHeadersFromStartHeight(
            Access.SubscribeBlockHeadersFromStartHeightRequest request,
            StreamObserver<Access.SubscribeBlockHeadersResponse> to) {
        Chain chain = chain();
        BlockStreams told = new BlockStreams(chain);
        open(
                to,
                () ->
                        BlockSource.from(
                                chain,
                                request.getStartBlockHeight(),
                                request.getBlockStatus(),
                                told::header));
    }

    @Override
    public void subscribeBlockHeadersFromLatest(
            Access.SubscribeBlockHeadersFromLatestRequest request,
            StreamObserver<Access.SubscribeBlockHeadersResponse> to) {
        Chain chain = chain();
        BlockStreams told = new BlockStreams(chain);
        open(to, () -> BlockSource.latest(chain, request.getBlockStatus(), told::header));
    }

    @Override
    public void subscribeBlockDigestsFromStartBlockID(
            Access.SubscribeBlockDigestsFromStartBlockIDRequest request,
            StreamObserver<Access.SubscribeBlockDigestsResponse> to) {
        Chain chain = chain();
        BlockStreams told = new BlockStreams(chain);
        open(
                to,
                () ->
                        BlockSource.from(
                                chain,
                                new Heights(chain).byId(request.getStartBlockId()).height(),
                                request.getBlockStatus(),
                                told::digest));
    }

    @Override
    public void subscribeBlockDigestsFromStartHeight(
            Access.SubscribeBlockDigestsFromStartHeightRequest request,
            StreamObserver<Access.SubscribeBlockDigestsResponse> to) {
        Chain chain = chain();
        BlockStreams told = new BlockStreams(chain);
        open(
                to,
                () ->
                        BlockSource.from(
                                chain,
                                request.getStartBlockHeight(),
                                request.getBlockStatus(),
                                told::digest));
    }

    @Override
    public void subscribeBlockDigestsFromLatest(
            Access.SubscribeBlockDigestsFromLatestRequest request,
            StreamObserver<Access.SubscribeBlockDigestsResponse> to) {
        Chain chain = chain();
        BlockStreams told = new BlockStreams(chain);
        open(to, () -> BlockSource.latest(chain, request.getBlockStatus(), told::digest));
    }

    @Override
    public void sendAndSubscribeTransactionStatuses(
            Access.SendAndSubscribeTransactionStatusesRequest request,
            StreamObserver<Access.SendAndSubscribeTransactionStatusesResponse> to) {
        Chain chain = chain();
        open(
                to,
                () -> {
                    EventForm form = EventForm.of(request.getEventEncodingVersion());
                    Identifier id = new TransactionAnswers(chain).take(request.getTransaction());
                    return new StatusSource(chain, id, form);
                });
    }

    /** Opens the source of a stream, or refuses. */
    @FunctionalInterface
    private interface Opening<M> {
        MessageStream.Source<M> open() throws Refusal;
    }

    private <M> void open(StreamObserver<M> to, Opening<M> opening) {
        MessageStream.Source<M> source;
        try {
            source = opening.open();
        } catch (Refusal e) {
            to.onError(Statuses.of(e));
            return;
        } catch (StatusRuntimeException e) {
            to.onError(e);
            return;
        }
        streams.open(to, source);
    }

    private Chain chain() {
        return chains.get();
    }

    private Heights heights() {
        return new Heights(chain());
    }

    private BlockAnswers blocks() {
        return new BlockAnswers(chain());
    }

    private TransactionAnswers transactions() {
        return new TransactionAnswers(chain());
    }

    private StateAnswers state() {
        return new StateAnswers(chain());
    }

    private EventAnswers events() {
        return new EventAnswers(chain(), eventRange);
    }
}
