import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the formatter over all sources in a Java of its own: Maven's Java may be older than the
 * syntax used here.
 *
 * <p>Arguments: {@code check} or {@code write}, the formatter's jar, the folder of the sources.
 */
public final class FormatSources {

    private static final List<String> COMPILER_PACKAGES =
            List.of("api", "code", "file", "parser", "tree", "util");

    public static void main(String[] args) throws IOException, InterruptedException {
        boolean check = args[0].equals("check");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String name : COMPILER_PACKAGES) {
            command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-jar", args[1], "--aosp"));
        command.addAll(
                check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
        Path list = Files.createTempFile("sources", ".txt");
        try (Stream<Path> files = Files.walk(Path.of(args[2]))) {
            Files.write(
                    list,
                    files.map(Path::toString)
                            .filter(name -> name.endsWith(".java"))
                            .sorted()
                            .toList());
        }
        command.add("@" + list);
        int exit;
        try {
            exit =
                    new ProcessBuilder(command)
                            .directory(new File(args[2]))
                            .inheritIO()
                            .start()
                            .waitFor();
        } finally {
            Files.delete(list);
        }
        if (exit != 0 && check) {
            System.err.println(
                    "The sources above are not formatted: run  mvn -Pformat process-sources  and"
                            + " commit.");
        }
        System.exit(exit);
    }
}
