import "FlowEpoch"
import "FlowClusterQC"

// What the contract keeps of how an epoch was prepared: its views, its clusters, their quorum
// certificates and the keys of the random beacon, the group's key first; nil when it does not know
// the epoch. The rewards of every node, most of the metadata, are left out.

access(all) struct CertificateAnswer {
    access(all) let index: UInt16
    access(all) let voteMessage: String
    access(all) let voterIDs: [String]
    access(all) let voteSignatures: [String]

    init(_ certificate: FlowClusterQC.ClusterQC) {
        self.index = certificate.index
        self.voteMessage = certificate.voteMessage
        self.voterIDs = certificate.voterIDs
        self.voteSignatures = certificate.voteSignatures
    }
}

access(all) struct PreparationAnswer {
    access(all) let startView: UInt64
    access(all) let stakingEndView: UInt64
    access(all) let endView: UInt64
    access(all) let clusters: [{String: UInt64}]
    access(all) let certificates: [CertificateAnswer]
    access(all) let keys: [String]

    init(_ metadata: FlowEpoch.EpochMetadata) {
        self.startView = metadata.startView
        self.stakingEndView = metadata.stakingEndView
        self.endView = metadata.endView
        self.keys = metadata.dkgKeys
        self.clusters = []
        for cluster in metadata.collectorClusters {
            self.clusters.append(cluster.nodeWeights)
        }
        self.certificates = []
        for certificate in metadata.clusterQCs {
            self.certificates.append(CertificateAnswer(certificate))
        }
    }
}

access(all) fun main(counter: UInt64): PreparationAnswer? {
    if let metadata = FlowEpoch.getEpochMetadata(counter) {
        return PreparationAnswer(metadata)
    }
    return nil
}
