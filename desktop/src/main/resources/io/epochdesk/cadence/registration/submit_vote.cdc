import "FlowClusterQC"

// Casts a collection node's vote for the root certificate of its cluster. A vote can be cast once.

transaction(voteSignature: String, voteMessage: String) {
    prepare(machine: auth(BorrowValue) &Account) {
        let voter = machine.storage.borrow<&FlowClusterQC.Voter>(from: FlowClusterQC.VoterStoragePath)
            ?? panic("The signer has no Voter at the path /storage/flowEpochsQCVoter")
        voter.vote(voteSignature: voteSignature, voteMessage: voteMessage)
    }
}
