package meanfield.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import meanfield.core.check.CheckPlan;
import meanfield.core.check.CheckResult;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import org.junit.jupiter.api.Test;

/** The parts of gpu-check that need no GPU, with one library of the CPU in its place. */
class GpuCheckPartsTest {
    private static final LinearAlgebra CANDIDATE = LinearAlgebras.ejml();
    private static final LinearAlgebra TRUSTED = LinearAlgebras.automatic();

    @Test
    void networksAgreeBetweenLibraries() {
        List<CheckResult> results = new ArrayList<>();
        new KernelCheck(CANDIDATE, TRUSTED, new CheckPlan(true, 1)).run(results::add);
        assertEquals(5, results.size());
        results.forEach(result -> assertTrue(result.passed(), result::toString));
    }

    @Test
    void endToEndComparesAndTimes() {
        List<CheckResult> results = new ArrayList<>();
        new EndToEnd(CANDIDATE, TRUSTED, 2).run(300, 20, 1, results::add);
        assertEquals(4, results.size());
        assertTrue(results.get(0).passed(), results.get(0)::toString);
        assertEquals(100_000, results.get(0).cases());
        double ratio = results.get(2).measured() / results.get(1).measured();
        assertEquals(ratio, results.get(3).measured(), 1e-12 * ratio);
    }

    @Test
    void theSizeFitsTheMemory() {
        assertEquals(50_000, EndToEnd.affordable(50_000, 40L << 30));
        int small = EndToEnd.affordable(50_000, 1L << 30);
        assertTrue(small * (small + 1.0) * 8 <= 0.71 * (1L << 30) && small > 9_000, "got " + small);
    }

    @Test
    void oneTableAndOneObject() throws IOException {
        CheckReport report = new CheckReport("a device", "a host", true, 7);
        report.add(CheckResult.error("products", 12, 3e-16, 1e-12));
        report.add(CheckResult.rate("dsyrk", 51.234, "TFLOP/s"));
        assertTrue(report.passed());
        assertEquals("all 1 checks passed", report.verdict());
        report.add(CheckResult.error("kernels", 5, Double.NaN, 1e-12));
        assertFalse(report.passed());
        assertEquals("1 of 2 checks failed", report.verdict());
        assertEquals(
                List.of(
                        "        measured       bound       cases  what",
                        "ok      3.0e-16        <= 1.0e-12  12     products",
                        "-       51.23 TFLOP/s              1      dsyrk",
                        "FAILED  NaN            <= 1.0e-12  5      kernels"),
                report.table(100));
        JsonNode tree = new ObjectMapper().readTree(report.json());
        assertEquals("a device", tree.get("device").asText());
        assertFalse(tree.get("passed").asBoolean());
        assertEquals(3, tree.get("results").size());
        assertEquals("at-most", tree.get("results").get(0).get("rule").asText());
        assertEquals("NaN", tree.get("results").get(2).get("measured").asText());
        assertFalse(tree.get("results").get(1).has("bound"));
    }
}
