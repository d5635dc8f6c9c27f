import "FlowClusterQC"

transaction(signature: String, message: String) {
    prepare(machine: auth(BorrowValue) &Account) {
        machine.storage.borrow<&FlowClusterQC.Voter>(from: FlowClusterQC.VoterStoragePath)!
            .vote(voteSignature: signature, voteMessage: message)
    }
}
