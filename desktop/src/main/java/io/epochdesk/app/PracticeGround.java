package io.epochdesk.app;

import io.epochdesk.keys.view.Practice;
import io.epochdesk.keys.view.PracticeKey;
import io.epochdesk.keys.view.PracticeNode;
import io.epochdesk.keys.view.PracticeNode.Purpose;
import io.epochdesk.rehearsal.PracticeAccount;
import io.epochdesk.rehearsal.PracticeFolder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a rehearsal has to practise with, as the pages take it. */
final class PracticeGround {

    /** What the key of the account that registers nodes is called. */
    static final String STAKING_ACCOUNT = "staking-account";

    private PracticeGround() {}

    /**
     * All of it.
     *
     * @param own the node that is the operator's from the beginning
     * @param folders of the nodes that can be registered
     * @param accounts with nodes that lack something
     * @param staking the key of the account that registers nodes
     */
    static Practice.Offer offer(
            Optional<PracticeFolder> own,
            List<PracticeFolder> folders,
            List<PracticeAccount> accounts,
            PracticeKey staking) {
        List<PracticeNode> nodes = new ArrayList<>();
        own.ifPresent(each -> nodes.add(node(each, Purpose.OWN)));
        folders.forEach(each -> nodes.add(node(each, Purpose.REGISTER)));
        List<PracticeKey> keys = new ArrayList<>(List.of(staking));
        for (PracticeAccount account : accounts) {
            nodes.add(
                    node(
                            account.folder(),
                            switch (account.kind()) {
                                case WITHOUT_MACHINE_ACCOUNT -> Purpose.MACHINE_ACCOUNT;
                                case BARE_COLLECTION_NODE, BARE_CONSENSUS_NODE -> Purpose.CLAIM;
                            }));
            keys.add(
                    new PracticeKey(
                            account.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            account.address().hex(),
                            account.key()));
        }
        return new Practice.Offer(nodes, keys);
    }

    private static PracticeNode node(PracticeFolder folder, Purpose purpose) {
        return new PracticeNode(
                folder.nodeId(), folder.roleName(), purpose, folder::write, folder::vote);
    }
}
