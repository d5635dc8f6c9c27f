package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.address;
import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.path;
import static io.epochdesk.cadence.CadenceValues.uint64;

import io.epochdesk.cadence.CadenceType;
import io.epochdesk.cadence.CadenceType.Authorization;
import io.epochdesk.cadence.CadenceType.AuthorizationKind;
import io.epochdesk.cadence.CadenceType.Member;
import io.epochdesk.cadence.CadenceType.Nominal;
import io.epochdesk.cadence.CadenceType.NominalKind;
import io.epochdesk.cadence.CadenceType.Reference;
import io.epochdesk.cadence.CadenceType.Simple;
import io.epochdesk.cadence.CadenceValue.CapabilityValue;
import io.epochdesk.cadence.CadenceValue.TypeValue;
import io.epochdesk.cadence.FlowAddress;

import java.math.BigInteger;
import java.util.List;

/**
 * Capabilities an account issues and publishes, with the events they make. Borrow types are told
 * with their fields for the vault only.
 */
final class Capabilities {

    private final Draft draft;
    private final FlowAddress owner;

    Capabilities(Draft draft, FlowAddress owner) {
        this.draft = draft;
        this.owner = owner;
    }

    /** {@code &FlowToken.Vault}. */
    CadenceType vault() {
        return new Reference(Authorization.NONE, vaultResource());
    }

    /** {@code auth(FungibleToken.Withdraw) &FlowToken.Vault}. */
    CadenceType withdrawableVault() {
        return new Reference(may("FungibleToken", "Withdraw"), vaultResource());
    }

    /** A reference to any other resource. */
    CadenceType resource(String contract, String name) {
        return new Reference(Authorization.NONE, nominal(contract, name, List.of()));
    }

    /** {@code account.capabilities.storage.issue}. */
    CapabilityValue issue(CadenceType type, String storagePath) throws Aborted {
        Account account = draft.account(owner).issuing(type.equals(withdrawableVault()));
        draft.put(account);
        return issued(account.capabilities(), type, storagePath);
    }

    /** The event of a capability that has been issued. */
    CapabilityValue issued(long id, CadenceType type, String storagePath) {
        draft.emitOfFlow(
                "StorageCapabilityControllerIssued",
                field("id", uint64(id)),
                field("address", address(owner)),
                field("type", new TypeValue(type)),
                field("path", path("storage", storagePath)));
        return new CapabilityValue(BigInteger.valueOf(id), owner, type);
    }

    /** {@code account.capabilities.publish}. */
    void publish(CapabilityValue capability, String publicPath) {
        draft.emitOfFlow(
                "CapabilityPublished",
                field("address", address(owner)),
                field("path", path("public", publicPath)),
                field("capability", capability));
    }

    private CadenceType vaultResource() {
        return nominal(
                "FlowToken",
                "Vault",
                List.of(
                        new Member("uuid", new Simple("UInt64")),
                        new Member("balance", new Simple("UFix64"))));
    }

    private CadenceType nominal(String contract, String name, List<Member> fields) {
        return new Nominal(
                NominalKind.RESOURCE,
                draft.world().typeId(contract, name),
                null,
                fields,
                List.of());
    }

    private Authorization may(String contract, String entitlement) {
        return new Authorization(
                AuthorizationKind.CONJUNCTION,
                List.of(draft.world().typeId(contract, entitlement)));
    }
}
