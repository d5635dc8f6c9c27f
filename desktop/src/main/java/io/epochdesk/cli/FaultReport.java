package io.epochdesk.cli;

import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.fault.EvidenceFault;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FleetFault;
import io.epochdesk.fault.HistoryFault;
import io.epochdesk.fault.InternalFault;
import io.epochdesk.fault.KeyFault;
import io.epochdesk.fault.SettingsFault;
import io.epochdesk.fault.TransactionFault;
import io.epochdesk.fault.VaultFault;
import io.epochdesk.text.FaultText;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.PrintWriter;
import java.util.List;

/** Tells a fault that ended a command before it had an answer. */
final class FaultReport {

    private static final Logger LOG = LoggerFactory.getLogger(FaultReport.class);

    private final Surroundings surroundings;

    FaultReport(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Tells a fault and answers what the command ends with. */
    ExitCode tell(Fault fault, boolean json) {
        ExitCode code = codeOf(fault);
        if (json) {
            surroundings
                    .streams()
                    .out()
                    .println(
                            StatusJson.compact(
                                    StatusDocument.failed(
                                            surroundings.formats().words(),
                                            fault,
                                            code,
                                            surroundings.clock().instant())));
            surroundings.streams().out().flush();
        } else {
            write(surroundings.streams().err(), fault);
        }
        return code;
    }

    /** Tells a defect; what the machine said goes to the log. */
    ExitCode tellUnexpected(Exception defect, boolean json) {
        LOG.error("a command failed unexpectedly", defect);
        return tell(
                new InternalFault(
                        InternalFault.Kind.UNEXPECTED,
                        Fault.facts("what", defect.getClass().getSimpleName()),
                        defect.toString()),
                json);
    }

    /** Code and sentence on one line, the next step below. */
    void write(PrintWriter to, Fault fault) {
        FaultText text = FaultText.of(surroundings.formats().words(), fault);
        Lines lines = new Lines();
        lines.wrapped("", text.code() + "  " + text.sentence());
        lines.wrapped("  ", text.advice());
        lines.all().forEach(to::println);
        to.flush();
    }

    /** What a fault ends a command with. */
    static ExitCode codeOf(Fault fault) {
        return switch (fault) {
            case InternalFault _ -> ExitCode.INTERNAL;
            case SettingsFault settings ->
                    List.of(
                                            SettingsFault.Kind.INVALID,
                                            SettingsFault.Kind.UNKNOWN_NETWORK,
                                            SettingsFault.Kind.REHEARSAL_CHOSEN)
                                    .contains(settings.kind())
                            ? ExitCode.USAGE
                            : ExitCode.FAILED;
            case VaultFault _, KeyFault _, BootstrapFault _, TransactionFault _, HistoryFault _ ->
                    ExitCode.FAILED;
            case FleetFault fleet ->
                    fleet.kind() == FleetFault.Kind.NO_NETWORK_YET
                            ? ExitCode.COULD_NOT_READ
                            : ExitCode.FAILED;
            case EvidenceFault evidence ->
                    List.of(EvidenceFault.Kind.CANNOT_WRITE, EvidenceFault.Kind.EXISTS)
                                    .contains(evidence.kind())
                            ? ExitCode.FAILED
                            : ExitCode.COULD_NOT_READ;
            default -> ExitCode.COULD_NOT_READ;
        };
    }
}
