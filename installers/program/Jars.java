import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies jars into a package. Most stay as they are; three kinds are rewritten:
 *
 * <ul>
 *   <li>signed ones without their signature: the virtual machine keeps no class of a signed jar in
 *       its cache and checks the signature of the whole jar at every start, which takes as long as
 *       the rest of a command; what Maven fetched it has checked
 *   <li>those with native libraries for many systems without the others', and their own
 *       uncompressed; that of SQLite stands beside the jar, see {@link #SQLITE}
 *   <li>those with classes of a Java before 6, brought to Java 8's form: the virtual machine keeps
 *       none of those in its cache either, and verifies them in a slow old way
 * </ul>
 */
final class Jars {

    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    private static final Pattern NATIVE =
            Pattern.compile(
                    "(org/sqlite/native|supranational/blst)/.*|META-INF/native/[^/]+\\.(so|dll|jnilib)");

    /**
     * Left in its jar, the library of SQLite is unpacked and compared by every process, and another
     * process started to learn which one fits; named by {@code org.sqlite.lib.path}, it is loaded
     * and nothing else happens.
     */
    private static final String SQLITE = "org/sqlite/native/";

    /** The first version of classes that say themselves what their verification needs. */
    private static final int JAVA_6 = ClassFile.JAVA_6_VERSION;

    private static final int VERSION_AT = 6;

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
            boolean changed = false;
            for (ZipEntry entry : Collections.list(from.entries())) {
                changed |= isLeftOut(entry.getName()) || isUnpacked(entry) || isOld(from, entry);
            }
            if (!changed) {
                Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
                return;
            }
            try (ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(copy))) {
                for (ZipEntry entry : Collections.list(from.entries())) {
                    if (isUnpacked(entry)) {
                        unpack(from, entry, folder);
                    } else if (!isLeftOut(entry.getName())) {
                        ZipEntry kept = new ZipEntry(entry.getName());
                        kept.setTimeLocal(entry.getTimeLocal());
                        if (own.matcher(entry.getName()).matches()) {
                            asItIs(entry, kept);
                        }
                        to.putNextEntry(kept);
                        try (InputStream content = from.getInputStream(entry)) {
                            if (entry.getName().equals("META-INF/MANIFEST.MF")) {
                                writeUnsigned(content, to);
                            } else if (isOld(from, entry)) {
                                to.write(renewed(content.readAllBytes(), from));
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

    private boolean isUnpacked(ZipEntry entry) {
        return entry.getName().startsWith(SQLITE)
                && own.matcher(entry.getName()).matches()
                && !entry.isDirectory();
    }

    private static void unpack(ZipFile from, ZipEntry entry, Path folder) throws IOException {
        Path name = Path.of(entry.getName()).getFileName();
        try (InputStream content = from.getInputStream(entry)) {
            Files.copy(content, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A native library is unpacked at every start, which takes less when it is not compressed. */
    private static void asItIs(ZipEntry entry, ZipEntry kept) {
        kept.setMethod(ZipEntry.STORED);
        kept.setSize(entry.getSize());
        kept.setCompressedSize(entry.getSize());
        kept.setCrc(entry.getCrc());
    }

    private boolean isLeftOut(String name) {
        return SIGNATURE.matcher(name).matches()
                || NATIVE.matcher(name).matches()
                        && !name.endsWith("/")
                        && !name.endsWith(".class")
                        && !own.matcher(name).matches();
    }

    private static boolean isOld(ZipFile jar, ZipEntry entry) throws IOException {
        if (!entry.getName().endsWith(".class")) {
            return false;
        }
        try (InputStream content = jar.getInputStream(entry)) {
            byte[] head = content.readNBytes(VERSION_AT + 2);
            return (Byte.toUnsignedInt(head[VERSION_AT]) << 8
                            | Byte.toUnsignedInt(head[VERSION_AT + 1]))
                    < JAVA_6;
        }
    }

    /** The same class in Java 8's form, its code as it is with a stack map for each method. */
    private static byte[] renewed(byte[] old, ZipFile jar) {
        ClassFile files =
                ClassFile.of(
                        ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                        ClassFile.ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(name -> open(jar, name))
                                        .orElse(ClassHierarchyResolver.defaultResolver())));
        return files.transformClass(
                files.parse(old),
                ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                        .andThen(
                                ClassTransform.endHandler(
                                        made -> made.withVersion(ClassFile.JAVA_8_VERSION, 0))));
    }

    private static InputStream open(ZipFile jar, ClassDesc name) {
        String descriptor = name.descriptorString();
        ZipEntry entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
