package io.epochdesk.doctor;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.KeySigner;
import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.FileKind;
import io.epochdesk.keys.bootstrap.FoundFile;
import io.epochdesk.keys.bootstrap.FoundNode;
import io.epochdesk.keys.bootstrap.MachineAccountInfo;
import io.epochdesk.keys.bootstrap.PublicNodeInfo;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A node to examine, and what is known of it beforehand. Whatever is null or empty is not compared.
 *
 * @param nodeId 64 lower-case hex digits
 * @param machineAccount the account its node software uses, from its file or given by hand
 * @param stakingAccount the account whose staking collection holds it
 * @param custody where the machine account's key is
 * @param folder the bootstrap folder that was looked through, or null
 * @param files what was found in that folder of this node
 * @param info what the folder tells everybody of the node
 */
public record NodeUnderCare(
        String nodeId,
        @Nullable FlowAddress machineAccount,
        @Nullable FlowAddress stakingAccount,
        KeyCustody custody,
        @Nullable String folder,
        List<FoundFile> files,
        @Nullable PublicNodeInfo info) {

    public NodeUnderCare {
        files = List.copyOf(files);
    }

    /** A node of which nothing but its ID is known. */
    public static NodeUnderCare of(String nodeId) {
        return new NodeUnderCare(
                nodeId, null, null, new KeyCustody.Unseen(), null, List.of(), null);
    }

    /**
     * A node found in a bootstrap folder. Its key is the folder's: it can be tried until the
     * findings are closed.
     *
     * @param folder the folder that was looked through
     * @param chain chain ID of the network it is examined on
     */
    public static NodeUnderCare found(
            String folder, BootstrapFindings findings, FoundNode node, String chain) {
        MachineAccountInfo account = node.account();
        List<FoundFile> files =
                findings.files().stream()
                        .filter(
                                file ->
                                        file.kind() == FileKind.NODE_ID
                                                || file.path().contains(node.nodeId()))
                        .toList();
        return new NodeUnderCare(
                node.nodeId(),
                account == null ? null : FlowAddress.of(account.address()),
                null,
                account == null
                        ? new KeyCustody.Unseen()
                        : new KeyCustody.AtHand(
                                new KeySigner(chain, account.key(), account.hash()),
                                account.keyIndex(),
                                folder),
                folder,
                files,
                node.info());
    }

    /** The same node with a machine account; null leaves it to the staking collection's record. */
    public NodeUnderCare onAccount(@Nullable FlowAddress address) {
        return new NodeUnderCare(nodeId, address, stakingAccount, custody, folder, files, info);
    }

    /** The same node in this account's staking collection. */
    public NodeUnderCare stakedBy(@Nullable FlowAddress owner) {
        return new NodeUnderCare(nodeId, machineAccount, owner, custody, folder, files, info);
    }

    /** The same node with its key there. */
    public NodeUnderCare keptBy(KeyCustody where) {
        return new NodeUnderCare(
                nodeId, machineAccount, stakingAccount, where, folder, files, info);
    }
}
