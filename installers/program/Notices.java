import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * What a package says of others' work in it: {@code THIRD-PARTY-NOTICES.txt} with every library,
 * its licence and the notices it carries, and {@code sbom.cdx.json}, the CycloneDX list that Maven
 * made with the runtime added. A library without a licence, or one whose licence text is nowhere to
 * be had, ends the build.
 */
final class Notices {

    private static final Pattern COMPONENT =
            Pattern.compile(
                    "\"type\" : \"library\",\\s+\"bom-ref\" : \"[^\"]+\","
                            + "(?:\\s+\"publisher\" : \"[^\"]*\",)?"
                            + "\\s+\"group\" : \"([^\"]+)\",\\s+\"name\" : \"([^\"]+)\","
                            + "\\s+\"version\" : \"([^\"]+)\"(.*?)\"purl\"",
                    Pattern.DOTALL);
    private static final Pattern LICENCE =
            Pattern.compile("\"license\" : \\{\\s+\"(?:id|name)\" : \"([^\"]+)\"");
    private static final Pattern CARRIED =
            Pattern.compile("META-INF/(license/)?[A-Za-z-]*(LICENSE|NOTICE)[^/]*");

    /** Other names of licences, as libraries call them. */
    private static final Map<String, String> SAME =
            Map.of(
                    "The 3-Clause BSD License", "BSD-3-Clause",
                    // one of two, at the choice of whoever passes it on
                    "EPL-2.0", "LGPL-2.1-only");

    /** Licences whose text is in the jar, or beside the runtime. */
    private static final Set<String> ELSEWHERE =
            Set.of("Bouncy Castle Licence", "GPL-2.0-with-classpath-exception");

    /** Licences that want to be passed on with the name of who holds the copyright. */
    private static final Set<String> NAMED = Set.of("MIT", "BSD-2-Clause", "BSD-3-Clause");

    private final Build build;
    private final Path jars;
    private final Path modules;
    private final Path legal;

    /**
     * Notices of what is in these folders.
     *
     * @param legal the runtime's own notices
     */
    Notices(Build build, Path jars, Path modules, Path legal) {
        this.build = build;
        this.jars = jars;
        this.modules = modules;
        this.legal = legal;
    }

    /** Writes both files, and the console's own licence, into a folder. */
    void write(Path folder) throws IOException {
        String bom = Files.readString(build.target().resolve("sbom.json"));
        Files.copy(build.root().resolve("LICENSE"), folder.resolve("LICENSE"));
        Files.writeString(folder.resolve("THIRD-PARTY-NOTICES.txt"), notices(bom));
        Files.writeString(folder.resolve("sbom.cdx.json"), withRuntime(bom));
    }

    private String notices(String bom) throws IOException {
        Properties copyrights = new Properties();
        try (Reader reader =
                Files.newBufferedReader(build.installer("licences/copyrights.properties"))) {
            copyrights.load(reader);
        }
        StringBuilder list = new StringBuilder();
        Set<String> texts = new LinkedHashSet<>(List.of("Apache-2.0"));
        Map<String, List<String>> carried = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        Matcher component = COMPONENT.matcher(bom);
        while (component.find()) {
            String id = component.group(1) + ":" + component.group(2);
            if (!seen.add(id)) {
                continue;
            }
            String licence = licence(id, component.group(4));
            list.append("%s %s%n    %s%n".formatted(id, component.group(3), licence));
            boolean said = carry(component.group(2), component.group(3), carried);
            String holder = copyrights.getProperty(id);
            if (holder != null) {
                list.append("    ").append(holder).append(System.lineSeparator());
            } else if (NAMED.contains(licence) && !said) {
                throw new IllegalStateException("whose copyright is " + id + "?");
            }
            if (!ELSEWHERE.contains(licence)) {
                texts.add(licence);
            }
        }
        requireAll(seen);
        StringBuilder all = new StringBuilder();
        all.append(
                """
                Epoch Desk is under the Apache License 2.0. It comes with the libraries below, each under its own licence.

                The Java runtime is Eclipse Temurin, an OpenJDK, and JavaFX is OpenJFX: both are under the GNU General Public
                License, version 2, with the Classpath Exception. Their texts are in the folder legal of the runtime. The
                sources of both are published by their projects, at adoptium.net and openjfx.io, under the versions named here.

                The fonts are cut from Inter (Copyright 2016 The Inter Project Authors) and JetBrains Mono (Copyright 2020 The
                JetBrains Mono Project Authors) under the SIL Open Font License 1.1, whose text is in the console's jar.

                """);
        all.append("Java runtime ").append(Runtime.version()).append("\n\n").append(list);
        for (String licence : texts) {
            all.append("\n\n======== ").append(licence).append(" ========\n\n");
            all.append(text(licence));
        }
        for (Map.Entry<String, List<String>> each : carried.entrySet()) {
            all.append("\n\n======== in ");
            all.append(String.join(", ", each.getValue()));
            all.append(" ========\n\n").append(each.getKey());
        }
        return all.toString().replace("\r\n", "\n");
    }

    private static String licence(String id, String component) {
        Matcher licence = LICENCE.matcher(component);
        if (!licence.find()) {
            throw new IllegalStateException("which licence is " + id + " under?");
        }
        return SAME.getOrDefault(licence.group(1), licence.group(1));
    }

    private String text(String licence) throws IOException {
        return Files.readString(
                licence.equals("Apache-2.0")
                        ? build.root().resolve("LICENSE")
                        : build.installer("licences/" + licence + ".txt"));
    }

    /** Texts that the jar carries; the same text is passed on once. */
    private boolean carry(String name, String version, Map<String, List<String>> carried)
            throws IOException {
        Path jar = jars.resolve(name + "-" + version + ".jar");
        if (!Files.exists(jar)) {
            return false;
        }
        boolean any = false;
        String own = Files.readString(build.root().resolve("LICENSE")).strip();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().toList()) {
                if (CARRIED.matcher(entry.getName()).matches()) {
                    any = true;
                    String text;
                    try (InputStream content = zip.getInputStream(entry)) {
                        text = new String(content.readAllBytes(), StandardCharsets.UTF_8).strip();
                    }
                    String place = name + " " + entry.getName();
                    // the Apache License is there already
                    if (!text.contains("APPENDIX: How to apply the Apache License")
                            && !text.equals(own)) {
                        carried.computeIfAbsent(text, _ -> new ArrayList<>()).add(place);
                    }
                }
            }
        }
        return any;
    }

    /** Every jar of the package must be one of those that Maven listed. */
    private void requireAll(Set<String> listed) throws IOException {
        for (Path folder : List.of(jars, modules)) {
            try (Stream<Path> all = Files.list(folder)) {
                List<String> unknown =
                        all.map(path -> path.getFileName().toString())
                                .filter(name -> name.endsWith(".jar"))
                                .filter(name -> !name.equals(build.jar().getFileName().toString()))
                                .filter(
                                        name ->
                                                listed.stream()
                                                        .noneMatch(
                                                                id ->
                                                                        name.startsWith(
                                                                                id.split(":")[1]
                                                                                        + "-")))
                                .toList();
                if (!unknown.isEmpty()) {
                    throw new IllegalStateException("not in the list of components: " + unknown);
                }
            }
        }
        if (!Files.exists(legal.resolve("java.base"))) {
            throw new IllegalStateException("the runtime has no notices in " + legal);
        }
    }

    /** The list of components with the runtime, which Maven does not know. */
    private static String withRuntime(String bom) {
        String version = Runtime.version().toString();
        String runtime =
                """
                "components" : [
                    {
                      "type" : "framework",
                      "bom-ref" : "runtime",
                      "name" : "%s",
                      "version" : "%s",
                      "description" : "The Java runtime, with the modules the console uses",
                      "licenses" : [ { "license" : { "id" : "GPL-2.0-with-classpath-exception" } } ]
                    },\
                """
                        .formatted(System.getProperty("java.vendor.version"), version);
        // The first list of components is that of the tools.
        return bom.replaceFirst(
                "(?m)^ {2}\"components\" : \\[", "  " + Matcher.quoteReplacement(runtime));
    }
}
