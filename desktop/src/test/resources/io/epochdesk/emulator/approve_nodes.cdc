import "FlowIDTableStaking"

// Replaces the list of approved nodes and sets the number of slots of roles 1 to 5.
transaction(ids: [String], slots: [UInt16]) {
    prepare(service: auth(BorrowValue) &Account) {
        let admin = service.storage.borrow<&FlowIDTableStaking.Admin>(from: FlowIDTableStaking.StakingAdminStoragePath)!
        let approved: {String: Bool} = {}
        for id in ids {
            approved[id] = true
        }
        admin.setApprovedList(approved)
        let limits: {UInt8: UInt16} = {}
        var role: UInt8 = 1
        for limit in slots {
            limits[role] = limit
            role = role + 1
        }
        admin.setSlotLimits(slotLimits: limits)
    }
}
