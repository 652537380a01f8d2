package meanfield.gpu.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import meanfield.core.check.BackendCheck;
import meanfield.core.check.CheckPlan;
import meanfield.core.check.CheckResult;
import meanfield.core.linalg.Backend;
import meanfield.gpu.SoftwareDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that {@code gpu-check} examines, from discovery to the results. */
@ExtendWith(SoftwareDevice.class)
class GpuCheckTest {
    private static final CheckPlan PLAN = new CheckPlan(true, 5);

    @Test
    void everythingIsRight() {
        List<CheckResult> results = new ArrayList<>();
        check().correctness(PLAN, results::add);
        results.forEach(result -> assertTrue(result.passed(), result::toString));
        assertTrue(results.size() >= 50, () -> "only " + results.size() + " results");
        assertTrue(results.stream().allMatch(result -> result.rule() == CheckResult.Rule.AT_MOST));
    }

    @Test
    void ratesAreToldForBothPrecisions() {
        List<CheckResult> results = new ArrayList<>();
        check().speed(PLAN, 120, 30, results::add);
        results.forEach(result -> assertTrue(result.measured() > 0, result::toString));
        assertEquals(
                List.of("dsyrk, n = 120, d = 30", "ssyrk, n = 120, d = 30"),
                results.stream()
                        .map(CheckResult::subject)
                        .filter(subject -> subject.contains("syrk, n"))
                        .toList());
        assertTrue(results.stream().noneMatch(result -> result.rule() != CheckResult.Rule.NONE));
    }

    private static BackendCheck check() {
        BackendCheck check = ServiceLoader.load(BackendCheck.class).findFirst().orElseThrow();
        assertEquals(Backend.GPU, check.backend());
        assertEquals("", check.unavailableReason().orElse(""));
        assertTrue(check.description().contains("compute capability"), check.description());
        return check;
    }
}
