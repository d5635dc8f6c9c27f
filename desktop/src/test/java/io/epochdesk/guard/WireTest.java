package io.epochdesk.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import javax.tools.ToolProvider;

/**
 * {@code installers/Wire.java}, by which {@code installers/measure} tells a command's own time from
 * the network's: it and the measuring program compile without a warning, and its figure lies
 * between what the node at one end and the client at the other saw of the same turn.
 */
class WireTest {

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RESET = 3;
    private static final int SETTINGS = 4;
    private static final int END = 1;
    private static final int FRAME_HEADER = 9;
    private static final byte[] PREFACE =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir private static Path classes;
    private static Class<?> wire;

    @BeforeAll
    static void compile() throws IOException, ReflectiveOperationException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            StringWriter complaints = new StringWriter();
            boolean compiled =
                    compiler.getTask(
                                    complaints,
                                    files,
                                    null,
                                    List.of("-Xlint:all", "-Werror", "-d", classes.toString()),
                                    null,
                                    files.getJavaFileObjects(
                                            Path.of("../installers/Wire.java"),
                                            Path.of("../installers/Measure.java")))
                            .call();
            assertThat(compiled).as(complaints.toString()).isTrue();
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            wire = Class.forName("Wire", true, loader);
            loader.loadClass("Wire$Turn");
            for (String inner : List.of("Connection", "Beginning", "Frames")) {
                loader.loadClass("Wire$" + inner);
            }
        }
    }

    @Test
    void theNodesTurnIsFromTheEndOfAQuestionToTheEndOfItsAnswer() throws Exception {
        try (Ends ends = new Ends()) {
            ends.introduce();
            long asked = System.nanoTime();
            ends.ask(1);
            long heard = System.nanoTime();
            ends.answer(HEADERS, 0, 1);
            ends.answer(DATA, 0, 1);
            long answering = System.nanoTime();
            ends.answer(HEADERS, END, 1);
            long answered = System.nanoTime();
            assertThat(ends.ofTheNode(asked, answered).toNanos())
                    .isBetween(answering - heard, answered - asked);
            assertThat(ends.ofTheNode(answered, System.nanoTime())).isZero();
        }
    }

    @Test
    void questionsThatAreOpenAtOnceCountOnce() throws Exception {
        try (Ends ends = new Ends()) {
            ends.introduce();
            long asked = System.nanoTime();
            ends.ask(1);
            ends.ask(3);
            long heard = System.nanoTime();
            ends.answer(HEADERS, END, 3);
            long answering = System.nanoTime();
            ends.answer(HEADERS, END, 1);
            long answered = System.nanoTime();
            assertThat(ends.ofTheNode(asked, answered).toNanos())
                    .isBetween(answering - heard, answered - asked);
        }
    }

    @Test
    void whatTheClientGivesUpIsNobodysTurn() throws Exception {
        try (Ends ends = new Ends()) {
            ends.introduce();
            long asked = System.nanoTime();
            ends.ask(1);
            ends.answer(HEADERS, 0, 1);
            ends.send(RESET, 0, 1);
            assertThat(ends.ofTheNode(asked, System.nanoTime())).isZero();
        }
    }

    @Test
    void theNodesIntroductionIsItsTurn() throws Exception {
        try (Ends ends = new Ends()) {
            long before = System.nanoTime();
            ends.introduce();
            assertThat(ends.ofTheNode(before, System.nanoTime())).isPositive();
        }
    }

    /** A client and a node, both by hand, with the wire between them; each frame is waited for. */
    private static final class Ends implements AutoCloseable {

        private final ServerSocket listening =
                new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final Closeable between;
        private final Socket client;
        private final Socket node;

        Ends() throws IOException, ReflectiveOperationException {
            Constructor<?> made = wire.getDeclaredConstructor(int.class);
            made.setAccessible(true);
            between = (Closeable) made.newInstance(listening.getLocalPort());
            Method port = wire.getDeclaredMethod("port");
            port.setAccessible(true);
            client = new Socket(InetAddress.getLoopbackAddress(), (int) port.invoke(between));
            node = listening.accept();
        }

        void introduce() throws IOException {
            client.getOutputStream().write(PREFACE);
            assertThat(node.getInputStream().readNBytes(PREFACE.length)).isEqualTo(PREFACE);
            answer(SETTINGS, 0, 0);
        }

        void ask(int stream) throws IOException {
            send(HEADERS, 0, stream);
            send(DATA, END, stream);
        }

        void send(int type, int flags, int stream) throws IOException {
            pass(client, node, type, flags, stream);
        }

        void answer(int type, int flags, int stream) throws IOException {
            pass(node, client, type, flags, stream);
        }

        Duration ofTheNode(long from, long to) throws ReflectiveOperationException {
            Method asked = wire.getDeclaredMethod("ofTheNode", long.class, long.class);
            asked.setAccessible(true);
            return (Duration) asked.invoke(between, from, to);
        }

        private static void pass(Socket from, Socket to, int type, int flags, int stream)
                throws IOException {
            byte[] frame = {0, 0, 2, (byte) type, (byte) flags, 0, 0, 0, (byte) stream, 7, 8};
            from.getOutputStream().write(frame);
            assertThat(to.getInputStream().readNBytes(FRAME_HEADER + 2)).isEqualTo(frame);
        }

        @Override
        public void close() throws IOException {
            client.close();
            node.close();
            between.close();
            listening.close();
        }
    }
}
