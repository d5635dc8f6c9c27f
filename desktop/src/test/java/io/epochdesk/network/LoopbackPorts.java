package io.epochdesk.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports of 127.0.0.1 for servers that come up later, or come back on the port they had. They lie
 * below those that systems give to outgoing connections (from 32,768 on Linux), so that no
 * connection of anybody takes one in between; tests that run at the same time have others each.
 */
public final class LoopbackPorts {

    private static final int LOWEST = 20_000;
    private static final int EACH = 200;
    private static final int PROCESSES = 60;
    private static final int FIRST =
            LOWEST + EACH * (int) (ProcessHandle.current().pid() % PROCESSES);
    private static final AtomicInteger TAKEN = new AtomicInteger();

    private LoopbackPorts() {}

    /** A port nobody listens on, and that is not handed out again soon. */
    public static int unused() {
        return unused(1).getFirst();
    }

    /** Several of them. */
    public static List<Integer> unused(int count) {
        List<Integer> ports = new ArrayList<>();
        for (int attempt = 0; attempt < EACH && ports.size() < count; attempt++) {
            int port = FIRST + TAKEN.getAndIncrement() % EACH;
            if (isFree(port)) {
                ports.add(port);
            }
        }
        if (ports.size() < count) {
            throw new IllegalStateException("no ports are left from " + FIRST);
        }
        return ports;
    }

    /** Whether somebody takes connections on a port. */
    public static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
