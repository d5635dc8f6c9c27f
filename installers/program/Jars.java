import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies jars into a package. Most stay as they are; two kinds are rewritten:
 *
 * <ul>
 *   <li>signed ones without their signature: the virtual machine keeps no class of a signed jar in
 *       its cache and checks the signature of the whole jar at every start, which takes as long as
 *       the rest of a command; what Maven fetched it has checked
 *   <li>those with native libraries for many systems without the others'
 * </ul>
 */
final class Jars {

    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    private static final Pattern NATIVE =
            Pattern.compile(
                    "(org/sqlite/native|supranational/blst)/.*|META-INF/native/[^/]+\\.(so|dll|jnilib)");

    private final Pattern own;

    /**
     * Copies for a system.
     *
     * @param own names of the native libraries of that system
     */
    Jars(Pattern own) {
        this.own = own;
    }

    /** Which native libraries of those that jars carry are this system's own. */
    static Pattern natives(Platform platform, String architecture) {
        boolean arm = architecture.equals("arm64");
        String processor = arm ? "(aarch64|aarch_64)" : "(x86_64|amd64)";
        return Pattern.compile(
                switch (platform) {
                    case LINUX ->
                            ".*(/Linux/" + processor + "/|_(linux|epoll)_" + processor + ").*";
                    case MACOS -> ".*(/Mac/" + processor + "/|_osx_" + processor + ").*";
                    case WINDOWS -> ".*(/Windows/" + processor + "/|_windows_" + processor + ").*";
                });
    }

    /** Copies a jar into a folder under its own name. */
    void copy(Path jar, Path folder) throws IOException {
        Path copy = folder.resolve(jar.getFileName());
        try (ZipFile from = new ZipFile(jar.toFile())) {
            if (from.stream().noneMatch(entry -> isLeftOut(entry.getName()))) {
                Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
                return;
            }
            try (ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(copy))) {
                for (Enumeration<? extends ZipEntry> all = from.entries();
                        all.hasMoreElements(); ) {
                    ZipEntry entry = all.nextElement();
                    if (!isLeftOut(entry.getName())) {
                        ZipEntry kept = new ZipEntry(entry.getName());
                        kept.setTimeLocal(entry.getTimeLocal());
                        to.putNextEntry(kept);
                        try (InputStream content = from.getInputStream(entry)) {
                            if (entry.getName().equals("META-INF/MANIFEST.MF")) {
                                writeUnsigned(content, to);
                            } else {
                                content.transferTo(to);
                            }
                        }
                        to.closeEntry();
                    }
                }
            }
        }
    }

    private boolean isLeftOut(String name) {
        return SIGNATURE.matcher(name).matches()
                || NATIVE.matcher(name).matches()
                        && !name.endsWith("/")
                        && !name.endsWith(".class")
                        && !own.matcher(name).matches();
    }

    /** A manifest without the digests of a signature. */
    private static void writeUnsigned(InputStream content, OutputStream to) throws IOException {
        Manifest manifest = new Manifest(content);
        manifest.getEntries()
                .values()
                .forEach(
                        section ->
                                section.keySet()
                                        .removeIf(
                                                key ->
                                                        ((Attributes.Name) key)
                                                                .toString()
                                                                .endsWith("-Digest")));
        manifest.getEntries().values().removeIf(Attributes::isEmpty);
        manifest.write(to);
    }
}
