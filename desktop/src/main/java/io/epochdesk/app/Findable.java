package io.epochdesk.app;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.fleet.FleetNode;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.guide.Chapter;
import io.epochdesk.guide.Guide;
import io.epochdesk.guide.Place;
import io.epochdesk.guide.Term;
import io.epochdesk.guide.view.GuideViewModel;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.ClusterVoter;
import io.epochdesk.quorum.VotingRound;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.registration.FlowWords;
import io.epochdesk.registration.view.ActivityPage;
import io.epochdesk.registration.view.FlowStart;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Copying;
import io.epochdesk.ui.Page;
import io.epochdesk.ui.Shell;
import io.epochdesk.ui.palette.Command;
import io.epochdesk.ui.palette.Command.Kind;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Everything the palette finds in the window, as it is now. */
final class Findable {

    private final Words words;
    private final Shell shell;
    private final NetworkPages pages;
    private final GuideViewModel guide;
    private final FlowHost flows;

    Findable(Words words, Shell shell, NetworkPages pages, GuideViewModel guide, FlowHost flows) {
        this.words = words;
        this.shell = shell;
        this.pages = pages;
        this.guide = guide;
        this.flows = flows;
    }

    /**
     * All of it.
     *
     * @param mine the operator's nodes
     * @param networks the networks to choose from
     * @param choose told the ID of the one chosen
     */
    List<Command> now(
            NetworkProfile profile,
            BoardSnapshot board,
            FleetSnapshot mine,
            List<NetworkChooser.Entry> networks,
            Consumer<String> choose) {
        List<Command> all = new ArrayList<>();
        shell.pages().forEach(page -> all.add(page(page)));
        for (FlowKind kind : FlowKind.values()) {
            all.add(flow(kind));
        }
        networks.forEach(network -> all.add(network(network, choose)));
        Guide read = guide.guideProperty().get();
        if (read != null) {
            read.chapters().forEach(chapter -> all.add(chapter(chapter)));
            read.glossary().terms().forEach(term -> all.add(term(term)));
        }
        mine.nodes().forEach(node -> all.add(own(node)));
        board.voting().value().ifPresent(round -> addClusters(round, all));
        board.dkg().value().ifPresent(dkg -> addCommittee(dkg, all));
        addContracts(profile, all);
        flows.activityPage().transactions().forEach(done -> all.add(transaction(done)));
        flows.look();
        return all;
    }

    private Command page(Page page) {
        return new Command(
                "page:" + page.id(),
                Kind.PAGE,
                page.title(),
                "",
                page.id(),
                page.icon(),
                () -> shell.open(page.id()));
    }

    private Command flow(FlowKind kind) {
        return new Command(
                "flow:" + kind.name(),
                Kind.FLOW,
                new FlowWords(words).name(kind),
                "",
                "",
                MaterialDesignC.CLIPBOARD_CHECK_OUTLINE,
                () -> flows.begin(FlowStart.of(kind)));
    }

    private Command transaction(ActivityPage.Done done) {
        return new Command(
                "transaction:" + done.id(),
                Kind.TRANSACTION,
                Formats.shortId(done.id()),
                words.say("palette.transaction", "what", done.what(), "outcome", done.outcome()),
                done.id(),
                MaterialDesignF.FILE_DOCUMENT_OUTLINE,
                () -> {
                    shell.open(flows.activityPage().id());
                    flows.activityPage().showTransaction(done.id());
                });
    }

    private Command network(NetworkChooser.Entry network, Consumer<String> choose) {
        return new Command(
                "network:" + network.id(),
                Kind.NETWORK,
                words.say("palette.network", "network", network.name()),
                "",
                network.id(),
                MaterialDesignS.SWAP_HORIZONTAL,
                () -> choose.accept(network.id()));
    }

    private Command chapter(Chapter chapter) {
        return new Command(
                "help:" + chapter.id(),
                Kind.HELP,
                words.say("palette.help", "chapter", chapter.title()),
                "",
                "",
                MaterialDesignH.HELP_CIRCLE_OUTLINE,
                () -> guide.show(new Place(chapter.id(), "")));
    }

    private Command term(Term term) {
        return new Command(
                "term:" + term.anchor(),
                Kind.HELP,
                term.name(),
                words.say("palette.term"),
                String.join(" ", term.spellings()),
                MaterialDesignB.BOOK_OPEN_PAGE_VARIANT_OUTLINE,
                () -> guide.show(Place.of(term)));
    }

    private Command own(FleetNode node) {
        return new Command(
                "mine:" + node.nodeId(),
                Kind.NODE,
                node.label(),
                words.say("palette.mine"),
                node.nodeId() + " " + node.machineAccount().map(FlowAddress::toString).orElse(""),
                MaterialDesignS.STAR,
                () -> {
                    shell.open(pages.nodes().id());
                    pages.nodes().select(node.nodeId());
                });
    }

    private void addClusters(VotingRound round, List<Command> all) {
        for (ClusterTally cluster : round.clusters()) {
            all.add(
                    new Command(
                            "cluster:" + cluster.index(),
                            Kind.CLUSTER,
                            words.say("palette.cluster", "cluster", cluster.index()),
                            words.count("palette.nodes", cluster.members().size()),
                            "",
                            MaterialDesignV.VOTE_OUTLINE,
                            () -> {
                                shell.open(pages.clusters().id());
                                pages.clusters().showCluster(cluster.index());
                            }));
            for (ClusterVoter voter : cluster.members()) {
                all.add(
                        node(
                                voter.nodeId(),
                                words.say("palette.collection", "cluster", cluster.index()),
                                () -> {
                                    shell.open(pages.clusters().id());
                                    pages.clusters().showNode(voter.nodeId());
                                }));
            }
        }
    }

    private void addCommittee(DkgState dkg, List<Command> all) {
        for (String nodeId : dkg.committee()) {
            all.add(
                    node(
                            nodeId,
                            words.say("palette.consensus"),
                            () -> {
                                shell.open(pages.dkg().id());
                                pages.dkg().showNode(nodeId);
                            }));
        }
    }

    private static Command node(String nodeId, String detail, Runnable show) {
        return new Command(
                "node:" + nodeId,
                Kind.NODE,
                Formats.shortId(nodeId),
                detail,
                nodeId,
                MaterialDesignK.KEY_CHAIN_VARIANT,
                show);
    }

    private void addContracts(NetworkProfile profile, List<Command> all) {
        Map<String, TreeSet<String>> names = new TreeMap<>();
        profile.contracts()
                .forEach(
                        (name, address) ->
                                names.computeIfAbsent(hex(address), _ -> new TreeSet<>())
                                        .add(name));
        names.forEach(
                (address, contracts) ->
                        all.add(
                                new Command(
                                        "address:" + address,
                                        Kind.ADDRESS,
                                        address,
                                        words.say(
                                                "palette.contracts",
                                                "contracts",
                                                String.join(", ", contracts)),
                                        "",
                                        MaterialDesignA.ACCOUNT_OUTLINE,
                                        () -> Copying.copy(shell.root(), address))));
    }

    private static String hex(FlowAddress address) {
        return "0x" + address.hex();
    }
}
