import "FlowClusterQC"

/// Casts a collection node's vote for its cluster's root block.
transaction(voteSignature: String, voteMessage: String) {
    prepare(machine: auth(BorrowValue) &Account) {
        let voter = machine.storage.borrow<&FlowClusterQC.Voter>(from: FlowClusterQC.VoterStoragePath)
            ?? panic("no Voter at the standard path of this account")
        voter.vote(voteSignature: voteSignature, voteMessage: voteMessage)
    }
}
