package io.epochdesk.app;

import io.epochdesk.diagnostics.view.DiagnosticsDialog;
import io.epochdesk.fault.Fault;
import io.epochdesk.fleet.view.NodesPage;
import io.epochdesk.guide.Guide;
import io.epochdesk.guide.view.GlossaryHover;
import io.epochdesk.guide.view.GuidePane;
import io.epochdesk.guide.view.GuideViewModel;
import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.view.KeysPage;
import io.epochdesk.keys.view.KeysViewModel;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.registration.view.FlowTools;
import io.epochdesk.registration.view.Signers;
import io.epochdesk.rehearsal.view.RehearsalMark;
import io.epochdesk.rehearsal.view.StartingView;
import io.epochdesk.settings.Settings;
import io.epochdesk.settings.view.SettingsPage;
import io.epochdesk.settings.view.SettingsViewModel;
import io.epochdesk.settings.view.WelcomeView;
import io.epochdesk.text.FaultText;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.FxTasks;
import io.epochdesk.ui.FxThread;
import io.epochdesk.ui.Page;
import io.epochdesk.ui.Shell;
import io.epochdesk.ui.Tool;
import io.epochdesk.ui.palette.PalettePane;
import io.epochdesk.ui.palette.PaletteViewModel;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The window and what it watches; follows the settings while it is open. */
final class DeskWindow {

    private static final KeyCombination PALETTE =
            new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination HELP = new KeyCodeCombination(KeyCode.F1);
    private static final Duration LATER = Duration.ofSeconds(2);

    private final DeskStage stage;
    private final StoredSettings settings;
    private final Path usualDataFolder;
    private final FxThread fx;
    private final Look look;
    private final SelfTold told;
    private final FxTasks tasks;
    private final DesktopNotices desktop;
    private final NetworkSwitch networks;
    private final FxClock clock;
    private final FxFeed<Settings> feed;
    private final SettingsViewModel settingsModel;
    private final Vaults vaults =
            new Vaults(Clock.systemUTC(), Path.of(System.getProperty("java.io.tmpdir")));
    private Shell shell;
    private Choices choices;
    private Formats formats;
    private List<NetworkProfile> listed = List.of();
    private boolean asked;
    private @Nullable FlowHost flowHost;
    private @Nullable OpenFlows openFlows;
    private @Nullable OpenNetwork flowsOf;
    private boolean unlocked;
    private Subscription following = Subscription.EMPTY;
    private Subscription timing = Subscription.EMPTY;

    DeskWindow(
            DeskStage stage, StoredSettings settings, Path usualDataFolder, Machinery machinery) {
        this.stage = stage;
        this.settings = settings;
        this.usualDataFolder = usualDataFolder;
        fx = machinery.fx();
        look = machinery.look();
        told = machinery.told();
        tasks = new FxTasks(machinery.background(), fx);
        desktop = new DesktopNotices("notify-send", machinery.background());
        networks = new NetworkSwitch(machinery, tasks);
        clock = new FxClock(Clock.systemUTC(), fx);
        feed = new FxFeed<>(settings.latest(), fx);
        settingsModel = new SettingsViewModel(settings, machinery.probe(), tasks);
        choices = Choices.of(settings.current());
        formats = formats(choices);
        shell = new Shell(formats.words(), fx);
    }

    /** Begins; on the very first start asks for a network before anything is asked of one. */
    void open(boolean firstStart) {
        appear(() -> begin(firstStart));
    }

    /** Begins a rehearsal, whatever network is chosen; that stays chosen. */
    void openRehearsing() {
        asked = networks.canRehearse();
        appear(() -> begin(false));
    }

    /** Opens each page once as soon as votes are on the screen; {@code end} is run then. */
    void tour(Runnable end) {
        stage.times().when(StartTimes.Point.PAGE, () -> shell.open("overview"));
        stage.times().when(StartTimes.Point.VOTES, () -> Tour.begin(stage.scene(), shell, end));
    }

    /** When what was on the screen first. */
    Map<StartTimes.Point, Duration> startTimes() {
        return stage.times().reached();
    }

    private void begin(boolean firstStart) {
        if (firstStart) {
            welcome(null);
        } else {
            watchChosen(lastPage());
        }
    }

    private void appear(Runnable begin) {
        following =
                Subscription.combine(
                        feed.open(),
                        feed.subscribe(this::changed),
                        clock.open(),
                        clock.subscribe(_ -> lookAtVaults()));
        begin.run();
    }

    /** What was unlocked or locked is news for the doctor, who tests keys while they are there. */
    private void lookAtVaults() {
        vaults.look();
        boolean now = vaults.session().peek().isPresent();
        OpenNetwork open = networks.open();
        if (now != unlocked && open != null) {
            open.examine();
        }
        unlocked = now;
    }

    /** Remembers where the window is and lets go of the network. */
    void close() {
        String page = openPage();
        following.unsubscribe();
        timing.unsubscribe();
        stage.close();
        if (openFlows != null) {
            openFlows.close();
        }
        settings.change(now -> now.withWindow(stage.place(page)));
        networks.close();
        // a rehearsal's history lies in the folder that goes with its vault
        vaults.close();
    }

    private void welcome(@Nullable Fault fault) {
        WelcomeView view =
                new WelcomeView(
                        settings.current().networks(),
                        formats.words(),
                        chosen -> {
                            change(now -> now.withNetwork(chosen).withChosenNetwork(chosen.id()));
                            furnish(networks.watch(chosen), "overview");
                        });
        if (networks.canRehearse()) {
            view.offerRehearsal(
                    () -> {
                        change(now -> now.withChosenNetwork(Settings.REHEARSAL));
                        rehearse("overview");
                    });
        }
        if (fault != null) {
            view.tell(fault);
        }
        stage.show(formats.words().say("ui.window.title"), view.root());
    }

    private void changed(Settings now) {
        look.theme().wishProperty().set(now.theme());
        OpenNetwork open = networks.open();
        if (open == null) {
            return;
        }
        boolean otherWords = !choices.equals(Choices.of(now));
        boolean otherList = !listed.equals(now.networks());
        choices = Choices.of(now);
        formats = formats(choices);
        boolean rehearsal = wantsRehearsal(now);
        if (rehearsal != open.isRehearsal()
                || (!rehearsal && !now.chosen().equals(open.profile()))) {
            watchChosen(openPage());
        } else if (otherWords || otherList) {
            furnish(open, openPage());
        }
    }

    private static Formats formats(Choices choices) {
        return new Formats(new Words(choices.locale()), choices.zone());
    }

    private void watchChosen(String page) {
        if (wantsRehearsal(settings.current())) {
            rehearse(page);
        } else {
            furnish(networks.watch(settings.current().chosen()), page);
        }
    }

    private boolean wantsRehearsal(Settings now) {
        return networks.canRehearse() && (asked || now.isRehearsal());
    }

    private void choose(String network) {
        asked = false;
        if (settings.current().chosenNetwork().equals(network)) {
            watchChosen(openPage());
        } else {
            change(now -> now.withChosenNetwork(network));
        }
    }

    private void rehearse(String page) {
        networks.rehearse(
                () -> stage.show(new StartingView(formats.words()).root()),
                opened -> furnish(opened, page),
                fault -> {
                    OpenNetwork before = networks.open();
                    if (before == null) {
                        welcome(fault);
                    } else {
                        asked = false;
                        change(now -> now.withChosenNetwork(before.profile().id()));
                        furnish(before, page);
                        shell.notices().say(FaultText.of(formats.words(), fault).sentence());
                    }
                });
    }

    private void furnish(OpenNetwork open, String page) {
        Words words = formats.words();
        boolean rehearsal = open.isRehearsal();
        look.dress().sash(rehearsal ? () -> new RehearsalMark(words) : null);
        vaults.watch(open);
        listed = settings.current().networks();
        shell = new Shell(words, fx);
        shell.rehearsal(rehearsal);
        NetworkPages shown = pages(open);
        List<Page> pages = new ArrayList<>(shown.all());
        GuideViewModel guide = new GuideViewModel(tasks, Guide::read);
        FlowHost host = host(open, guide);
        pages.add(new KeysPage(keys(open), formats, clock, look.dress()));
        pages.add(host.activityPage());
        pages.add(settingsPage(words));
        NetworkChooser chooser =
                new NetworkChooser(
                        choices(words),
                        rehearsal ? Settings.REHEARSAL : open.profile().id(),
                        words,
                        this::choose);
        shell.furnish(open.header(chooser.control(), clock, look.dress(), formats), pages, page);
        equip(open, shown, guide);
        stage.show(words.say(rehearsal ? "ui.window.rehearsal" : "ui.window.title"), shell.root());
        timing.unsubscribe();
        timing = open.time(stage.times());
    }

    private NetworkPages pages(OpenNetwork open) {
        Shell furnished = shell;
        Path data = choices.dataFolder(usualDataFolder);
        VaultDoor door = vaults.door(data);
        FleetDesk fleet =
                open.fleet(
                        vaults.historyFolder(data),
                        new KeysAtHand(
                                vaults.session(),
                                door.store()::exists,
                                open.profile().chain().value()),
                        notices(open));
        NodesPage.Around around = new NodesPage.Around(tasks, clock, formats, fx, look.dress());
        List<NodesPage> opened = new ArrayList<>();
        NetworkPages pages =
                open.pages(
                        fleet,
                        around,
                        new RemedyDoors(
                                start -> Objects.requireNonNull(flowHost).begin(start),
                                () -> furnished.open("keys"),
                                () -> opened.forEach(NodesPage::add),
                                fleet.fleet()::refresh),
                        furnished::open);
        opened.add(pages.nodes());
        return pages;
    }

    private NeedNotices notices(OpenNetwork open) {
        return new NeedNotices(
                desktop,
                sentence -> fx.run(() -> shell.notices().say(sentence)),
                () -> formats,
                open::nodes,
                Clock.systemUTC());
    }

    /** Gives the shell what is there on every page: help, hovers, the palette. */
    private void equip(OpenNetwork open, NetworkPages shown, GuideViewModel guide) {
        Words words = formats.words();
        Shell equipped = shell;
        FlowHost host = Objects.requireNonNull(flowHost);
        Findable findable = new Findable(words, equipped, shown, guide, host);
        PaletteViewModel palette =
                new PaletteViewModel(
                        () ->
                                findable.now(
                                        open.profile(),
                                        open.board(),
                                        open.nodes(),
                                        choices(words),
                                        this::choose),
                        () -> settings.current().recent(),
                        used -> change(now -> now.withUsed(used)));
        equipped.beside(new GuidePane(guide, words, fx).root());
        equipped.over(new PalettePane(palette, words, fx).root());
        equipped.tools(
                List.of(
                        new Tool(
                                "palette",
                                words.say("palette.title"),
                                words.say("palette.tooltip"),
                                MaterialDesignM.MAGNIFY,
                                PALETTE,
                                palette::toggle),
                        new Tool(
                                "guide",
                                words.say("guide.title"),
                                words.say("guide.tooltip"),
                                MaterialDesignH.HELP_CIRCLE_OUTLINE,
                                HELP,
                                () -> guide.toggle(helpTopic(equipped)))));
        GlossaryHover.on(equipped.root(), guide, fx);
        // The palette offers its chapters; the first picture of the window does not wait for them.
        fx.after(LATER, guide::want);
        fx.after(LATER, host::look);
    }

    /** Guided flows on this network; its history is opened once, however often it is furnished. */
    private FlowHost host(OpenNetwork open, GuideViewModel guide) {
        FlowHost before = flowHost;
        if (before != null) {
            before.leave();
        }
        OpenFlows flows = openFlows;
        if (flows == null || !open.equals(flowsOf)) {
            closeFlows();
            flows =
                    open.flows(
                            vaults.historyFolder(choices.dataFolder(usualDataFolder)),
                            () -> settings.current().manifests());
            openFlows = flows;
            flowsOf = open;
        }
        FlowHost host =
                new FlowHost(
                        flows,
                        new FlowTools(
                                tasks,
                                fx,
                                new Signers(
                                        vaults.door(choices.dataFolder(usualDataFolder)),
                                        vaults.session(),
                                        open.profile().chain().value()),
                                open.practice(vaults.practiceFolder()),
                                open.profile().name(),
                                formats,
                                Clock.systemUTC()),
                        shell,
                        clock,
                        guide,
                        look.dress());
        flowHost = host;
        return host;
    }

    private void closeFlows() {
        OpenFlows before = openFlows;
        openFlows = null;
        if (before != null) {
            tasks.start(
                    "closing a history",
                    () -> {
                        before.close();
                        return true;
                    },
                    _ -> {},
                    _ -> {});
        }
    }

    private static String helpTopic(Shell shell) {
        Page page = shell.openProperty().get();
        return page == null ? Guide.CONTENTS : page.helpTopic();
    }

    private SettingsPage settingsPage(Words words) {
        SettingsPage page =
                new SettingsPage(
                        settingsModel,
                        formats,
                        Clock.systemUTC(),
                        look.dress(),
                        usualDataFolder.toString());
        DiagnosticsDialog dialog =
                new DiagnosticsDialog(words, look.dress(), tasks, told::gather, told::save);
        page.offer(
                "diagnostics",
                words.say("diagnostics.button"),
                () -> dialog.show(stage.scene().getWindow()));
        return page;
    }

    private KeysViewModel keys(OpenNetwork open) {
        return new KeysViewModel(
                vaults.door(choices.dataFolder(usualDataFolder)),
                vaults.session(),
                tasks,
                Clock.systemUTC(),
                open.profile().chain().value(),
                open.practice(vaults.practiceFolder()));
    }

    private List<NetworkChooser.Entry> choices(Words words) {
        List<NetworkChooser.Entry> all = new ArrayList<>();
        if (networks.canRehearse()) {
            all.add(
                    new NetworkChooser.Entry(
                            Settings.REHEARSAL, words.say("settings.welcome.rehearsal")));
        }
        listed.forEach(each -> all.add(new NetworkChooser.Entry(each.id(), each.name())));
        return all;
    }

    private void change(UnaryOperator<Settings> how) {
        tasks.start(
                "saving the settings",
                () -> settings.change(how),
                _ -> {},
                fault ->
                        shell.notices()
                                .say(formats.words().say("ui.notSaved", "code", fault.code())));
    }

    private String lastPage() {
        var window = settings.current().window();
        return window == null ? "overview" : window.page();
    }

    private String openPage() {
        Page page = shell.openProperty().get();
        return page == null ? lastPage() : page.id();
    }
}
