package io.epochdesk.doctor;

import io.epochdesk.fault.Fault;
import io.epochdesk.keys.bootstrap.FileKind;
import io.epochdesk.keys.bootstrap.FileNote;
import io.epochdesk.keys.bootstrap.FoundFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** The files of the node software, where the console was shown them. */
final class FileChecks {

    private FileChecks() {}

    static void look(Chart chart) {
        String folder = chart.node.folder();
        if (folder == null) {
            return;
        }
        for (FoundFile file : chart.node.files()) {
            String path = path(folder, file);
            Fault fault = file.fault();
            if (fault != null) {
                boolean needed = isReadByNode(file.kind());
                chart.find(
                        Check.FILE_UNUSABLE,
                        needed ? Severity.FAULT : Severity.RISK,
                        needed ? chart.cannot() : chart.consequence(Consequence.Kind.NONE),
                        Map.of("file", path, "fault", fault.code()),
                        List.of(new Evidence(Evidence.What.FAULT, fault.code(), path, null)),
                        new Remedy.CorrectFile(path, "", ""),
                        new Remedy.ExportKey(chart.node.nodeId()));
            }
            if (file.notes().contains(FileNote.OPEN_TO_OTHERS)) {
                chart.find(
                        Check.FILE_OPEN,
                        Severity.RISK,
                        chart.consequence(Consequence.Kind.OTHERS_CAN_ACT),
                        Map.of("file", path),
                        List.of(
                                new Evidence(
                                        Evidence.What.PERMISSIONS, permissions(path), path, null)),
                        new Remedy.NarrowFile(path));
            }
        }
        if (needsAccountFile(chart)) {
            chart.find(
                    Check.FILE_MISSING,
                    Severity.FAULT,
                    chart.cannot(),
                    Map.of("folder", folder),
                    List.of(new Evidence(Evidence.What.ACCOUNT, "", folder, null)),
                    new Remedy.ExportKey(chart.node.nodeId()));
        }
    }

    /** The other files are what the bootstrap tool leaves for people. */
    private static boolean isReadByNode(FileKind kind) {
        return kind == FileKind.MACHINE_ACCOUNT_INFO || kind == FileKind.NODE_ID;
    }

    private static boolean needsAccountFile(Chart chart) {
        return chart.role().map(role -> role.hasMachineAccount()).orElse(true)
                && chart.node.files().stream()
                        .noneMatch(file -> file.kind() == FileKind.MACHINE_ACCOUNT_INFO);
    }

    /** Its mode as {@code ls} shows it, where the disk has modes. */
    private static String permissions(String path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(path)));
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** Where a found file is: paths in findings are within the folder, or its {@code bootstrap}. */
    private static String path(String folder, FoundFile file) {
        Path direct = Path.of(folder, file.path());
        return Files.exists(direct)
                ? direct.toString()
                : Path.of(folder, "bootstrap", file.path()).toString();
    }
}
