import "FlowStakingCollection"
import "FlowToken"
import "FungibleToken"

// Gives the operator a staking collection that pays from its own purse.
transaction {
    prepare(operator: auth(Storage, Capabilities) &Account) {
        let purse = operator.capabilities.storage.issue<auth(FungibleToken.Withdraw) &FlowToken.Vault>(/storage/flowTokenVault)
        operator.storage.save(
            <-FlowStakingCollection.createStakingCollection(unlockedVault: purse, tokenHolder: nil),
            to: FlowStakingCollection.StakingCollectionStoragePath
        )
        operator.capabilities.publish(
            operator.capabilities.storage.issue<&FlowStakingCollection.StakingCollection>(
                FlowStakingCollection.StakingCollectionStoragePath
            ),
            at: FlowStakingCollection.StakingCollectionPublicPath
        )
    }
}
