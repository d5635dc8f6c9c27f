import java.util.Locale;

/** A system that packages are made for, and what its files are called. */
enum Platform {
    LINUX("linux", "lib", ".so", "lib/app", "bin", "png"),
    MACOS("macos", "lib", ".dylib", "Contents/app", "Contents/MacOS", "icns"),
    WINDOWS("windows", "bin", ".dll", "app", "", "ico");

    /** Its folder under {@code installers}. */
    final String folder;

    /** Where a runtime keeps native libraries. */
    final String natives;

    /** How their names end. */
    final String ending;

    /** Where an image keeps jars and launcher options. */
    final String app;

    /** Where an image keeps launchers. */
    final String launchers;

    /** The kind of icon it wants. */
    final String icon;

    Platform(
            String folder,
            String natives,
            String ending,
            String app,
            String launchers,
            String icon) {
        this.folder = folder;
        this.natives = natives;
        this.ending = ending;
        this.app = app;
        this.launchers = launchers;
        this.icon = icon;
    }

    /** The one this program runs on: an image is always of it. */
    static Platform current() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("win") ? WINDOWS : name.contains("mac") ? MACOS : LINUX;
    }

    /** The processor, as Debian calls it. */
    static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default ->
                    throw new IllegalStateException(
                            "no package for " + System.getProperty("os.arch"));
        };
    }
}
