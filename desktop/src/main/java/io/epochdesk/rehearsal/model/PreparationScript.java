package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.nil;
import static io.epochdesk.cadence.CadenceValues.optional;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.uint16;
import static io.epochdesk.cadence.CadenceValues.uint64;

import io.epochdesk.cadence.CadenceValue;

/** What the contract keeps of how an epoch was prepared: {@code preparation.cdc}. */
final class PreparationScript {

    private PreparationScript() {}

    static CadenceValue preparation(World world, Moment moment, Arguments arguments) {
        EpochMetadata found = world.epoch().metadata().get(arguments.integer(0));
        return found == null
                ? nil()
                : optional(
                        ScriptStruct.of(
                                "PreparationAnswer",
                                field("startView", uint64(found.startView())),
                                field("stakingEndView", uint64(found.stakingEndView())),
                                field("endView", uint64(found.endView())),
                                field(
                                        "clusters",
                                        ContractValues.list(
                                                found.clusters(),
                                                cluster ->
                                                        ContractValues.weights(
                                                                cluster.nodeWeights()))),
                                field(
                                        "certificates",
                                        ContractValues.list(
                                                found.certificates(),
                                                PreparationScript::certificate)),
                                field("keys", ContractValues.strings(found.dkgKeys()))));
    }

    private static CadenceValue certificate(QuorumCertificate certificate) {
        return ScriptStruct.of(
                "CertificateAnswer",
                field("index", uint16(certificate.index())),
                field("voteMessage", string(certificate.message())),
                field("voterIDs", ContractValues.strings(certificate.voterIds())),
                field("voteSignatures", ContractValues.strings(certificate.signatures())));
    }
}
