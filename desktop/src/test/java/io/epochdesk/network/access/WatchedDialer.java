package io.epochdesk.network.access;

import io.epochdesk.network.AccessNode;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Dials like the console, and knows of every connection whether it is still open. */
final class WatchedDialer implements NodeCalls.Dialer, AutoCloseable {

    private final NodeThreads threads = new NodeThreads(1);
    private final BiConsumer<String, String> beforeCall;
    private final List<String> dialled = new CopyOnWriteArrayList<>();
    private final List<String> openNodes = new CopyOnWriteArrayList<>();

    WatchedDialer() {
        this((node, call) -> {});
    }

    /**
     * A dialer that lets a test in before each call.
     *
     * @param beforeCall told the node's name and the method's; may throw or wait
     */
    WatchedDialer(BiConsumer<String, String> beforeCall) {
        this.beforeCall = beforeCall;
    }

    @Override
    public NodeCalls dial(AccessNode node) {
        NodeClient client = new NodeClient(node, 32 << 20, Deadlines.USUAL, threads);
        dialled.add(node.name());
        openNodes.add(node.name());
        return (NodeCalls)
                Proxy.newProxyInstance(
                        NodeCalls.class.getClassLoader(),
                        new Class<?>[] {NodeCalls.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("close")) {
                                openNodes.remove(node.name());
                            } else {
                                beforeCall.accept(node.name(), method.getName());
                            }
                            try {
                                return method.invoke(client, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    /** Names of the nodes dialled, in order. */
    List<String> dialled() {
        return List.copyOf(dialled);
    }

    /** Names of the nodes to which a connection is open. */
    List<String> open() {
        return List.copyOf(openNodes);
    }

    @Override
    public void close() {
        threads.close();
    }
}
