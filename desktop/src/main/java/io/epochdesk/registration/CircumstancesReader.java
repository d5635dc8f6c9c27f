package io.epochdesk.registration;

import static io.epochdesk.cadence.CadenceValues.address;
import static io.epochdesk.cadence.CadenceValues.array;
import static io.epochdesk.cadence.CadenceValues.string;

import io.epochdesk.accounts.AccountAnswer;
import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;
import io.epochdesk.epoch.EpochAnswer;
import io.epochdesk.live.Reading;
import io.epochdesk.network.ScriptAnswer;
import io.epochdesk.network.ScriptRunner;
import io.epochdesk.staking.StakingAnswer;

import java.util.Collection;
import java.util.List;

/** Asks the script {@code circumstances}. */
final class CircumstancesReader {

    private static final Program SCRIPT = Program.shipped("registration", "circumstances");

    private final ScriptRunner scripts;
    private final CadenceDecoder decoder = new CadenceDecoder();

    CircumstancesReader(ScriptRunner scripts) {
        this.scripts = scripts;
    }

    /**
     * What is asked.
     *
     * @param owner the account that signs
     * @param others further accounts
     * @param nodeIds nodes, whether they are in the table or not
     * @param networkingAddress whether a node has it; empty when it does not matter
     * @param networkingKey likewise
     * @param stakingKey likewise
     */
    record Question(
            FlowAddress owner,
            Collection<FlowAddress> others,
            Collection<String> nodeIds,
            String networkingAddress,
            String networkingKey,
            String stakingKey) {

        Question {
            others = List.copyOf(others);
            nodeIds = List.copyOf(nodeIds);
        }

        private List<CadenceValue> arguments() {
            return List.of(
                    address(owner),
                    array(others.stream().map(CadenceValues::address).toList()),
                    array(nodeIds.stream().map(CadenceValues::string).toList()),
                    string(networkingAddress),
                    string(networkingKey),
                    string(stakingKey));
        }
    }

    /** The answer at the newest sealed block. */
    Reading<Circumstances> read(Question question) {
        return read(question, scripts.run(SCRIPT, question.arguments()));
    }

    /** The answer at a height. */
    Reading<Circumstances> readAt(long height, Question question) {
        return read(question, scripts.runAt(height, SCRIPT, question.arguments()));
    }

    private Reading<Circumstances> read(Question question, ScriptAnswer answer) {
        return answer.json()
                .map(
                        json ->
                                circumstances(
                                        question.owner(),
                                        Shape.of(decoder.decode(json), SCRIPT.name())));
    }

    private static Circumstances circumstances(FlowAddress owner, Shape answer) {
        Shape claims = answer.field("claims");
        return new Circumstances(
                owner,
                answer.field("view").asUInt64(),
                EpochAnswer.phase(answer.field("phase")),
                answer.field("counter").asUInt64(),
                answer.field("stakingEndView").asUInt64(),
                answer.field("votingInProgress").asBool(),
                answer.field("dkgEnabled").asBool(),
                AccountAnswer.fees(answer.field("fees")),
                AccountAnswer.accounts(answer.field("accounts")),
                StakingAnswer.collections(answer.field("collections")).get(owner),
                StakingAnswer.standings(answer.field("table")),
                claims.field("networkingAddress").asBool(),
                claims.field("networkingKey").asBool(),
                claims.field("stakingKey").asBool(),
                answer.field("parts").dictionary(Shape::asString, CircumstancesReader::part),
                answer.field("purse").optional(CircumstancesReader::purse).orElse(null));
    }

    private static EpochPart part(Shape part) {
        return new EpochPart(
                part.field("approved").asBool(),
                part.field("voterClaimed").asBool(),
                part.field("participantClaimed").asBool(),
                part.field("cluster").optional(Shape::asUInt16).orElse(null),
                part.field("voted").asBool(),
                part.field("participates").asBool(),
                part.field("submitted").asBool());
    }

    private static Purse purse(Shape purse) {
        return new Purse(
                purse.field("stakerOf").optional(Shape::asString).orElse(null),
                purse.field("storesCollection").asBool(),
                purse.field("lockedBalance").optional(Shape::asUFix64).orElse(null));
    }
}
