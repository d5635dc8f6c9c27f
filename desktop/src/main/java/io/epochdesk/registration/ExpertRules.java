package io.epochdesk.registration;

import io.epochdesk.bls.BadEncodingException;
import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.BlsSignature;
import io.epochdesk.bls.DomainTag;
import io.epochdesk.network.ChainId;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.staking.NodeStanding;

import java.util.HexFormat;
import java.util.List;

/** What must hold when the console acts in a node's stead. */
final class ExpertRules {

    private ExpertRules() {}

    /** The phase, membership, and that it was not done yet. */
    static void part(Inquiry inquiry, NodeRole role) {
        boolean voting = role == NodeRole.COLLECTION;
        boolean open = voting ? inquiry.chain.votingInProgress() : inquiry.chain.dkgEnabled();
        inquiry.must(
                Check.SETUP_OPEN,
                open,
                List.of(
                        inquiry.told(
                                "open",
                                open,
                                voting ? "FlowClusterQC.inProgress" : "FlowDKG.dkgEnabled")));
        EpochPart part = NodeRules.part(inquiry).orElse(null);
        boolean member = part != null && (voting ? part.cluster() != null : part.participates());
        inquiry.must(
                Check.MEMBER,
                member,
                List.of(
                        inquiry.told(
                                "member",
                                member,
                                voting
                                        ? "FlowClusterQC.getClusters"
                                        : "FlowDKG.participantIsRegistered")),
                "node",
                inquiry.values.text(Field.NODE_ID));
        if (inquiry.kind != FlowKind.POST_MESSAGE) {
            boolean done = part != null && (voting ? part.voted() : part.submitted());
            inquiry.must(
                    Check.NOT_DONE_YET,
                    !done,
                    List.of(
                            inquiry.told(
                                    "done",
                                    done,
                                    voting
                                            ? "FlowClusterQC.getClusters"
                                            : "FlowDKG.nodeHasSubmitted")),
                    "node",
                    inquiry.values.text(Field.NODE_ID));
        }
    }

    /** Whether what happens on a chain matters beyond tests. */
    static boolean isOfConsequence(ChainId chain) {
        return chain.equals(ChainId.MAINNET) || chain.equals(ChainId.TESTNET);
    }

    /** The vote as the contract checks it: the staking key's signature over the message. */
    static void voteSignature(Inquiry inquiry) {
        NodeStanding node = NodeRules.standing(inquiry).orElse(null);
        inquiry.must(
                Check.VOTE_SIGNATURE,
                node != null && isVote(node.stakingKey(), inquiry.values),
                List.of(
                        inquiry.entered(Field.VOTE_MESSAGE),
                        inquiry.entered(Field.VOTE_SIGNATURE),
                        inquiry.told(
                                "staking key",
                                node == null ? "none" : node.stakingKey(),
                                "FlowIDTableStaking.NodeInfo")));
    }

    private static boolean isVote(String stakingKey, Values values) {
        try {
            return BlsPublicKey.ofHex(stakingKey)
                    .verifies(
                            BlsSignature.ofHex(values.text(Field.VOTE_SIGNATURE)),
                            HexFormat.of().parseHex(values.text(Field.VOTE_MESSAGE)),
                            DomainTag.COLLECTOR_VOTE);
        } catch (BadEncodingException | IllegalArgumentException e) {
            return false;
        }
    }

    /** One key and one index for each member, as the contract wants it. */
    static void submission(Inquiry inquiry) {
        boolean formed =
                inquiry.has(Field.GROUP_KEY)
                        && inquiry.has(Field.PUBLIC_KEYS)
                        && inquiry.has(Field.ID_MAPPING);
        int keys = formed ? inquiry.values.lines(Field.PUBLIC_KEYS).size() : 0;
        int members = formed ? inquiry.values.mapping().size() : 0;
        inquiry.must(
                Check.SUBMISSION_FORM,
                formed && keys == members && keys > 0,
                List.of(inquiry.entered(Field.GROUP_KEY)),
                "keys",
                Integer.toString(keys),
                "members",
                Integer.toString(members));
    }
}
