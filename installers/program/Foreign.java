import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Packages that jpackage makes of an image on its own system: a disk image on macOS, an installer
 * on Windows. In a dry run, which works anywhere, every option is looked up among those jpackage
 * knows for any system, and every file that is named must be there.
 */
final class Foreign {

    private final Build build;
    private final Commands commands;

    Foreign(Build build, Commands commands) {
        this.build = build;
        this.commands = commands;
    }

    /**
     * Makes a package of the image.
     *
     * @param kind the type, as jpackage calls it, and the name of its file of options
     */
    void make(Platform platform, String kind) throws IOException, InterruptedException {
        if (commands.dry()) {
            Image image = new Image(build, commands);
            checkKnown(
                    image.arguments(
                            platform,
                            build.packages().resolve("jars"),
                            build.packages().resolve("runtime")));
            image.make(platform);
        } else if (Platform.current() != platform) {
            throw new IllegalStateException("a " + kind + " is made on " + platform.folder);
        }
        List<String> arguments =
                new ArrayList<>(build.options(platform.folder + "/" + kind + ".options"));
        arguments.addAll(
                List.of(
                        "--app-version",
                        Image.version(platform, build),
                        "--app-image",
                        build.packages()
                                .resolve("image")
                                .resolve(platform == Platform.MACOS ? "epochdesk.app" : "epochdesk")
                                .toString(),
                        "--icon",
                        build.installer("../assets/icon/epochdesk." + platform.icon).toString(),
                        "--license-file",
                        build.root().resolve("LICENSE").toString(),
                        "--dest",
                        build.packages().toString()));
        if (commands.dry()) {
            checkKnown(arguments);
        }
        commands.jdk("jpackage", arguments);
    }

    /** The texts of jpackage's help know the options of all systems. */
    private static void checkKnown(List<String> arguments) throws IOException {
        Path help =
                FileSystems.getFileSystem(URI.create("jrt:/"))
                        .getPath(
                                "modules/jdk.jpackage/jdk/jpackage/internal/resources/HelpResources.properties");
        String known = Files.exists(help) ? Files.readString(help) : compiled(help.getParent());
        for (String argument : arguments) {
            if (argument.startsWith("--") && !argument.contains("=") && !known.contains(argument)) {
                // Options of the virtual machine follow --java-options and are not jpackage's.
                int before = arguments.indexOf(argument) - 1;
                if (before < 0 || !arguments.get(before).equals("--java-options")) {
                    throw new IllegalStateException("jpackage knows no option " + argument);
                }
            }
        }
    }

    /** The JDK keeps its texts as classes; the names of options stand in them as they are. */
    private static String compiled(Path folder) throws IOException {
        return Files.readString(
                folder.resolve("HelpResources.class"),
                java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
