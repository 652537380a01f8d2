package meanfield.gpu.library;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where NVIDIA's libraries may lie on a Linux machine, most wanted first: folders that the user names, those of the loader,
 * the toolkit's, Python's packages, the project's own.
 *
 * @param root the file system's root; a folder in tests
 * @param environment variables of the process
 * @param property system properties by name, null where there is none
 */
record LibrarySearch(Path root, Map<String, String> environment, UnaryOperator<String> property) {
    /** Folders, joined as on a path, that come before all others; also an environment variable. */
    static final String FOLDERS = "meanfield.gpu.libraries";

    /** The same as an environment variable. */
    static final String FOLDERS_VARIABLE = "MEANFIELD_GPU_LIBRARIES";

    private static final String HOME = "meanfield.home";
    private static final List<String> USUAL = List.of(
            "/usr/lib/x86_64-linux-gnu",
            "/usr/lib64",
            "/usr/lib",
            "/usr/local/nvidia/lib64",
            "/usr/local/nvidia/lib",
            "/usr/lib/wsl/lib",
            "/run/opengl-driver/lib",
            "/usr/local/cuda/lib64",
            "/usr/local/cuda-1*/lib64",
            "/usr/local/cuda-1*/targets/x86_64-linux/lib",
            "/opt/cuda/lib64",
            "/opt/cuda-1*/lib64");
    private static final List<String> PYTHON_HOMES = List.of("/usr", "/usr/local", "/opt/conda", "/opt/venv");
    private static final List<String> PYTHON_PACKAGES = List.of("site-packages", "dist-packages");

    /** This machine. */
    static LibrarySearch here() {
        return new LibrarySearch(Path.of("/"), System.getenv(), System::getProperty);
    }

    /** Existing files with this name in order of preference, each once. */
    List<Path> find(String fileName) {
        Set<Path> files = new LinkedHashSet<>();
        for (Path folder : folders(named())) {
            add(files, folder.resolve(fileName));
        }
        for (Path folder : folders(split(environment.get("LD_LIBRARY_PATH")))) {
            add(files, folder.resolve(fileName));
        }
        LoaderCache.find(root.resolve("etc/ld.so.cache"), fileName)
                .forEach(file -> add(files, within(file.toString())));
        for (Path folder : folders(installed())) {
            add(files, folder.resolve(fileName));
        }
        return new ArrayList<>(files);
    }

    /** Folder that the project's script writes the forwarder to; empty when the project's home is not known. */
    Optional<Path> forwarderFolder() {
        return Optional.ofNullable(property.apply(HOME)).map(home -> Path.of(home, "gpu", "native"));
    }

    private List<String> named() {
        List<String> folders = new ArrayList<>(split(property.apply(FOLDERS)));
        folders.addAll(split(environment.get(FOLDERS_VARIABLE)));
        return folders;
    }

    private List<String> installed() {
        List<String> folders = new ArrayList<>();
        for (String variable : List.of("CUDA_HOME", "CUDA_PATH")) {
            split(environment.get(variable)).forEach(folder -> {
                folders.add(folder + "/lib64");
                folders.add(folder + "/targets/x86_64-linux/lib");
            });
        }
        folders.addAll(USUAL);
        List<String> homes = new ArrayList<>();
        homes.addAll(split(environment.get("VIRTUAL_ENV")));
        homes.addAll(split(environment.get("CONDA_PREFIX")));
        homes.addAll(homesOfPython());
        split(environment.get("HOME")).forEach(home -> homes.add(home + "/.local"));
        homes.addAll(PYTHON_HOMES);
        for (String home : homes) {
            folders.add(home + "/lib");
            for (String packages : PYTHON_PACKAGES) {
                folders.add(home + "/lib/python3*/" + packages + "/nvidia/c*/lib");
            }
        }
        forwarderFolder().ifPresent(folder -> folders.add(folder.toString()));
        return folders;
    }

    /** The environments that {@code python3} on the path belongs to: the parents of the folders that hold it. */
    private List<String> homesOfPython() {
        List<String> homes = new ArrayList<>();
        for (String folder : split(environment.get("PATH"))) {
            Path bin = within(folder);
            if (bin.endsWith("bin") && Files.exists(bin.resolve("python3"))) {
                homes.add(bin.getParent().toString());
            }
        }
        return homes;
    }

    private List<Path> folders(List<String> patterns) {
        List<Path> folders = new ArrayList<>();
        for (String pattern : patterns) {
            expand(within(pattern), folders);
        }
        return folders;
    }

    /** Replaces one name with a star after the other by the folders that match it, newest version first. */
    private static void expand(Path pattern, List<Path> out) {
        for (int i = 0; i < pattern.getNameCount(); i++) {
            if (!pattern.getName(i).toString().contains("*")) {
                continue;
            }
            Path parent = i == 0 ? pattern.getRoot() : pattern.getRoot().resolve(pattern.subpath(0, i));
            for (Path match : matches(parent, pattern.getName(i).toString())) {
                boolean last = i == pattern.getNameCount() - 1;
                expand(last ? match : match.resolve(pattern.subpath(i + 1, pattern.getNameCount())), out);
            }
            return;
        }
        out.add(pattern);
    }

    private static List<Path> matches(Path parent, String glob) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, glob)) {
                entries.forEach(found::add);
            } catch (IOException | UncheckedIOException | DirectoryIteratorException e) {
                return List.of(); // a folder that cannot be read holds nothing for us
            }
        }
        found.sort((a, b) -> b.compareTo(a));
        return found;
    }

    private Path within(String path) {
        Path absolute = Path.of(path).toAbsolutePath();
        return root.equals(root.getRoot()) || absolute.startsWith(root)
                ? absolute
                : root.resolve(absolute.getRoot().relativize(absolute));
    }

    private static void add(Set<Path> files, Path file) {
        if (Files.isReadable(file) && !Files.isDirectory(file)) {
            files.add(file);
        }
    }

    private static List<String> split(String path) {
        if (path == null) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        for (String part : path.split(File.pathSeparator)) {
            if (!part.isBlank()) {
                parts.add(part);
            }
        }
        return parts;
    }
}
