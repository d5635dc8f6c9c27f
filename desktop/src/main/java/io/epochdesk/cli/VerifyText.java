package io.epochdesk.cli;

import io.epochdesk.bls.BeaconKeys;
import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.bls.DealerJudgement.Standing;
import io.epochdesk.bls.Disqualification;
import io.epochdesk.quorum.QuorumCertificate;
import io.epochdesk.quorum.VoteMessage;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.verify.EpochReport;
import io.epochdesk.verify.EpochReport.ClusterReport;
import io.epochdesk.verify.EpochReport.DkgReport;
import io.epochdesk.verify.EpochReport.EventPlace;
import io.epochdesk.verify.Finding;

import java.util.List;

/** The report as text for a terminal. */
final class VerifyText {

    private static final int[] FINDING = {9, 0};
    private static final int[] CLUSTER = {12, 18, 14, 0};
    private static final int[] EVENT = {30, 16, 0};

    private final Words words;
    private final Lines lines = new Lines();

    VerifyText(Words words) {
        this.words = words;
    }

    /** The lines of a report, with its digest and how to come to it again. */
    List<String> of(EpochReport report, String digest, String source, String repeat) {
        lines.wrapped("", VerifyWords.answer(words, report));
        lines.blank();
        lines.wrapped(
                "",
                words.say(
                        "verify.evidence",
                        "chain",
                        report.chain(),
                        "root",
                        Formats.shortId(report.rootBlock()),
                        "source",
                        source));
        lines.blank();
        lines.add(words.say("verify.title.findings"));
        report.findings().forEach(this::finding);
        if (!report.clusters().isEmpty()) {
            lines.blank();
            lines.add(words.say("verify.title.clusters"));
            report.clusters().forEach(this::cluster);
        }
        DkgReport dkg = report.dkg();
        if (dkg != null) {
            lines.blank();
            lines.add(words.say("verify.title.dkg"));
            dkg(dkg);
        }
        lines.blank();
        lines.add(words.say("verify.title.events"));
        report.places().stream()
                .filter(place -> !place.event().equals("FlowDKG.BroadcastMessage"))
                .forEach(this::event);
        lines.wrapped(
                "  ",
                words.count(
                        "verify.messages",
                        report.places().stream()
                                .filter(place -> place.event().equals("FlowDKG.BroadcastMessage"))
                                .count()));
        lines.blank();
        lines.wrapped("", words.say("verify.digest", "digest", digest));
        lines.wrapped("", words.say("verify.repeat", "command", repeat));
        return lines.all();
    }

    private void finding(Finding finding) {
        String outcome = words.name("verify.outcome", finding.kind().outcome());
        Lines sentence = new Lines();
        sentence.wrapped(" ".repeat(FINDING[0] + 4), VerifyWords.sentence(words, finding));
        List<String> wrapped = sentence.all();
        lines.add(Lines.columns(FINDING, outcome, wrapped.getFirst().strip()));
        wrapped.stream().skip(1).forEach(lines::add);
    }

    private void cluster(ClusterReport cluster) {
        QuorumCertificate certificate = cluster.checked().certificate();
        VoteMessage message = VoteMessage.of(certificate.message());
        String root = message.rootBlockId();
        lines.add(
                Lines.columns(
                        CLUSTER,
                        words.say("status.cluster.name", "index", cluster.index()),
                        words.say(
                                "verify.cluster.weight",
                                "weight",
                                cluster.weight(),
                                "threshold",
                                cluster.threshold()),
                        words.count("verify.cluster.votes", certificate.voterIds().size()),
                        root == null
                                ? words.say(
                                        "verify.cluster.message",
                                        "message",
                                        Formats.shortId(certificate.message()))
                                : words.say(
                                        "verify.cluster.root",
                                        "view",
                                        String.valueOf(message.view()),
                                        "block",
                                        Formats.shortId(root))));
    }

    private void dkg(DkgReport dkg) {
        BeaconKeys keys = dkg.judgement().keys();
        if (keys != null) {
            lines.wrapped("  ", words.say("verify.groupKey", "key", keys.groupKey()));
        }
        for (DealerJudgement dealer : dkg.judgement().dealers()) {
            Disqualification why = dealer.disqualification();
            if (dealer.standing() == Standing.DISQUALIFIED && why != null) {
                lines.wrapped(
                        "  ",
                        words.say(
                                why.evidence() < 0 ? "verify.out" : "verify.out.evidence",
                                "dealer",
                                dealer.dealer(),
                                "node",
                                Formats.shortId(dkg.committee().get(dealer.dealer())),
                                "reason",
                                words.name("dkg.reason", why.reason(), "node", why.complainer()),
                                "position",
                                why.evidence()));
            }
        }
        if (!dkg.borderline().isEmpty()) {
            lines.wrapped("  ", words.count("verify.borderline", dkg.borderline().size()));
        }
    }

    private void event(EventPlace place) {
        lines.add(
                Lines.columns(
                        EVENT,
                        place.event(),
                        words.say("verify.event.height", "height", place.height()),
                        words.say(
                                "verify.event.transaction",
                                "transaction",
                                Formats.shortId(place.transactionId()))));
    }
}
