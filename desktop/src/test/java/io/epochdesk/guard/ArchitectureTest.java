package io.epochdesk.guard;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** One map of arrows, and the rules that hold in every room. Each says why. */
final class ArchitectureTest {

    private static final String HOUSE = "io.epochdesk.";

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.epochdesk");

    /**
     * Which rooms a room may enter, besides the JDK, SLF4J and JSpecify. A room that is not listed
     * fails.
     */
    private static final Map<String, Set<String>> MAY_ENTER =
            Map.ofEntries(
                    Map.entry("fault", Set.of()),
                    Map.entry("files", Set.of()),
                    Map.entry("text", Set.of("fault")),
                    Map.entry("live", Set.of("fault")),
                    Map.entry("cadence", Set.of("fault")),
                    Map.entry("keys", Set.of("fault")),
                    // mathematics over bytes: no network, no files, no words
                    Map.entry("bls", Set.of()),
                    Map.entry("keys.vault", Set.of("keys", "files", "fault")),
                    Map.entry("keys.bootstrap", Set.of("keys", "files", "fault")),
                    // told by its caller which network it belongs to
                    Map.entry("history", Set.of("files", "fault")),
                    Map.entry("network", Set.of("cadence", "live", "fault")),
                    Map.entry("network.access", Set.of("network", "cadence", "live", "fault")),
                    Map.entry("epoch", Set.of("network", "cadence", "live", "fault")),
                    Map.entry(
                            "quorum",
                            Set.of("bls", "epoch", "network", "cadence", "live", "fault")),
                    Map.entry(
                            "dkg",
                            Set.of("bls", "files", "epoch", "network", "cadence", "live", "fault")),
                    // judges what is past; the live board does not need it
                    Map.entry(
                            "verify",
                            Set.of(
                                    "bls", "epoch", "quorum", "dkg", "network", "cadence", "live",
                                    "fault")),
                    Map.entry(
                            "board",
                            Set.of(
                                    "bls", "epoch", "quorum", "dkg", "network", "cadence", "live",
                                    "fault")),
                    Map.entry("staking", Set.of("network", "cadence", "live", "fault")),
                    Map.entry("accounts", Set.of("keys", "network", "cadence", "live", "fault")),
                    Map.entry(
                            "doctor",
                            Set.of(
                                    "accounts",
                                    "staking",
                                    "epoch",
                                    "keys",
                                    "keys.bootstrap",
                                    "network",
                                    "cadence",
                                    "live",
                                    "fault")),
                    Map.entry(
                            "fleet",
                            Set.of(
                                    "history",
                                    "doctor",
                                    "doctor.past",
                                    "accounts",
                                    "staking",
                                    "board",
                                    "epoch",
                                    "quorum",
                                    "dkg",
                                    "network",
                                    "cadence",
                                    "keys.bootstrap",
                                    "live",
                                    "fault")),
                    // no private key enters it: a key ring signs
                    Map.entry(
                            "registration",
                            Set.of(
                                    "accounts",
                                    "staking",
                                    "doctor",
                                    "epoch",
                                    "bls",
                                    "history",
                                    "keys",
                                    "keys.bootstrap",
                                    "network",
                                    "cadence",
                                    "live",
                                    "text",
                                    "fault")),
                    Map.entry("doctor.words", Set.of("doctor", "cadence", "live", "text")),
                    Map.entry(
                            "doctor.past",
                            Set.of(
                                    "doctor",
                                    "history",
                                    "cadence",
                                    "fault",
                                    "live",
                                    "network",
                                    "accounts")),
                    Map.entry(
                            "fleet.words",
                            Set.of("fleet", "doctor", "doctor.words", "text", "fault")),
                    Map.entry(
                            "fleet.view",
                            Set.of(
                                    "fleet",
                                    "fleet.words",
                                    "history",
                                    "doctor",
                                    "doctor.words",
                                    "accounts",
                                    "staking",
                                    "cadence",
                                    "ui",
                                    "ui.drawn",
                                    "live",
                                    "fault",
                                    "text")),
                    // what the contracts do, told apart from chain, wire and readers
                    Map.entry("rehearsal.model", Set.of("cadence", "bls", "fault")),
                    Map.entry("settings", Set.of("network", "cadence", "files", "fault")),
                    // steered from the window and the command line alike, so without JavaFX
                    Map.entry(
                            "rehearsal",
                            Set.of(
                                    "rehearsal.access",
                                    "rehearsal.play",
                                    "network",
                                    "cadence",
                                    "keys",
                                    "bls",
                                    "live",
                                    "fault")),
                    // Nodes sign and deal for themselves; what comes of it is the chain's affair.
                    Map.entry(
                            "rehearsal.play",
                            Set.of(
                                    "rehearsal.model",
                                    "rehearsal.chain",
                                    "cadence",
                                    "keys",
                                    "bls",
                                    "live",
                                    "fault")),
                    // The server reads the chain's port; the model's types do not cross it.
                    Map.entry("rehearsal.access", Set.of("rehearsal.chain", "cadence", "fault")),
                    // The chain knows what the contracts do only through the model's port.
                    Map.entry(
                            "rehearsal.chain",
                            Set.of("rehearsal.model", "cadence", "keys", "fault")),
                    Map.entry("diagnostics", Set.of("settings", "network", "fault")),
                    Map.entry("diagnostics.view", Set.of("ui", "fault", "text")),
                    Map.entry("ui.drawn", Set.of()),
                    // the pages of flows; the vault signs
                    Map.entry(
                            "registration.view",
                            Set.of(
                                    "registration",
                                    "history",
                                    "keys",
                                    "keys.vault",
                                    "keys.bootstrap",
                                    "keys.view",
                                    "network",
                                    "cadence",
                                    "guide.view",
                                    "ui",
                                    "ui.wizard",
                                    "live",
                                    "fault",
                                    "text")),
                    Map.entry("ui.palette", Set.of("ui", "text")),
                    Map.entry("ui.wizard", Set.of("ui", "fault", "text")),
                    // parsed Markdown, for the window and for whoever reads it on the web
                    Map.entry("guide", Set.of()),
                    Map.entry("guide.view", Set.of("guide", "ui", "fault", "text")),
                    Map.entry("ui", Set.of("live", "fault", "text", "settings", "network")),
                    Map.entry(
                            "quorum.view",
                            Set.of(
                                    "quorum",
                                    "epoch",
                                    "board",
                                    "network",
                                    "ui",
                                    "ui.drawn",
                                    "live",
                                    "fault",
                                    "text")),
                    Map.entry(
                            "dkg.view",
                            Set.of(
                                    "bls",
                                    "dkg",
                                    "epoch",
                                    "board",
                                    "network",
                                    "ui",
                                    "ui.drawn",
                                    "live",
                                    "fault",
                                    "text")),
                    Map.entry(
                            "board.view",
                            Set.of(
                                    "board",
                                    "epoch",
                                    "quorum",
                                    "dkg",
                                    "network",
                                    "ui",
                                    "ui.drawn",
                                    "live",
                                    "fault",
                                    "text")),
                    Map.entry(
                            "settings.view",
                            Set.of(
                                    "settings",
                                    "network",
                                    "cadence",
                                    "ui",
                                    "live",
                                    "fault",
                                    "text")),
                    Map.entry(
                            "keys.view",
                            Set.of(
                                    "keys",
                                    "keys.vault",
                                    "keys.bootstrap",
                                    "cadence",
                                    "ui",
                                    "live",
                                    "fault",
                                    "text")),
                    Map.entry("rehearsal.view", Set.of("rehearsal", "ui", "live", "fault", "text")),
                    Map.entry(
                            "cli",
                            Set.of(
                                    "fleet",
                                    "fleet.words",
                                    "bls",
                                    "accounts",
                                    "doctor",
                                    "doctor.past",
                                    "doctor.words",
                                    "history",
                                    "staking",
                                    "diagnostics",
                                    "board",
                                    "epoch",
                                    "quorum",
                                    "dkg",
                                    "verify",
                                    "keys",
                                    "keys.vault",
                                    "keys.bootstrap",
                                    "network",
                                    "network.access",
                                    "registration",
                                    "cadence",
                                    "settings",
                                    "rehearsal",
                                    "rehearsal.play",
                                    "live",
                                    "text",
                                    "fault")));

    @TestFactory
    Stream<DynamicTest> everyRoomEntersOnlyTheRoomsOnTheMap() {
        Map<String, Set<String>> seen = new TreeMap<>();
        Map<String, List<String>> broken = new TreeMap<>();
        for (JavaClass from : MAIN) {
            String room = room(from);
            seen.putIfAbsent(room, new TreeSet<>());
            from.getDirectDependenciesFromSelf().stream()
                    .filter(use -> use.getTargetClass().getPackageName().startsWith(HOUSE))
                    .filter(use -> !room(use.getTargetClass()).equals(room))
                    .forEach(
                            use -> {
                                String target = room(use.getTargetClass());
                                if (!room.equals("app")
                                        && !MAY_ENTER
                                                .getOrDefault(room, Set.of())
                                                .contains(target)) {
                                    broken.computeIfAbsent(room, _ -> new ArrayList<>())
                                            .add(use.getDescription());
                                }
                            });
        }
        return seen.keySet().stream()
                .map(
                        room ->
                                DynamicTest.dynamicTest(
                                        room,
                                        () -> {
                                            assertThat(
                                                            room.equals("app")
                                                                    || MAY_ENTER.containsKey(room))
                                                    .as("the room %s stands on the map", room)
                                                    .isTrue();
                                            assertThat(broken.getOrDefault(room, List.of()))
                                                    .as(
                                                            "what %s enters without being allowed"
                                                                    + " to",
                                                            room)
                                                    .isEmpty();
                                        }));
    }

    @Test
    void noRoomsDependOnEachOtherInACircle() {
        slices().matching("io.epochdesk.(**)")
                .should()
                .beFreeOfCycles()
                .because("a circle of rooms is one room that nobody can understand in parts")
                .check(MAIN);
    }

    @Test
    void javaFxStaysAboveTheLine() {
        noClasses()
                .that(
                        not(
                                resideInAnyPackage(
                                        "io.epochdesk.ui..",
                                        "io.epochdesk..view..",
                                        "io.epochdesk.app..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because(
                        "what the console knows must be usable without a window: headless commands"
                                + " use it")
                .check(MAIN);
    }

    @Test
    void viewModelsKnowPropertiesOnly() {
        classes()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage("javafx.."))
                                .or(
                                        resideInAnyPackage(
                                                "javafx.beans..",
                                                "javafx.collections..",
                                                "javafx.util..")))
                .because("a view model could drive a text screen, and is tested without a toolkit")
                .check(MAIN);
    }

    @Test
    void viewsAskNobodyButTheirViewModel() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("View")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*(Reader|Watch|Store)$")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("io.epochdesk.network.access..")
                .because("a view shows; what it shows is made ready by its view model")
                .check(MAIN);
    }

    @Test
    void theWireIsKnownInOneRoomOnly() {
        noClasses()
                .that(
                        not(
                                resideInAnyPackage(
                                        "io.epochdesk.network.access..",
                                        "io.epochdesk.rehearsal.access..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.grpc..", "com.google.protobuf..", "org.onflow..", "org.tdf..")
                .because(
                        "gRPC, the stubs and flow-jvm-sdk are details of one adapter, and of the"
                                + " server of a rehearsal at the other end of the wire")
                .check(MAIN);
    }

    @Test
    void sqlIsKnownInOneRoomOnly() {
        noClasses()
                .that(not(resideInAPackage("io.epochdesk.history..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                .because("how the history is kept is a detail of one room")
                .check(MAIN);
    }

    @Test
    void keysAreToldToNoLog() {
        noClasses()
                .that()
                .resideInAPackage("io.epochdesk.keys..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "java.util.logging..", "ch.qos..")
                .because("a room that cannot log cannot log a secret")
                .check(MAIN);
    }

    @Test
    void noPrivateKeyOfTheSdkIsEverMade() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.onflow.sdk.crypto.PrivateKey")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.onflow.sdk.crypto.Crypto")
                .because("its hex is a String, which cannot be wiped")
                .check(MAIN);
    }

    @Test
    void theEnvironmentGivesFoldersOnly() {
        noClasses()
                .that(not(resideInAPackage("io.epochdesk.app..")))
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .because("a secret in the environment can be read by every process of the user")
                .check(MAIN);
    }

    @Test
    void threadsBeginInFewPlaces() {
        noClasses()
                .that(
                        not(
                                resideInAnyPackage(
                                        "io.epochdesk.app..",
                                        "io.epochdesk.live..",
                                        "io.epochdesk.network.access..",
                                        "io.epochdesk.rehearsal..",
                                        "io.epochdesk.ui..")))
                .should()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .orShould()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "ofPlatform")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Executors.class)
                .orShould()
                .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
                .because("whoever starts a thread must end it; few rooms do")
                .check(MAIN);
    }

    @Test
    void noMarkupWebOrOldToolkits() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx.fxml..",
                        "javafx.scene.web..",
                        "javafx.embed..",
                        "javax.swing..",
                        "java.awt..")
                .because("views are plain Java, and a console needs no second toolkit or browser")
                .check(MAIN);
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .because("static state is shared by every test and every network")
                .check(MAIN);
        methods()
                .should()
                .notHaveName("getInstance")
                .because("what a class needs is handed to its constructor")
                .check(MAIN);
    }

    @Test
    void standardStreamsBelongToTheCommandLine() {
        noClasses()
                .that(not(resideInAnyPackage("io.epochdesk.cli..", "io.epochdesk.app..")))
                .should(ACCESS_STANDARD_STREAMS)
                .because("a window has no standard output; use SLF4J")
                .check(MAIN);
        noClasses()
                .should(USE_JAVA_UTIL_LOGGING)
                .because("the house logs through SLF4J")
                .check(MAIN);
    }

    @Test
    void exceptionsSayWhatHappened() {
        noClasses()
                .should(THROW_GENERIC_EXCEPTIONS)
                .because(
                        "what goes wrong is a Fault with a code, or a precise exception for a"
                                + " programming error")
                .check(MAIN);
    }

    @Test
    void namesMeanSomething() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?$")
                .orShould()
                .haveNameMatching(".*\\.(Abstract|Base|Common)[A-Z][^.]*$")
                .because("such a name says that nobody knew what the class is for")
                .check(MAIN);
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(HOUSE) ? name.substring(HOUSE.length()) : name;
    }
}
