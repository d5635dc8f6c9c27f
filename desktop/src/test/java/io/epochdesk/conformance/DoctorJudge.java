package io.epochdesk.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.epochdesk.conformance.SickNodes.Case;
import io.epochdesk.doctor.Check;
import io.epochdesk.doctor.Doctor;
import io.epochdesk.doctor.Examination;
import io.epochdesk.doctor.Finding;
import io.epochdesk.doctor.FlowGoChecker;
import io.epochdesk.doctor.Severity;
import io.epochdesk.doctor.SpendingHistory;
import io.epochdesk.doctor.Verdict;
import io.epochdesk.keys.bootstrap.MachineAccountInfo;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.grpc.StatusRuntimeException;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.onflow.protobuf.entities.AccountOuterClass.Account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Has the doctor examine sick nodes, and holds what it says against what is wrong with them. */
final class DoctorJudge {

    private final Trial trial;
    private final SickNodes sick;

    DoctorJudge(Trial trial, SickNodes sick) {
        this.trial = trial;
        this.sick = sick;
    }

    /** Examines all and answers the rows of the table. */
    List<String> judge(int port) throws JsonProcessingException {
        NetworkProfile profile =
                NetworkProfiles.through(NetworkProfiles.emulator(), "127.0.0.1:" + port);
        SoftAssertions softly = new SoftAssertions();
        List<String> rows = new ArrayList<>();
        Map<Case, Examination> examinations = examine(profile);
        for (Case expected : sick.cases()) {
            Examination examination = Objects.requireNonNull(examinations.get(expected));
            softly.assertThat(found(examination))
                    .as(expected.fault() + ": " + examination.findings())
                    .isEqualTo(new TreeSet<>(expected.checks()));
            softly.assertThat(examination.verdict())
                    .as(expected.fault())
                    .isEqualTo(expected.verdict());
            String complaint = complaint(expected);
            boolean missedByUs = !complaint.isEmpty() && examination.verdict() != Verdict.UNFIT;
            softly.assertThat(missedByUs && expected.file() != null)
                    .as(expected.fault() + ", of which flow-go says: " + complaint)
                    .isFalse();
            rows.add(row(expected, examination, complaint));
        }
        softly.assertAll();
        return rows;
    }

    private Map<Case, Examination> examine(NetworkProfile profile) {
        Map<Integer, List<Case>> groups =
                sick.cases().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Case::together, TreeMap::new, Collectors.toList()));
        Map<Case, Examination> all = new HashMap<>();
        try (FlowNetwork network = GrpcFlowNetwork.open(profile)) {
            Doctor doctor = new Doctor(network, SpendingHistory.NONE);
            for (List<Case> group : groups.values()) {
                List<Examination> done = doctor.examine(group.stream().map(Case::node).toList());
                for (int i = 0; i < group.size(); i++) {
                    all.put(group.get(i), done.get(i));
                }
            }
        }
        return all;
    }

    /** Everything graver than a note. */
    private static Set<Check> found(Examination examination) {
        return examination.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(Finding::check)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String complaint(Case examined) throws JsonProcessingException {
        MachineAccountInfo file = examined.file();
        return file == null
                ? "no file to check"
                : FlowGoChecker.complaint(
                        examined.role().number, SickNodes.text(file), account(file.address()));
    }

    private @Nullable Account account(String address) {
        try {
            return trial.client().account(address);
        } catch (StatusRuntimeException e) {
            return null;
        }
    }

    private static String row(Case examined, Examination examination, String complaint) {
        String codes =
                examination.findings().stream()
                        .filter(finding -> finding.severity() != Severity.NOTE)
                        .map(finding -> finding.check().code() + " " + finding.check())
                        .collect(Collectors.joining(", "));
        return "| %s | %s | %s | %s | %s |"
                .formatted(
                        examined.fault(),
                        examined.how(),
                        examination
                                .verdict()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', ' '),
                        codes,
                        complaint.isEmpty() ? "passes" : complaint);
    }
}
