package io.epochdesk.fleet;

import io.epochdesk.network.BlockReader;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.ScriptRunner;
import io.epochdesk.network.SequenceNumbers;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is asked of a network, whatever else it offers. */
final class Counted {

    private final AtomicInteger scripts = new AtomicInteger();
    private final AtomicInteger accounts = new AtomicInteger();
    private final AtomicInteger headers = new AtomicInteger();
    private final FlowNetwork network;

    Counted(FlowNetwork real) {
        network =
                passing(
                        FlowNetwork.class,
                        real,
                        (name, answer, _) ->
                                switch (name) {
                                    case "scripts" -> scripts((ScriptRunner) answer);
                                    case "blocks" -> blocks((BlockReader) answer);
                                    case "sequenceNumbers" -> numbers((SequenceNumbers) answer);
                                    default -> answer;
                                });
    }

    /** The network, counting. */
    FlowNetwork network() {
        return network;
    }

    int scripts() {
        return scripts.get();
    }

    /** Accounts that were read one by one. */
    int accounts() {
        return accounts.get();
    }

    int headers() {
        return headers.get();
    }

    void forget() {
        scripts.set(0);
        accounts.set(0);
        headers.set(0);
    }

    private ScriptRunner scripts(ScriptRunner real) {
        return passing(
                ScriptRunner.class,
                real,
                (_, answer, _) -> {
                    scripts.incrementAndGet();
                    return answer;
                });
    }

    private BlockReader blocks(BlockReader real) {
        return passing(
                BlockReader.class,
                real,
                (_, answer, _) -> {
                    headers.incrementAndGet();
                    return answer;
                });
    }

    private SequenceNumbers numbers(SequenceNumbers real) {
        return passing(
                SequenceNumbers.class,
                real,
                (_, answer, arguments) -> {
                    accounts.addAndGet(((Collection<?>) arguments[0]).size());
                    return answer;
                });
    }

    private interface Seen {
        Object after(String name, Object answer, Object[] arguments);
    }

    private static <T> T passing(Class<T> port, T real, Seen seen) {
        InvocationHandler handler =
                (_, method, arguments) -> {
                    try {
                        Object answer = method.invoke(real, arguments);
                        return answer == null
                                ? null
                                : seen.after(method.getName(), answer, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                };
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }
}
