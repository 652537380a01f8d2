package meanfield.gpu.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Files that the dynamic loader of Linux knows from its cache. The cache ends in a table of texts that zeros separate; a
 * library's file is the one of them that ends in its name, so that nothing of the binary format has to be known.
 */
final class LoaderCache {
    private static final int LARGEST = 64 << 20;

    private LoaderCache() {}

    /** Absolute paths with this file name, in the order of the cache; none where there is no cache. */
    static List<Path> find(Path cache, String fileName) {
        byte[] bytes;
        try {
            if (!Files.isReadable(cache) || Files.size(cache) > LARGEST) {
                return List.of();
            }
            bytes = Files.readAllBytes(cache);
        } catch (IOException e) {
            return List.of();
        }
        Set<Path> found = new LinkedHashSet<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                continue;
            }
            if (i - start > fileName.length() && bytes[start] == '/') {
                String text = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                if (text.endsWith("/" + fileName)) {
                    found.add(Path.of(text));
                }
            }
            start = i + 1;
        }
        return new ArrayList<>(found);
    }
}
