package meanfield.gpu.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads NVIDIA's libraries by their full paths, before JCuda asks the system for them by name: the loader then knows the
 * name already, and no search path has to be set.
 */
final class NativeFiles {
    static final String DRIVER = "libcuda.so.1";
    static final String CUBLAS = "libcublas.so.12";
    private static final String CUBLAS_LIGHT = "libcublasLt.so.12";
    private static final String NEXT_CUBLAS = "libcublas.so.13";
    private static final String NEXT_CUBLAS_LIGHT = "libcublasLt.so.13";

    private final LibrarySearch search;

    NativeFiles(LibrarySearch search) {
        this.search = search;
    }

    /** Loads the driver's library. */
    Path driver() throws LibraryException {
        List<Path> files = search.find(DRIVER);
        if (files.isEmpty()) {
            throw new LibraryException("no NVIDIA driver is installed (" + DRIVER + " was not found)");
        }
        return firstThatLoads(files);
    }

    /** Loads cuBLAS 12, or the forwarder and behind it cuBLAS 13; says which files these are. */
    String cublas() throws LibraryException {
        List<Path> files = search.find(CUBLAS);
        if (files.isEmpty()) {
            throw new LibraryException(withoutCublas());
        }
        Path file = firstThatLoads(files);
        return Forwarder.isOne(file)
                ? file + ", which forwards to " + search.find(NEXT_CUBLAS).get(0)
                : file.toString();
    }

    private String withoutCublas() {
        List<Path> next = search.find(NEXT_CUBLAS);
        return next.isEmpty()
                ? "no cuBLAS 12 is installed (" + CUBLAS + " was not found; -D" + LibrarySearch.FOLDERS + " or "
                        + LibrarySearch.FOLDERS_VARIABLE + " names its folder)"
                : "only cuBLAS 13 is installed (" + next.get(0) + "); run " + Forwarder.SCRIPT + " once, which makes a "
                        + CUBLAS + " that forwards to it";
    }

    private Path firstThatLoads(List<Path> files) throws LibraryException {
        List<String> failures = new ArrayList<>();
        for (Path file : files) {
            try {
                companions(file);
                System.load(file.toString());
                return file;
            } catch (UnsatisfiedLinkError e) {
                failures.add(file + " does not load: " + firstLine(e));
            } catch (LibraryException e) {
                failures.add(e.getMessage());
            }
        }
        throw new LibraryException(failures.get(0));
    }

    /** What a cuBLAS needs and would look for by name. */
    private void companions(Path file) throws LibraryException {
        if (!file.endsWith(CUBLAS)) {
            return;
        }
        if (Forwarder.isOne(file)) {
            List<Path> next = search.find(NEXT_CUBLAS);
            if (next.isEmpty()) {
                throw new LibraryException(
                        "the forwarder " + file + " has nothing to forward to (" + NEXT_CUBLAS + " was not found)");
            }
            loadIfThere(next.get(0).resolveSibling(NEXT_CUBLAS_LIGHT));
            System.load(next.get(0).toString());
        } else {
            loadIfThere(file.resolveSibling(CUBLAS_LIGHT));
        }
    }

    private static void loadIfThere(Path file) {
        if (Files.isReadable(file)) {
            System.load(file.toString());
        }
    }

    static String firstLine(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        String type = cause.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? type
                : message.strip().lines().findFirst().orElse(type);
    }
}
