import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes Epoch Desk's packages from what Maven built: {@code java installers/program/Package.java
 * KIND… [--dry-run] [--target FOLDER]}. Kinds are {@code image}, {@code deb}, {@code rpm}, {@code
 * dmg} and {@code msi}; everything but the image needs an image first. With {@code --dry-run} what
 * would be run is printed and all files it needs are looked for, on whatever system.
 *
 * <p>Before it: {@code mvn -Ppackage -DskipTests package}, which calls it with {@code image} and
 * with the system's own kinds.
 */
public final class Package {

    private static final List<String> KINDS = List.of("image", "deb", "rpm", "dmg", "msi");

    private Package() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(Arrays.asList(args));
        boolean dry = words.remove("--dry-run");
        Path root = Path.of("").toAbsolutePath();
        Path target = root.resolve("desktop/target");
        int named = words.indexOf("--target");
        if (named >= 0) {
            target = Path.of(words.get(named + 1)).toAbsolutePath();
            words.subList(named, named + 2).clear();
        }
        if (words.isEmpty() || !KINDS.containsAll(words)) {
            throw new IllegalArgumentException("name some of " + KINDS + ", not " + words);
        }
        if (!Files.exists(root.resolve("installers/program/Package.java"))) {
            throw new IllegalArgumentException("run this at the top of the checkout");
        }
        Commands commands = new Commands(dry);
        Build build = Build.of(root, target);
        for (String kind : words) {
            switch (kind) {
                case "image" -> new Image(build, commands).make(Platform.current());
                case "deb" -> new Linux(build, commands).deb();
                case "rpm" -> new Linux(build, commands).rpm();
                case "dmg" -> new Foreign(build, commands).make(Platform.MACOS, "dmg");
                case "msi" -> new Foreign(build, commands).make(Platform.WINDOWS, "msi");
                default -> throw new IllegalArgumentException(kind);
            }
        }
    }
}
