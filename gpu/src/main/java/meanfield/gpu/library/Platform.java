package meanfield.gpu.library;

import java.util.Locale;

/** Systems that JCuda has native parts for, with the names of these parts. */
enum Platform {
    /** Linux on x86_64. */
    LINUX("linux-x86_64", "lib", ".so"),
    /** Windows on x86_64. */
    WINDOWS("windows-x86_64", "", ".dll");

    private final String classifier;
    private final String prefix;
    private final String extension;

    Platform(String classifier, String prefix, String extension) {
        this.classifier = classifier;
        this.prefix = prefix;
        this.extension = extension;
    }

    /** The platform of these values of {@code os.name} and {@code os.arch}. */
    static Platform of(String system, String architecture) throws LibraryException {
        boolean wide = architecture.equals("amd64") || architecture.equals("x86_64");
        String name = system.toLowerCase(Locale.ROOT);
        if (wide && name.startsWith("linux")) {
            return LINUX;
        }
        if (wide && name.startsWith("windows")) {
            return WINDOWS;
        }
        throw new LibraryException("JCuda has no native parts for " + system + " on " + architecture);
    }

    /** File name of a native part of JCuda. */
    String fileName(String part, String version) {
        return prefix + part + "-" + version + "-" + classifier + extension;
    }
}
