package io.epochdesk.rehearsal.chain;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.rehearsal.model.Aborted;
import io.epochdesk.rehearsal.model.Account;
import io.epochdesk.rehearsal.model.Draft;
import io.epochdesk.rehearsal.model.Moment;
import io.epochdesk.rehearsal.model.TransactionFees;
import io.epochdesk.rehearsal.model.TransactionProgram;
import io.epochdesk.rehearsal.model.UFix64;
import io.epochdesk.rehearsal.model.World;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs one transaction on a world, in the steps of flow-go's {@code fvm/transactionInvoker.go}:
 * signatures, sequence number, the payer's balance, the program, storage, fees. A transaction that
 * fails at its signatures or its sequence number changes nothing; one that fails later has used up
 * its sequence number and pays.
 */
final class Execution {

    /** Most bytes of events of one transaction. */
    private static final long MOST_EVENT_BYTES = 256_000;

    /** What a payload takes besides its text, as seen on an emulator. */
    private static final int EVENT_OVERHEAD = 33;

    private static final int NUMBER = 8;

    private Execution() {}

    /**
     * How a transaction ended.
     *
     * @param world the world afterwards
     * @param events what it emitted
     * @param error the chain's text, empty when it succeeded
     * @param computation what it was charged for
     */
    record Outcome(World world, List<CompositeValue> events, String error, long computation) {
        Outcome {
            events = List.copyOf(events);
        }
    }

    /** Runs a transaction. */
    static Outcome run(
            World world, Moment moment, Transaction transaction, TransactionProgram program) {
        World started;
        try {
            CanonicalForm form = new CanonicalForm(transaction);
            Authorization.check(world, transaction, form);
            started = Authorization.useSequenceNumber(world, transaction);
        } catch (FlowError e) {
            return new Outcome(world, List.of(), e.text(), 0);
        }
        Draft draft = new Draft(started, moment);
        long computation = Math.min(program.computation(), transaction.computeLimit());
        try {
            long most = maximumFee(started, transaction);
            requireBalance(started, transaction);
            program.run(draft, transaction.authorizers(), arguments(transaction));
            checkEventSize(draft.events());
            checkStorage(draft, transaction.payer(), most);
            TransactionFees.deduct(draft, transaction.payer(), computation);
            return new Outcome(draft.world(), draft.events(), "", computation);
        } catch (Aborted e) {
            return failed(started, moment, transaction, FlowError.of(e), computation);
        } catch (FlowError e) {
            return failed(started, moment, transaction, e, computation);
        }
    }

    private static Outcome failed(
            World started,
            Moment moment,
            Transaction transaction,
            FlowError error,
            long computation) {
        Draft fees = new Draft(started, moment);
        try {
            TransactionFees.deduct(fees, transaction.payer(), computation);
        } catch (Aborted e) {
            return new Outcome(started, List.of(), error.text(), computation);
        }
        return new Outcome(fees.world(), fees.events(), error.text(), computation);
    }

    private static long maximumFee(World world, Transaction transaction) throws Aborted {
        return TransactionFees.of(world, transaction.computeLimit());
    }

    /** Networks without fees do not look (flow-go {@code CheckPayerBalanceAndReturnMaxFees}). */
    private static void requireBalance(World world, Transaction transaction)
            throws Aborted, FlowError {
        Account payer = world.account(transaction.payer());
        if (payer == null || world.fees().surgeFactor() == 0) {
            return;
        }
        long required = TransactionFees.reserved(world, payer);
        if (payer.balance() < required) {
            throw FlowError.payerBalance(transaction.payer().hex(), UFix64.text(required));
        }
    }

    private static List<CadenceValue> arguments(Transaction transaction) throws Aborted {
        List<CadenceValue> values = new ArrayList<>();
        for (int i = 0; i < transaction.arguments().size(); i++) {
            values.add(argument(transaction.arguments().get(i), i));
        }
        return values;
    }

    /** Reads one argument in JSON-Cadence. */
    static CadenceValue argument(byte[] json, int index) throws Aborted {
        try {
            return new CadenceDecoder().decode(json);
        } catch (FaultException e) {
            throw Aborted.runtime(
                    "invalid argument at index "
                            + index
                            + ": failed to decode JSON: "
                            + e.fault().detail());
        }
    }

    private static void checkStorage(Draft draft, FlowAddress payer, long mostFees)
            throws Aborted, FlowError {
        Set<FlowAddress> touched = new LinkedHashSet<>(draft.touched());
        if (mostFees > 0) {
            touched.add(payer);
        }
        // flow-go looks at them in this order, and tells of the first that fails
        List<FlowAddress> ordered = new ArrayList<>(touched);
        ordered.sort(Comparator.reverseOrder());
        for (FlowAddress address : ordered) {
            Account account = draft.world().account(address);
            if (account == null) {
                continue;
            }
            long held = address.equals(payer) ? mostFees : 0;
            long capacity = TransactionFees.capacity(draft.world(), account, held);
            if (account.storageUsed() > capacity) {
                throw FlowError.storage(address.hex(), account.storageUsed(), capacity)
                        .during("storage limit check");
            }
        }
    }

    private static void checkEventSize(List<CompositeValue> events) throws Aborted {
        long bytes = 0;
        for (CompositeValue event : events) {
            bytes += size(event) + EVENT_OVERHEAD;
            if (bytes > MOST_EVENT_BYTES) {
                throw Aborted.environment(
                        Aborted.EVENT_LIMIT,
                        "[Error Code: 1105] total event byte size (%d) exceeds limit (%d)"
                                .formatted(bytes, MOST_EVENT_BYTES));
            }
        }
    }

    /** About how many bytes a value takes. */
    static long size(CadenceValue value) {
        return switch (value) {
            case CompositeValue composite -> {
                long sum = composite.typeId().length();
                for (CadenceValue.Field field : composite.fields()) {
                    sum += field.name().length() + size(field.value());
                }
                yield sum;
            }
            case CadenceValue.StringValue text -> text.value().length();
            case CadenceValue.ArrayValue array ->
                    array.values().stream().mapToLong(Execution::size).sum();
            case CadenceValue.DictionaryValue pairs ->
                    pairs.entries().stream()
                            .mapToLong(pair -> size(pair.key()) + size(pair.value()))
                            .sum();
            case CadenceValue.OptionalValue optional ->
                    optional.value() == null ? 1 : size(optional.value());
            default -> NUMBER;
        };
    }
}
