import "FlowIDTableStaking"
import "FlowStakingCollection"
import "FlowToken"
import "FungibleToken"
import "LockedTokens"

// Gives the signer a staking collection unless there is one, and moves a node that was registered without a collection into it.
// Works for accounts with locked tokens, too.

transaction {
    prepare(operator: auth(BorrowValue, Storage, Capabilities) &Account) {
        let path = FlowStakingCollection.StakingCollectionStoragePath
        if operator.storage.borrow<&FlowStakingCollection.StakingCollection>(from: path) == nil {
            let locked = operator.capabilities.storage
                .issue<auth(FungibleToken.Withdraw, LockedTokens.TokenOperations) &LockedTokens.TokenHolder>(
                    LockedTokens.TokenHolderStoragePath
                )
            let purse = operator.capabilities.storage.issue<auth(FungibleToken.Withdraw) &FlowToken.Vault>(/storage/flowTokenVault)
            operator.storage.save(
                <-FlowStakingCollection.createStakingCollection(
                    unlockedVault: purse,
                    tokenHolder: locked.check() ? locked : nil
                ),
                to: path
            )
            operator.capabilities.publish(
                operator.capabilities.storage.issue<&FlowStakingCollection.StakingCollection>(path),
                at: FlowStakingCollection.StakingCollectionPublicPath
            )
        }
        let stakerPath = FlowIDTableStaking.NodeStakerStoragePath
        if operator.storage.borrow<&FlowIDTableStaking.NodeStaker>(from: stakerPath) != nil {
            let collection = operator.storage.borrow<&FlowStakingCollection.StakingCollection>(from: path)!
            collection.addNodeObject(
                <-operator.storage.load<@FlowIDTableStaking.NodeStaker>(from: stakerPath)!,
                machineAccountInfo: nil
            )
        }
    }
}
