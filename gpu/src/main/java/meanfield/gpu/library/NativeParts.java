package meanfield.gpu.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jcuda.JCudaVersion;

/** JCuda's own native parts: in jars on the class path, or in folders of {@code java.library.path}. */
final class NativeParts {
    /** Folder of the parts in their jars. */
    private static final String IN_JAR = "/lib/";

    private NativeParts() {}

    /** Refuses when a part is in neither place. */
    static void require(Platform platform) throws LibraryException {
        for (String part : List.of("JCudaDriver", "JCublas2")) {
            String file = platform.fileName(part, JCudaVersion.get());
            if (NativeParts.class.getResource(IN_JAR + file) == null && !onLibraryPath(file)) {
                throw new LibraryException("JCuda's native part " + file + " is not on the class path");
            }
        }
    }

    private static boolean onLibraryPath(String file) {
        for (String folder : System.getProperty("java.library.path", "").split(java.io.File.pathSeparator)) {
            if (!folder.isEmpty() && Files.isReadable(Path.of(folder, file))) {
                return true;
            }
        }
        return false;
    }
}
