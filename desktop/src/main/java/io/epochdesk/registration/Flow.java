package io.epochdesk.registration;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.TransactionFault;
import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.live.LatestValue;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.registration.FlowRecord.Result;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One guided flow: a sequence of steps that a wizard shows and a command runs through. What it
 * knows is kept at every change, so that it goes on after a crash where it was; what may have been
 * sent is followed and never sent again.
 *
 * <p>Every method that asks the chain blocks, and throws a {@link FaultException} when that cannot
 * be done; the flow then stands where it stood. Methods may be called from any thread, one at a
 * time.
 */
public final class Flow {

    private final FlowMemory memory;
    private final Checking checking;
    private final Signing signing;
    private final Dispatching dispatching;

    Flow(Workplace place, Keeper keeper, FlowRecord record) {
        this.memory = new FlowMemory(place, keeper, record);
        this.checking = new Checking(memory);
        this.signing = new Signing(memory);
        this.dispatching = new Dispatching(memory);
    }

    /** Where it stands, and every change of it. */
    public LatestValue<FlowState> state() {
        return memory.state();
    }

    /** What is kept of it. */
    public FlowRecord record() {
        return memory.record();
    }

    /** Which flow it is. */
    public FlowKind kind() {
        return memory.kind();
    }

    /** Where it is. */
    public Step step() {
        return memory.step();
    }

    /** The values as they are. */
    public Values values() {
        return memory.values();
    }

    /** What is wrong with the values, by field; nothing is asked of a chain. */
    public Map<Field, FieldProblem> problems() {
        Map<Field, FieldProblem> problems = new EnumMap<>(Field.class);
        for (Field field : kind().fields()) {
            values().problem(field).ifPresent(problem -> problems.put(field, problem));
        }
        return problems;
    }

    /**
     * Takes a value over. What was found or agreed to with another one no longer counts.
     *
     * @throws FaultException with {@code TXN-811} while a transaction of the flow is undecided
     */
    public void enter(Field field, String text) {
        enter(Map.of(field, text), "");
    }

    /**
     * Takes values over.
     *
     * @param origin where they come from, such as a file; empty for typed ones
     */
    public synchronized void enter(Map<Field, String> texts, String origin) {
        memory.requireDecided();
        FlowRecord changed = record().entering(texts, origin);
        if (changed.values().equals(record().values())) {
            memory.keep(changed);
            return;
        }
        Step back =
                changed.step().transaction() == 1
                        ? Step.IN_USE
                        : changed.step() == Step.PURPOSE ? Step.PURPOSE : Step.VALUES;
        memory.keep(memory.current().afresh(changed.at(back)));
    }

    /**
     * Public keys that are at hand for the signing account, by index: the checks compare them with
     * the account's. Nothing secret.
     */
    public synchronized void keysAtHand(Map<Integer, AccountPublicKey> keys) {
        checking.keysAtHand(keys);
    }

    /**
     * Goes to a step: back to any, forward to the next when all before it is done. What was entered
     * stays.
     *
     * @throws FaultException with {@code TXN-812} when something has to be done first
     */
    public synchronized void go(Step to) {
        if (!kind().steps().contains(to)) {
            throw new IllegalArgumentException(kind() + " has no step " + to);
        }
        if (to.isBeforeSigning()) {
            memory.requireDecided();
        }
        boolean begun = !record().sendings().isEmpty();
        if (to.compareTo(Step.PREFLIGHT) >= 0 && !problems().isEmpty()) {
            throw FlowMemory.notReady(Step.VALUES);
        }
        if (to.compareTo(Step.REVIEW) >= 0 && !begun) {
            memory.requirePassed();
        }
        if (to.compareTo(Step.SIGN) >= 0 && !begun && memory.current().review() == null) {
            throw FlowMemory.notReady(Step.REVIEW);
        }
        // what was found before adding a key says nothing about revoking another
        boolean isNext = to.transaction() > step().transaction();
        FlowState state = memory.current();
        memory.keep(isNext ? state.afresh(record().at(to)) : state.with(record().at(to)));
    }

    /**
     * Asks the chain for every check of the flow.
     *
     * @throws FaultException with {@code TXN-812} when a value has not its form, with {@code
     *     TXN-811} while a transaction of the flow is undecided
     */
    public synchronized Preflight check() {
        memory.requireDecided();
        if (!problems().isEmpty()) {
            throw FlowMemory.notReady(Step.VALUES);
        }
        Preflight preflight = checking.check();
        Step at = step().transaction() == 0 ? Step.PREFLIGHT : step();
        memory.keep(memory.current().checked(preflight).with(record().at(at)));
        return preflight;
    }

    /** The operator agrees to these risks, having been told of them. */
    public synchronized void accept(Set<Check> risks) {
        Set<Check> all = EnumSet.noneOf(Check.class);
        all.addAll(record().accepted());
        all.addAll(risks);
        memory.keep(record().accepting(all));
    }

    /**
     * Makes the review, dry run included.
     *
     * @throws FaultException with {@code TXN-820} when the checks stop the flow, with {@code
     *     TXN-812} when they were not made or a risk was not agreed to
     */
    public synchronized Review review() {
        memory.requirePassed();
        Review review = checking.review();
        memory.keep(memory.current().reviewed(review).with(record().at(memory.reviewStep())));
        return review;
    }

    /**
     * The operator typed the node's ID, as expert flows ask for.
     *
     * @throws FaultException with {@code TXN-819} when it is another
     */
    public synchronized void confirmNode(String typed) {
        if (!typed.strip().equals(values().text(Field.NODE_ID))) {
            throw TransactionFault.of(TransactionFault.Kind.NOT_CONFIRMED, "");
        }
        memory.confirmed();
    }

    /**
     * Builds the transaction unsigned, on a fresh reference block and the present sequence number,
     * in place of one that was not sent.
     *
     * @throws FaultException as {@link #review()}, with {@code TXN-811} while an earlier one is
     *     undecided, with {@code TXN-819} in an expert flow before the node's ID was typed
     */
    public synchronized TransactionBody build() {
        return signing.build();
    }

    /**
     * Builds the transaction afresh and has it signed by every key that is to sign. The ring is
     * asked last, when everything else was found in order.
     *
     * @throws FaultException as {@link #build()}, with {@code TXN-802} on another network, with
     *     {@code TXN-808} when a key at hand is not the account's; nothing was signed then
     */
    public synchronized TransactionBody sign(KeyRing ring) {
        return signing.sign(ring);
    }

    /**
     * Adds the signature of one key to the transaction as it was built, beside those from
     * elsewhere.
     */
    public synchronized TransactionBody sign(KeyRing ring, int keyIndex) {
        return signing.sign(ring, keyIndex);
    }

    /**
     * The transaction as it was built, with the signatures it has, in the form flow-cli reads: hex
     * digits of RLP.
     *
     * @throws FaultException with {@code TXN-804} when less than half of its time is left
     */
    public synchronized String file() {
        return signing.file();
    }

    /**
     * Takes a file back that was signed elsewhere; its signatures are added to those there are.
     *
     * @throws FaultException with {@code TXN-801} when it is no transaction, with {@code TXN-803}
     *     when it is another one, with {@code TXN-810} when a signature does not fit
     */
    public synchronized TransactionBody take(String file) {
        return signing.take(file);
    }

    /** What the signatures gathered so far weigh together; 1000 are needed to send. */
    public synchronized int weight() {
        return signing.weight();
    }

    /**
     * Blocks in which the transaction built last can still be taken, as of the newest block seen;
     * empty when none was built.
     */
    public OptionalLong blocksLeft() {
        return memory.sending().stream()
                .mapToLong(sending -> Math.max(0, sending.last() - memory.height()))
                .findFirst();
    }

    /**
     * Hands the signed transaction in, once. What happens next is told by {@link #track}.
     *
     * @throws FaultException with {@code TXN-809} or {@code TXN-810} when it is not signed as it
     *     must be, with {@code TXN-805} when its time has run out, or when the node refused it; in
     *     each case it was not taken
     */
    public synchronized void send() {
        dispatching.send(signing.requireSendable());
    }

    /**
     * Follows the transaction until it is known how it ended, for as long as that takes.
     *
     * @throws InterruptedException when it is given up for now; it can be taken up again
     */
    public Ending track() throws InterruptedException {
        Dispatch.Sent sent;
        synchronized (this) {
            sent = dispatching.sent();
        }
        Dispatch.Fate fate = dispatching.follow(sent);
        synchronized (this) {
            return dispatching.ended(fate);
        }
    }

    /**
     * Has the node's file written for the machine account: after a registration, or for a key that
     * was added.
     *
     * @return the file
     * @throws FaultException with {@code TXN-812} before there is such an account and key, or as
     *     the writer does
     */
    public synchronized Path writeInfo(InfoWriter writer) {
        boolean rotation = kind() == FlowKind.ROTATE_KEY;
        String account =
                rotation
                        ? values().text(Field.ACCOUNT)
                        : record().results().get(Result.MACHINE_ACCOUNT);
        String index = rotation ? record().results().get(Result.KEY_INDEX) : "0";
        if (account == null || index == null) {
            throw FlowMemory.notReady(memory.trackStep());
        }
        Path written =
                writer.write(
                        FlowAddress.of(account),
                        Integer.parseInt(index),
                        AccountPublicKey.ofHex(
                                values().keySignature(), values().text(Field.MACHINE_KEY)));
        FlowRecord told = record().resulting(Result.INFO_FILE, written.toString());
        memory.keep(rotation && step() == Step.FILE ? told.at(Step.IN_USE) : told);
        return written;
    }

    /**
     * Looks whether the node has used its new key, and if so goes on to revoking the old one. The
     * operator may go on without waiting; the checks then ask.
     *
     * @return how many transactions the new key has proposed
     */
    public synchronized long lookForUse() {
        String index = record().results().get(Result.KEY_INDEX);
        if (index == null) {
            throw FlowMemory.notReady(Step.TRACK);
        }
        long used = checking.sequence(Integer.parseInt(index));
        if (used > 0 && step() == Step.IN_USE) {
            memory.keep(memory.current().afresh(record().at(Step.REVIEW_REVOKING)));
        }
        return used;
    }

    /** Reads from the chain what is there now. */
    public synchronized Proof prove() {
        var _ = memory.identity();
        Proof proof = new Prover(memory.place()).prove(record());
        memory.keep(memory.current().proving(proof));
        return proof;
    }

    /**
     * Ends the flow: it is not offered again.
     *
     * @throws FaultException with {@code TXN-811} while a transaction of it is undecided
     */
    public synchronized void close() {
        memory.requireDecided();
        memory.forget();
    }
}
