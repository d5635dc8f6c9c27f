import "FlowClusterQC"
import "FlowEpoch"
import "FlowIDTableStaking"

// Claims the Voter of a collection node that was registered without a staking collection. It is stored in the signer's own account.

transaction {
    prepare(operator: auth(BorrowValue, SaveValue) &Account) {
        let staker = operator.storage.borrow<&FlowIDTableStaking.NodeStaker>(from: FlowIDTableStaking.NodeStakerStoragePath)
            ?? panic("The signer has no node at the path /storage/flowStaker")
        operator.storage.save(<-FlowEpoch.getClusterQCVoter(nodeStaker: staker), to: FlowClusterQC.VoterStoragePath)
    }
}
