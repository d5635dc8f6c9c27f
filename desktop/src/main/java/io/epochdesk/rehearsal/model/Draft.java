package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.Field;
import io.epochdesk.cadence.CompositeKind;
import io.epochdesk.cadence.FlowAddress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A world while one transaction, or one heartbeat, changes it. Dropping the draft undoes all. Used
 * by one thread.
 */
public final class Draft {

    private final Moment moment;
    private final RandomNumbers random;
    private final List<CompositeValue> events = new ArrayList<>();
    private final Set<FlowAddress> touched = new LinkedHashSet<>();
    private final boolean ofScript;
    private World world;

    /** The draft of what happens to a world at a moment. */
    public Draft(World world, Moment moment) {
        this(world, moment, false);
    }

    private Draft(World world, Moment moment, boolean ofScript) {
        this.world = world;
        this.moment = moment;
        this.ofScript = ofScript;
        this.random = new RandomNumbers(moment.randomSeed());
    }

    /** The draft of a script, which may do less than a transaction, and of which nothing stays. */
    static Draft ofScript(World world, Moment moment) {
        return new Draft(world, moment, true);
    }

    /** Refuses what flow-go lets no script do. */
    void requireTransaction(String operation) throws Aborted {
        if (ofScript) {
            throw Aborted.environment(
                    Aborted.NOT_SUPPORTED,
                    "[Error Code: "
                            + Aborted.NOT_SUPPORTED
                            + "] operation ("
                            + operation
                            + ") is not supported in this environment");
        }
    }

    /** The world as changed so far. */
    public World world() {
        return world;
    }

    /** Changes the world. */
    public void set(World changed) {
        world = changed;
    }

    /** The block it runs in. */
    public Moment moment() {
        return moment;
    }

    /** An account of the world. */
    Account account(FlowAddress address) throws Aborted {
        Account account = world.account(address);
        if (account == null) {
            throw Aborted.nil();
        }
        return account;
    }

    /** Puts an account and remembers that its storage changed. */
    void put(Account account) {
        world = world.with(account);
        touched.add(account.address());
    }

    /** Addresses whose storage changed, in order: those whose capacity is checked at the end. */
    public Set<FlowAddress> touched() {
        return Collections.unmodifiableSet(touched);
    }

    /**
     * Emits an event of a contract, with the type ID of this network: {@code
     * A.<address>.<contract>.<event>}.
     */
    public void emit(String contract, String event, Field... fields) {
        events.add(
                new CompositeValue(
                        CompositeKind.EVENT, world.typeId(contract, event), List.of(fields)));
    }

    /** Emits an event of the chain itself, such as {@code flow.AccountCreated}. */
    public void emitOfFlow(String event, Field... fields) {
        events.add(new CompositeValue(CompositeKind.EVENT, "flow." + event, List.of(fields)));
    }

    /** What was emitted, in order. */
    public List<CompositeValue> events() {
        return Collections.unmodifiableList(events);
    }

    /** The random numbers of this block's programs. */
    RandomNumbers random() {
        return random;
    }

    /** The identifier of a new resource. */
    long nextUuid() {
        world = world.withUuid(world.lastUuid() + 1);
        return world.lastUuid();
    }
}
