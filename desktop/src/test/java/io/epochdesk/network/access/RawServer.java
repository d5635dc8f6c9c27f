package io.epochdesk.network.access;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A port of this machine that says the same to everybody, or nothing at all. */
final class RawServer implements AutoCloseable {

    private final ServerSocket listening;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final byte @Nullable [] answer;
    private final boolean hangUp;

    private RawServer(byte @Nullable [] answer, boolean hangUp) {
        this.answer = answer;
        this.hangUp = hangUp;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Answers the first bytes with these, and hangs up. */
    static RawServer answering(byte[] answer) {
        return new RawServer(answer, true);
    }

    static RawServer answering(String answer) {
        return answering(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads the first bytes and hangs up. */
    static RawServer hangingUp() {
        return new RawServer(null, true);
    }

    /** Takes connections and says nothing. */
    static RawServer silent() {
        return new RawServer(null, false);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try {
            if (socket.getInputStream().read() >= 0 && answer != null) {
                socket.getOutputStream().write(answer);
                socket.getOutputStream().flush();
            }
            if (hangUp) {
                // Reads the greeting to its end, since closing over unread bytes is a reset that
                // eats the answer.
                socket.shutdownOutput();
                socket.setSoTimeout(200);
                long ignored =
                        socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                socket.close();
            }
        } catch (IOException e) {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
