import "FlowDKG"

// A part of the whiteboard: how many messages there are, and those from one position up to another as sender and content.
// Fails when the whole board is too large for a script, whatever part is asked for.

access(all) struct WhiteboardAnswer {
    access(all) let size: Int
    access(all) let messages: [[String]]

    init(from: Int, upTo: Int) {
        let all = FlowDKG.getWhiteBoardMessages()
        self.size = all.length
        self.messages = []
        var at = from
        while at < upTo && at < all.length {
            self.messages.append([all[at].nodeID, all[at].content])
            at = at + 1
        }
    }
}

access(all) fun main(from: Int, upTo: Int): WhiteboardAnswer {
    return WhiteboardAnswer(from: from, upTo: upTo)
}
