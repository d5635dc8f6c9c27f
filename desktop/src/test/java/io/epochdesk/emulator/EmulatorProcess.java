package io.epochdesk.emulator;

import io.epochdesk.network.LoopbackPorts;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;

import org.jspecify.annotations.Nullable;
import org.onflow.protobuf.access.Access;
import org.onflow.protobuf.access.AccessAPIGrpc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Flow Emulator as a process of its own, on free ports of 127.0.0.1. It can be killed,
 * frozen and started again on the same ports with its chain kept or a fresh one; closing ends the
 * process, by its own handle and no other, and removes what it wrote.
 */
public final class EmulatorProcess implements AutoCloseable {

    /** System property and environment variable that name the program. */
    public static final String PROPERTY = "epochdesk.emulator";

    static final String VARIABLE = "EPOCHDESK_EMULATOR";

    /** The service account's private key (P-256, for SHA3-256), made for these tests. */
    public static final String SERVICE_KEY =
            "5e1f6cbd0a4b8f27c3d9e2417086a5d3b9c41e7f02d86a35b7e4c1903f6a28d1";

    private static final Duration READY_WITHIN = Duration.ofSeconds(30);

    private final Path program;
    private final EmulatorOptions options;
    private final Path folder;
    private final List<Integer> ports;
    private final Thread atExit = new Thread(this::killQuietly, "emulator at exit");
    private Path database;
    private int chains;
    private @Nullable Process process;

    /** What a restart does with the chain. */
    public enum Chain {
        KEPT,
        FRESH
    }

    private EmulatorProcess(
            Path program, EmulatorOptions options, Path folder, List<Integer> ports) {
        this.program = program;
        this.options = options;
        this.folder = folder;
        this.ports = ports;
        this.database = options.database() == null ? folder.resolve("chain-0") : options.database();
    }

    /** Where the program is, if it is to be had. */
    public static Optional<Path> program() {
        return EmulatorProgram.find();
    }

    /** Starts one and waits until it answers. */
    public static EmulatorProcess start(EmulatorOptions options) {
        Path program =
                program().orElseThrow(() -> new IllegalStateException(EmulatorProgram.ABSENT));
        try {
            EmulatorProcess emulator =
                    new EmulatorProcess(
                            program,
                            options,
                            Files.createTempDirectory("epochdesk-emulator"),
                            LoopbackPorts.unused(4));
            Runtime.getRuntime().addShutdownHook(emulator.atExit);
            emulator.launch();
            return emulator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a fresh chain in memory. */
    public static EmulatorProcess start() {
        return start(EmulatorOptions.fresh());
    }

    /** Port of the Access API. */
    public int grpcPort() {
        return ports.get(0);
    }

    /** Port of the REST API. */
    public int restPort() {
        return ports.get(1);
    }

    /** Port of the emulator's own admin API. */
    public int adminPort() {
        return ports.get(2);
    }

    /** {@code 127.0.0.1:port} of the Access API. */
    public String address() {
        return "127.0.0.1:" + grpcPort();
    }

    /** Ends it at once, as a crash would. */
    public void kill() {
        end(running().destroyForcibly());
    }

    /** Asks it to end, and waits until it has. */
    public void stop() {
        Process current = running();
        current.destroy();
        try {
            if (!current.waitFor(5, TimeUnit.SECONDS)) {
                current.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end(current);
    }

    /** Stops it from running without ending it: connections stay open and nothing answers. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets a frozen one run on. */
    public void resume() {
        signal("CONT");
    }

    /**
     * Starts an ended one again on the same ports and waits until it answers; a running one is
     * killed first.
     */
    public void restart(Chain chain) {
        if (process != null) {
            kill();
        }
        if (chain == Chain.KEPT && !options.keep()) {
            throw new IllegalStateException(
                    "this emulator keeps its chain in memory; start it with kept()");
        }
        if (chain == Chain.FRESH) {
            chains++;
            database = folder.resolve("chain-" + chains);
        }
        try {
            launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the process lives. */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Folder of a kept chain. */
    public Path database() {
        return database;
    }

    @Override
    public void close() {
        killQuietly();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the virtual machine is going down already, and the hook does the same work
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch() throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                program.toString(),
                                "--host",
                                "127.0.0.1",
                                "--port",
                                Integer.toString(ports.get(0)),
                                "--rest-port",
                                Integer.toString(ports.get(1)),
                                "--admin-port",
                                Integer.toString(ports.get(2)),
                                "--debugger-port",
                                Integer.toString(ports.get(3)),
                                "--service-priv-key",
                                SERVICE_KEY));
        command.addAll(options.arguments());
        if (options.keep()) {
            command.addAll(List.of("--persist", "--dbpath", database.toString()));
        }
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        // collecting garbage less often spares a tenth of the emulator's time
        builder.environment().putAll(Map.of("GOGC", "400", "GOMEMLIMIT", "1GiB"));
        Process started = builder.start();
        process = started;
        awaitReady(started);
    }

    private void awaitReady(Process started) throws IOException {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("127.0.0.1", grpcPort()).usePlaintext().build();
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        try {
            while (!answers(channel)) {
                if (!started.isAlive() || System.nanoTime() > deadline) {
                    started.destroyForcibly();
                    throw new IOException(
                            "the emulator did not come up: "
                                    + Files.readString(folder.resolve("log")));
                }
            }
        } finally {
            channel.shutdownNow();
        }
    }

    private static boolean answers(ManagedChannel channel) {
        try {
            Access.PingResponse ignored =
                    AccessAPIGrpc.newBlockingStub(channel)
                            .withWaitForReady()
                            .withDeadlineAfter(250, TimeUnit.MILLISECONDS)
                            .ping(Access.PingRequest.getDefaultInstance());
            return true;
        } catch (StatusRuntimeException e) {
            channel.resetConnectBackoff();
            return false;
        }
    }

    private Process running() {
        Process current = process;
        if (current == null) {
            throw new IllegalStateException("this emulator does not run");
        }
        return current;
    }

    private void end(Process current) {
        current.onExit().join();
        process = null;
    }

    private void killQuietly() {
        Process current = process;
        if (current != null) {
            current.destroyForcibly().onExit().join();
            process = null;
        }
    }

    private void signal(String name) {
        try {
            int code =
                    new ProcessBuilder("kill", "-" + name, Long.toString(running().pid()))
                            .start()
                            .waitFor();
            if (code != 0) {
                throw new IllegalStateException("could not send " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
