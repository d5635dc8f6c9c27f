import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Packages for Linux: the image under {@code /opt}, one command on the path, icon, desktop entry,
 * manual and notices where systems look for them. They have no script that runs when they are
 * installed or removed: whatever keeps an index of desktop entries or icons is told by its own
 * trigger, and where there is no desktop nothing needs to be told.
 */
final class Linux {

    private static final int[] ICONS = {16, 24, 32, 48, 64, 128, 256, 512};

    private final Build build;
    private final Commands commands;

    Linux(Build build, Commands commands) {
        this.build = build;
        this.commands = commands;
    }

    /** Makes the package for Debian and its relatives. */
    void deb() throws IOException, InterruptedException {
        Path tree = build.packages().resolve("deb");
        String architecture = Platform.architecture();
        String version = build.version().replace("-SNAPSHOT", "~snapshot");
        String control = Files.readString(build.installer("linux/control"));
        if (!commands.dry()) {
            Set<String> needed = checkLibraries();
            stage(tree);
            Path about = Files.createDirectories(tree.resolve("DEBIAN"));
            Files.writeString(
                    about.resolve("control"),
                    control.replace("@VERSION@", version)
                            .replace("@ARCHITECTURE@", architecture)
                            .replace("@SIZE@", Long.toString(kibibytes(tree)))
                            .replace("@DEPENDS@", packages("all", needed))
                            .replace("@RECOMMENDS@", packages("window", needed)));
            Files.writeString(about.resolve("md5sums"), sums(tree));
            permit(tree);
            build.stamp(tree);
        }
        Path file = build.packages().resolve("epochdesk_" + version + "_" + architecture + ".deb");
        commands.run(
                Map.of("SOURCE_DATE_EPOCH", Long.toString(build.made().getEpochSecond())),
                null,
                List.of(
                        "dpkg-deb",
                        "--root-owner-group",
                        "-Zzstd",
                        "-z10",
                        "--build",
                        tree.toString(),
                        file.toString()));
        report(file);
    }

    /** Makes the package for Fedora, SUSE and their relatives; needs rpmbuild. */
    void rpm() throws IOException, InterruptedException {
        Path tree = build.packages().resolve("rpm");
        Path work = build.packages().resolve("rpmbuild");
        String spec = Files.readString(build.installer("linux/epochdesk.spec"));
        Path filled = build.packages().resolve("epochdesk.spec");
        if (!commands.dry()) {
            Set<String> needed = checkLibraries();
            stage(tree);
            permit(tree);
            build.stamp(tree);
            Files.writeString(
                    filled,
                    spec.replace("@NUMBER@", build.number())
                            .replace(
                                    "@RELEASE@", build.version().contains("-") ? "0.snapshot" : "1")
                            .replace("@RPMARCH@", rpmArchitecture())
                            .replace("@REQUIRES@", capabilities("all", needed))
                            .replace("@RECOMMENDS@", capabilities("window", needed))
                            .replace("@TREE@", tree.toString()));
        }
        commands.run(
                Map.of("SOURCE_DATE_EPOCH", Long.toString(build.made().getEpochSecond())),
                null,
                List.of(
                        "rpmbuild",
                        "-bb",
                        "--define",
                        "_topdir " + work,
                        "--define",
                        "_rpmdir " + build.packages(),
                        "--define",
                        "_rpmfilename epochdesk-%{VERSION}-%{RELEASE}.%{ARCH}.rpm",
                        "--define",
                        "_buildhost localhost",
                        "--define",
                        "use_source_date_epoch_as_buildtime 1",
                        "--define",
                        "clamp_mtime_to_source_date_epoch 1",
                        filled.toString()));
    }

    private void stage(Path tree) throws IOException, InterruptedException {
        Build.empty(tree);
        copyTree(build.image(), tree.resolve("opt/epochdesk"));
        place("linux/epochdesk", tree.resolve("usr/bin/epochdesk"));
        place("linux/epochdesk.desktop", tree.resolve("usr/share/applications/epochdesk.desktop"));
        Path icons = tree.resolve("usr/share/icons/hicolor");
        for (int size : ICONS) {
            place(
                    "../assets/icon/epochdesk-" + size + ".png",
                    icons.resolve(size + "x" + size + "/apps/epochdesk.png"));
        }
        place("../assets/icon/epochdesk.svg", icons.resolve("scalable/apps/epochdesk.svg"));
        Path manual = tree.resolve("usr/share/man/man1/epochdesk.1");
        place("linux/epochdesk.1", manual);
        commands.run("gzip", List.of("-9n", manual.toString()));
        Path about = build.image().resolve(Platform.LINUX.app).resolve("about");
        Path doc = Files.createDirectories(tree.resolve("usr/share/doc/epochdesk"));
        Files.copy(about.resolve("LICENSE"), doc.resolve("copyright"));
        for (String name : List.of("THIRD-PARTY-NOTICES.txt", "sbom.cdx.json")) {
            Files.createSymbolicLink(
                    doc.resolve(name), Path.of("/opt/epochdesk/lib/app/about", name));
        }
    }

    private void place(String from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(build.installer(from), to);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.sorted().toList();
        }
        for (Path each : all) {
            Path copy = to.resolve(from.relativize(each).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(each, copy, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Nobody but root writes, everybody reads; whoever built it may have had other habits. */
    private static void permit(Path tree) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(tree)) {
            all = walk.filter(path -> !Files.isSymbolicLink(path)).toList();
        }
        for (Path each : all) {
            boolean runs = Files.isDirectory(each) || Files.isExecutable(each);
            Files.setPosixFilePermissions(
                    each, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /**
     * Names of the system's libraries that libraries of the image are linked to.
     *
     * @throws IllegalStateException when one of them is not in libraries.txt
     */
    private Set<String> checkLibraries() throws IOException, InterruptedException {
        Path image = build.image();
        Path unpacked = Build.empty(build.packages().resolve("natives"));
        List<Path> binaries = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(image)) {
            for (Path each : walk.filter(Files::isRegularFile).toList()) {
                String name = each.getFileName().toString();
                if (name.endsWith(".so") || each.getParent().endsWith("runtime/bin")) {
                    binaries.add(each);
                } else if (name.endsWith(".jar")) {
                    binaries.addAll(inside(each, unpacked));
                }
            }
        }
        Set<String> own =
                binaries.stream()
                        .map(path -> path.getFileName().toString())
                        .collect(Collectors.toSet());
        Set<String> needed = new TreeSet<>();
        for (Path binary : binaries) {
            Path list = build.packages().resolve("natives.txt");
            commands.run(
                    Map.of("LC_ALL", "C"),
                    list.toFile(),
                    List.of("readelf", "--dynamic", "--wide", binary.toString()));
            Files.readAllLines(list).stream()
                    .filter(line -> line.contains("(NEEDED)"))
                    .map(line -> line.substring(line.indexOf('[') + 1, line.indexOf(']')))
                    .filter(name -> !own.contains(name))
                    .forEach(needed::add);
        }
        Set<String> known = new TreeSet<>();
        for (String line : build.options("linux/libraries.txt")) {
            known.add(line.split("\\|")[0].strip());
        }
        Set<String> unknown = new TreeSet<>(needed);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(
                    "libraries.txt does not say where these are: " + unknown);
        }
        return needed;
    }

    private static List<Path> inside(Path jar, Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().map(each -> (ZipEntry) each).toList()) {
                if (entry.getName().endsWith(".so")) {
                    Path copy = folder.resolve(Path.of(entry.getName()).getFileName().toString());
                    Files.copy(zip.getInputStream(entry), copy);
                    found.add(copy);
                }
            }
        }
        return found;
    }

    /** Debian's packages with the libraries that this part needs, as a list of dependencies. */
    private String packages(String part, Set<String> needed) throws IOException {
        Set<String> all = new LinkedHashSet<>();
        for (String[] each : libraries(part, needed)) {
            all.add(Stream.of(each).skip(2).map(String::strip).collect(Collectors.joining(" | ")));
        }
        return String.join(", ", all);
    }

    /** The libraries that this part needs, as RPM calls them. */
    private static String capability(String soname) {
        return soname + "()(64bit)";
    }

    private String capabilities(String part, Set<String> needed) throws IOException {
        return libraries(part, needed).stream()
                .map(each -> capability(each[0].strip()))
                .collect(Collectors.joining(", "));
    }

    private List<String[]> libraries(String part, Set<String> needed) throws IOException {
        return build.options("linux/libraries.txt").stream()
                .map(line -> line.split("\\|"))
                .filter(each -> each[1].strip().equals(part) && needed.contains(each[0].strip()))
                .toList();
    }

    private static String rpmArchitecture() {
        return Platform.architecture().equals("arm64") ? "aarch64" : "x86_64";
    }

    private static String sums(Path tree) throws IOException {
        StringBuilder lines = new StringBuilder();
        List<Path> all;
        try (Stream<Path> walk = Files.walk(tree)) {
            all =
                    walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                            .filter(path -> !path.startsWith(tree.resolve("DEBIAN")))
                            .sorted()
                            .toList();
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            for (Path each : all) {
                lines.append(HexFormat.of().formatHex(digest.digest(Files.readAllBytes(each))))
                        .append("  ")
                        .append(tree.relativize(each))
                        .append('\n');
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return lines.toString();
    }

    private static long kibibytes(Path tree) throws IOException {
        try (Stream<Path> walk = Files.walk(tree)) {
            return walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                            .mapToLong(path -> path.toFile().length())
                            .sum()
                    / 1024;
        }
    }

    private void report(Path file) throws IOException {
        if (!commands.dry()) {
            System.out.printf("%s: %,d bytes%n", file, Files.size(file));
        }
    }
}
