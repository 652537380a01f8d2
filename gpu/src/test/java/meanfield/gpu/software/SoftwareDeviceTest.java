package meanfield.gpu.software;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import meanfield.gpu.ChildJvm;
import meanfield.gpu.SoftwareDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The software device sees the mistakes that a GPU punishes late or never; else its tests would say little. */
@ExtendWith(SoftwareDevice.class)
class SoftwareDeviceTest {
    @TempDir
    Path folder;

    @Test
    void copiesStayInsideAllocations() throws IOException {
        assertEquals(
                "CUDA_ERROR_INVALID_VALUE", make(Mistake.COPY_TOO_LONG).output().strip());
    }

    @Test
    void kernelsStayInsideAllocations() throws IOException {
        ChildJvm child = make(Mistake.KERNEL_LEAVES_ITS_MEMORY);
        assertTrue(child.output().contains("ILLEGAL_ADDRESS"), child.output());
        assertTrue(child.errors().contains("pairs_f64 touched"), child.errors());
        assertEquals("finished", make(Mistake.NONE).output().strip());
    }

    @Test
    void freedMemoryIsNoMemory() throws IOException {
        assertTrue(make(Mistake.MEMORY_WAS_FREED).output().contains("ILLEGAL_ADDRESS"));
    }

    @Test
    void resultsAreThereWhenTheyWereWaitedFor() throws IOException {
        assertEquals("1.0 then 0.0", make(Mistake.NOBODY_WAITED).output().strip());
    }

    @Test
    void freshMemoryHoldsNoNumbers() throws IOException {
        assertEquals("NaN", make(Mistake.NOBODY_WROTE).output().strip());
    }

    @Test
    void whatIsNotFreedIsCounted() throws IOException {
        make(Mistake.NOT_FREED);
        assertTrue(report().contains(" 1 allocations not freed, 0 contexts retained"), report());
        make(Mistake.NONE);
        assertTrue(report().contains(" 0 allocations not freed, 0 contexts retained"), report());
    }

    private String report() throws IOException {
        return Files.readString(folder.resolve("report"));
    }

    private ChildJvm make(Mistake mistake) throws IOException {
        // A second before every operation: whoever does not wait comes too early on any machine.
        SoftwareDevice.copyTo(
                folder,
                "report " + folder.resolve("report"),
                mistake == Mistake.NOBODY_WAITED ? "delay 1000000" : "jitter 0");
        ChildJvm child = ChildJvm.run(
                Mistake.class,
                List.of("-Dmistake=" + mistake.name(), "-D" + SoftwareDevice.FOLDERS + "=" + folder),
                Map.of());
        assertEquals(0, child.exit(), child.output() + child.errors());
        return child;
    }
}
