package io.epochdesk.rehearsal.access;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.rehearsal.chain.AccountRecord;
import io.epochdesk.rehearsal.chain.Block;
import io.epochdesk.rehearsal.chain.BlockEvents;
import io.epochdesk.rehearsal.chain.Chain;
import io.epochdesk.rehearsal.chain.Collection;
import io.epochdesk.rehearsal.chain.Identifier;
import io.epochdesk.rehearsal.chain.Refusal;
import io.epochdesk.rehearsal.chain.Transaction;
import io.epochdesk.rehearsal.chain.TransactionResult;
import io.epochdesk.rehearsal.chain.TransactionStatus;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A chain as a node of some manner tells it: nothing above the height where a stale node stands
 * still, and one figure wrong in what a lying node's scripts return.
 */
final class ManneredChain implements Chain {

    private final Chain chain;
    private final Behaviour behaviour;

    ManneredChain(Chain chain, Behaviour behaviour) {
        this.chain = chain;
        this.behaviour = behaviour;
    }

    @Override
    public String chainId() {
        return chain.chainId();
    }

    @Override
    public Block root() {
        return chain.root();
    }

    @Override
    public Block latestFinalized() {
        Block latest = chain.latestFinalized();
        return latest.height() <= finalizedEnd() ? latest : at(finalizedEnd(), latest);
    }

    @Override
    public Block latestSealed() {
        Block latest = chain.latestSealed();
        return latest.height() <= sealedEnd() ? latest : at(sealedEnd(), latest);
    }

    private Block at(long height, Block otherwise) {
        return chain.block(height).orElse(otherwise);
    }

    @Override
    public Optional<Block> block(long height) {
        return height > finalizedEnd() ? Optional.empty() : chain.block(height);
    }

    @Override
    public Optional<Block> block(Identifier id) {
        return chain.block(id).filter(block -> block.height() <= finalizedEnd());
    }

    @Override
    public Optional<Collection> collection(Identifier id) {
        return chain.collection(id).filter(found -> block(found.blockId()).isPresent());
    }

    @Override
    public Optional<Transaction> transaction(Identifier id) {
        return chain.transaction(id);
    }

    @Override
    public TransactionResult result(Identifier transactionId) {
        TransactionResult result = chain.result(transactionId);
        return result.height() <= sealedEnd() ? result : pending(transactionId);
    }

    private static TransactionResult pending(Identifier id) {
        return new TransactionResult(
                id,
                TransactionStatus.PENDING,
                "",
                List.of(),
                Identifier.ZERO,
                0,
                Identifier.ZERO,
                0);
    }

    @Override
    public List<TransactionResult> results(Identifier blockId) throws Refusal {
        return chain.results(blockId);
    }

    @Override
    public AccountRecord account(FlowAddress address, long height) throws Refusal {
        return chain.account(address, height);
    }

    @Override
    public CadenceValue script(String text, List<byte[]> arguments, long height) throws Refusal {
        CadenceValue value = chain.script(text, arguments, height);
        return behaviour.present().manner() instanceof Manner.Lying lie
                ? new Falsehood(lie).told(value)
                : value;
    }

    @Override
    public BlockEvents events(long height) throws Refusal {
        return chain.events(height);
    }

    @Override
    public List<BlockEvents> events(String type, long from, long to) throws Refusal {
        return chain.events(type, from, Math.min(to, sealedEnd()));
    }

    @Override
    public Optional<Long> nextHeightWithEvents(long from) {
        return chain.nextHeightWithEvents(from).filter(height -> height <= sealedEnd());
    }

    @Override
    public Identifier submit(Transaction transaction) throws Refusal {
        return chain.submit(transaction);
    }

    @Override
    public Identifier systemTransaction() {
        return chain.systemTransaction();
    }

    @Override
    public long awaitFinalized(long height, Duration longest) throws InterruptedException {
        return height >= finalizedEnd()
                ? stoodStill(finalizedEnd(), longest)
                : Math.min(chain.awaitFinalized(height, longest), finalizedEnd());
    }

    @Override
    public long awaitSealed(long height, Duration longest) throws InterruptedException {
        return height >= sealedEnd()
                ? stoodStill(sealedEnd(), longest)
                : Math.min(chain.awaitSealed(height, longest), sealedEnd());
    }

    private static long stoodStill(long height, Duration longest) throws InterruptedException {
        Thread.sleep(longest);
        return height;
    }

    private long finalizedEnd() {
        Behaviour.Present now = behaviour.present();
        return now.manner() instanceof Manner.Stale ? now.finalized() : Long.MAX_VALUE;
    }

    private long sealedEnd() {
        Behaviour.Present now = behaviour.present();
        return now.manner() instanceof Manner.Stale ? now.sealed() : Long.MAX_VALUE;
    }
}
