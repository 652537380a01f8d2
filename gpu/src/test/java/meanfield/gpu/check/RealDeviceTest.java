package meanfield.gpu.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import meanfield.gpu.ChildJvm;
import meanfield.gpu.SoftwareDevice;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** The GPU of this machine, in a process of its own, since this one may have loaded the software device. */
class RealDeviceTest {
    @Test
    void everyCheckPassesOnTheGpuOfThisMachine() {
        ChildJvm child = ChildJvm.run(CheckMain.class, List.of(), Map.of());
        if (child.exit() == 2) {
            String elsewhere = SoftwareDevice.missing()
                    .map(reason -> "and the tests on the software device are skipped too: " + reason)
                    .orElse("its tests ran on the software device");
            System.out.println(
                    "GPU: RealDeviceTest is skipped: " + child.output().strip() + "; " + elsewhere);
            throw new TestAbortedException(child.output().strip());
        }
        assertEquals(0, child.exit(), child.output() + child.errors());
    }
}
