package io.epochdesk.cli;

import io.epochdesk.fault.FaultException;
import io.epochdesk.network.NetworkProfile;

import java.io.PrintWriter;

/** Runs what a command is for, and tells how it went: in text or as a document. */
final class FlowTeller {

    private final Surroundings surroundings;
    private final boolean json;

    FlowTeller(Surroundings surroundings, boolean json) {
        this.surroundings = surroundings;
        this.json = json;
    }

    /** What a command does while it is waited for. */
    @FunctionalInterface
    interface Work {
        FlowDocument run(Progress.Wait wait) throws InterruptedException;
    }

    /** Connects, and unless a document is wanted says to whom as soon as it is known. */
    FlowSession connect(NetworkProfile network, Progress.Wait wait) {
        return FlowSession.open(
                surroundings,
                network,
                connection -> {
                    if (!json) {
                        wait.aside(() -> NetworkHead.print(surroundings, network, connection));
                    }
                });
    }

    /** Runs it, tells, and answers the exit code. */
    int tell(Work work) throws InterruptedException {
        FlowDocument document;
        try (Progress.Wait wait =
                surroundings
                        .progress()
                        .begin(() -> surroundings.formats().words().say("cli.wait.asking"))) {
            document = work.run(wait);
        } catch (FaultException e) {
            if (!json) {
                throw e;
            }
            document = FlowDocuments.failed(surroundings, e.fault());
        }
        PrintWriter out = surroundings.streams().out();
        if (json) {
            out.println(StatusJson.pretty(document));
        } else {
            new FlowText(surroundings.formats()).of(document).forEach(out::println);
        }
        out.flush();
        return document.exitCode();
    }
}
