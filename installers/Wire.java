import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A wire between a command and a node: passes on what goes over it, and notes from its HTTP/2
 * frames (RFC 9113) when the node was asked and when it had answered.
 *
 * <p>The node's turn begins when the last frame of a question has come here and ends when the last
 * frame of its answer has. The node also has a turn between the client's connection preface and its
 * own first frame, for which a client waits. What the client gives up, such as a subscription at
 * its end, is nobody's turn: whether anything waited for it is not known here.
 */
final class Wire implements Closeable {

    private static final int PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length();
    private static final int FRAME_HEADER = 9;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RESET = 3;
    private static final int END_OF_STREAM = 1;

    private final ServerSocket listening;
    private final int node;
    private final List<Turn> turns = new ArrayList<>();

    /** A turn of the node, between two readings of {@link System#nanoTime}. */
    record Turn(long from, long to) {}

    /** A wire to the node that listens on this port of the loopback interface. */
    Wire(int node) throws IOException {
        this.node = node;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Where the command finds the node. */
    int port() {
        return listening.getLocalPort();
    }

    /**
     * How much of the time between two readings of {@link System#nanoTime} was the node's turn, on
     * any connection. Where several questions were open at once, their time counts once.
     */
    Duration ofTheNode(long from, long to) {
        List<Turn> known;
        synchronized (turns) {
            known = new ArrayList<>(turns);
        }
        known.sort(Comparator.comparingLong(turn -> turn.from - from));
        long sum = 0;
        long counted = from;
        for (Turn turn : known) {
            long begin = Math.max(counted, turn.from);
            long end = Math.min(to, turn.to);
            if (end - begin > 0) {
                sum += end - begin;
                counted = end;
            }
        }
        return Duration.ofNanos(sum);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), node);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Connection connection = new Connection();
                Thread.ofVirtual().start(() -> connection.questions(client, server));
                Thread.ofVirtual().start(() -> connection.answers(server, client));
            }
        } catch (IOException e) {
            // closed, or the node is gone, which the command will notice
        }
    }

    /** One connection, with the questions that are open on it by the numbers of their streams. */
    private final class Connection {

        private static final int INTRODUCTION = 0;

        private final Map<Integer, Long> open = new HashMap<>();

        void questions(Socket client, Socket server) {
            pass(
                    client,
                    server,
                    in -> {
                        byte[] preface = in.readNBytes(PREFACE);
                        asked(INTRODUCTION);
                        return preface;
                    },
                    (type, flags, stream) -> {
                        boolean asks = type == DATA || type == HEADERS;
                        if (asks && (flags & END_OF_STREAM) != 0) {
                            asked(stream);
                        } else if (type == RESET) {
                            givenUp(stream);
                        }
                    });
        }

        void answers(Socket server, Socket client) {
            pass(
                    server,
                    client,
                    in -> new byte[0],
                    (type, flags, stream) -> {
                        boolean answers = type == DATA || type == HEADERS;
                        if ((answers && (flags & END_OF_STREAM) != 0) || type == RESET) {
                            answered(stream);
                        } else if (!answers) {
                            answered(INTRODUCTION);
                        }
                    });
        }

        private synchronized void asked(int stream) {
            open.put(stream, System.nanoTime());
        }

        /** The client waits no longer; nor did it for a subscription, which it ends so. */
        private synchronized void givenUp(int stream) {
            open.remove(stream);
        }

        private synchronized void answered(int stream) {
            Long asked = open.remove(stream);
            if (asked != null) {
                synchronized (turns) {
                    turns.add(new Turn(asked, System.nanoTime()));
                }
            }
        }
    }

    private interface Beginning {
        byte[] read(InputStream in) throws IOException;
    }

    private interface Frames {
        void passed(int type, int flags, int stream);
    }

    /** Passes on whole frames until either side is closed. */
    private static void pass(Socket from, Socket to, Beginning beginning, Frames frames) {
        try (from;
                to) {
            DataInputStream in =
                    new DataInputStream(new java.io.BufferedInputStream(from.getInputStream()));
            OutputStream out = to.getOutputStream();
            out.write(beginning.read(in));
            while (true) {
                byte[] header = in.readNBytes(FRAME_HEADER);
                if (header.length < FRAME_HEADER) {
                    return;
                }
                int length =
                        (header[0] & 0xff) << 16 | (header[1] & 0xff) << 8 | (header[2] & 0xff);
                byte[] frame = new byte[FRAME_HEADER + length];
                System.arraycopy(header, 0, frame, 0, FRAME_HEADER);
                in.readFully(frame, FRAME_HEADER, length);
                frames.passed(
                        header[3],
                        header[4],
                        (header[5] & 0x7f) << 24
                                | (header[6] & 0xff) << 16
                                | (header[7] & 0xff) << 8
                                | (header[8] & 0xff));
                out.write(frame);
            }
        } catch (EOFException e) {
            // closed in the middle of a frame
        } catch (IOException e) {
            // closed by the other side
        }
    }
}
