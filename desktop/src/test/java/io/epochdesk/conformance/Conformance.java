package io.epochdesk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The suite: all acts, played on the stages that an opener gives, each case a test. */
final class Conformance {

    /** All acts, in the order of the table. */
    static final List<Act> ACTS =
            List.of(
                    new ReadingAct(),
                    new RegistrationAct(),
                    new ChecksAct(),
                    new AccountsAct(),
                    new FeesAct(),
                    new VotingAct(),
                    new DkgAct(),
                    new EpochAct(),
                    new TransactionsAct());

    /** Which acts to play, for work on one of them. */
    private static final String CHOSEN = System.getProperty("epochdesk.conformance.acts", ".*");

    private Conformance() {}

    static Stream<DynamicContainer> on(Stage.Opener stages) {
        return ACTS.stream()
                .filter(act -> act.name().matches(CHOSEN))
                .map(act -> played(act, stages));
    }

    private static DynamicContainer played(Act act, Stage.Opener stages) {
        return DynamicContainer.dynamicContainer(
                act.name(), Stream.of(act).flatMap(each -> tests(each, rows(each, stages))));
    }

    static List<Row> rows(Act act, Stage.Opener stages) {
        try (Trial trial = new Trial(stages.open(act.circumstances()))) {
            act.play(trial);
            return trial.rows();
        }
    }

    private static Stream<DynamicTest> tests(Act act, List<Row> rows) {
        if (Recording.RECORDING) {
            Recording.write(act, rows);
        }
        Map<String, List<String>> recorded = new LinkedHashMap<>();
        (Recording.RECORDING ? rows : Recording.of(act))
                .forEach(row -> recorded.put(row.name(), row.lines()));
        List<DynamicTest> tests = new ArrayList<>();
        for (Row row : rows) {
            tests.add(
                    DynamicTest.dynamicTest(
                            row.name(),
                            () ->
                                    assertThat(String.join("\n", row.lines()))
                                            .as(act.name() + ": " + row.name())
                                            .isEqualTo(
                                                    String.join(
                                                            "\n",
                                                            recorded.getOrDefault(
                                                                    row.name(), List.of())))));
        }
        tests.add(
                DynamicTest.dynamicTest(
                        "no recorded case is left out",
                        () ->
                                assertThat(rows.stream().map(Row::name))
                                        .containsExactlyElementsOf(recorded.keySet())));
        return tests.stream();
    }
}
