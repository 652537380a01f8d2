package meanfield.gpu.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrarySearchTest {
    private static final String NAME = "libcublas.so.12";

    @TempDir
    Path root;

    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();

    @Test
    void nothingIsFoundOnABareMachine() {
        assertEquals(List.of(), find());
    }

    @Test
    void foldersOfTheUserComeFirstThenTheLoadersThenTheToolkit() throws IOException {
        Path toolkit = library("/usr/local/cuda/lib64");
        Path cached = library("/somewhere/odd");
        cache("libother.so.1", "/lib/libother.so.1", NAME, "/somewhere/odd/" + NAME, "/gone/" + NAME);
        Path loader = library("/loader");
        Path variable = library("/named/second");
        Path property = library("/named/first");
        variables.put("LD_LIBRARY_PATH", "/nowhere:/loader");
        variables.put("MEANFIELD_GPU_LIBRARIES", "/named/second");
        properties.put("meanfield.gpu.libraries", "/empty:/named/first");
        assertEquals(List.of(property, variable, loader, cached, toolkit), find());
    }

    @Test
    void everyUsualPlaceIsKnown() throws IOException {
        for (String folder : List.of(
                "/usr/lib/x86_64-linux-gnu",
                "/usr/lib64",
                "/usr/local/nvidia/lib64",
                "/usr/lib/wsl/lib",
                "/usr/local/cuda-12.4/lib64",
                "/usr/local/cuda-12.6/targets/x86_64-linux/lib",
                "/usr/local/lib/python3.11/dist-packages/nvidia/cublas/lib",
                "/usr/lib/python3/dist-packages/nvidia/cublas/lib",
                "/opt/conda/lib/python3.12/site-packages/nvidia/cu13/lib")) {
            Path file = library(folder);
            assertEquals(List.of(file), find(), folder);
            Files.delete(file);
        }
    }

    @Test
    void environmentsOfPythonAndTheToolkitAreFollowed() throws IOException {
        variables.put("VIRTUAL_ENV", "/home/ada/env");
        variables.put("CONDA_PREFIX", "/conda");
        variables.put("HOME", "/home/me");
        variables.put("CUDA_HOME", "/cuda");
        Path cuda = library("/cuda/lib64");
        Path venv = library("/home/ada/env/lib/python3.10/site-packages/nvidia/cublas/lib");
        Path conda = library("/conda/lib");
        Path user = library("/home/me/.local/lib/python3.11/site-packages/nvidia/cublas/lib");
        assertEquals(List.of(cuda, venv, conda, user), find());
    }

    @Test
    void theEnvironmentOfThePythonOnThePathIsFollowed() throws IOException {
        Path bin = Files.createDirectories(root.resolve("opt/torch/.venv/bin"));
        Path file = library("/opt/torch/.venv/lib/python3.12/site-packages/nvidia/cu13/lib");
        variables.put("PATH", "/nowhere/bin:/opt/torch/.venv/bin");
        assertEquals(List.of(), find());
        Files.writeString(bin.resolve("python3"), "");
        assertEquals(List.of(file), find());
    }

    @Test
    void theNewestToolkitComesFirst() throws IOException {
        Path older = library("/usr/local/cuda-12.2/lib64");
        Path newer = library("/usr/local/cuda-12.6/lib64");
        assertEquals(List.of(newer, older), find());
    }

    @Test
    void aFileIsNamedOnceAndFoldersAreNoFiles() throws IOException {
        Path file = library("/usr/lib64");
        variables.put("LD_LIBRARY_PATH", "/usr/lib64:/usr/lib64");
        Files.createDirectories(root.resolve("usr/lib").resolve(NAME));
        assertEquals(List.of(file), find());
    }

    @Test
    void theForwarderComesLastFromTheProjectsHome() throws IOException {
        properties.put("meanfield.home", root.resolve("project").toString());
        Path file = library("/project/gpu/native");
        Path real = library("/usr/lib64");
        assertEquals(List.of(real, file), find());
        assertEquals(Optional.of(root.resolve("project/gpu/native")), search().forwarderFolder());
    }

    @Test
    void aBrokenCacheHoldsNothing() throws IOException {
        Files.createDirectories(root.resolve("etc"));
        Files.write(root.resolve("etc/ld.so.cache"), new byte[] {1, 2, 0, '/', 0, 0, -1});
        assertEquals(List.of(), find());
    }

    private List<Path> find() {
        return search().find(NAME);
    }

    private LibrarySearch search() {
        return new LibrarySearch(root, variables, properties::get);
    }

    private Path library(String folder) throws IOException {
        Path file = Files.createDirectories(root.resolve(folder.substring(1))).resolve(NAME);
        return Files.writeString(file, "");
    }

    private void cache(String... texts) throws IOException {
        Files.createDirectories(root.resolve("etc"));
        String content = "glibc-ld.so.cache1.1\0\1\2\0" + String.join("\0", texts) + "\0";
        Files.write(root.resolve("etc/ld.so.cache"), content.getBytes(StandardCharsets.ISO_8859_1));
    }
}
