import "FlowIDTableStaking"
import "FlowToken"
import "FungibleToken"

// Registers a node without a staking collection: its NodeStaker is stored in the signer's own account.
transaction(
    id: String,
    role: UInt8,
    networkingAddress: String,
    networkingKey: String,
    stakingKey: String,
    stakingKeyPoP: String,
    amount: UFix64
) {
    prepare(operator: auth(BorrowValue, SaveValue) &Account) {
        let purse = operator.storage.borrow<auth(FungibleToken.Withdraw) &FlowToken.Vault>(from: /storage/flowTokenVault)!
        operator.storage.save(
            <-FlowIDTableStaking.addNodeRecord(
                id: id,
                role: role,
                networkingAddress: networkingAddress,
                networkingKey: networkingKey,
                stakingKey: stakingKey,
                stakingKeyPoP: stakingKeyPoP,
                tokensCommitted: <-purse.withdraw(amount: amount)
            ),
            to: FlowIDTableStaking.NodeStakerStoragePath
        )
    }
}
