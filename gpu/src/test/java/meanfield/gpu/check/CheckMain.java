package meanfield.gpu.check;

import java.util.ServiceLoader;
import meanfield.core.check.BackendCheck;
import meanfield.core.check.CheckPlan;

/** Examines the GPU that a process finds by itself: exit 0 all right, 1 something wrong, 2 none there. */
final class CheckMain {
    private CheckMain() {}

    /** Prints the reason, or what failed. */
    public static void main(String[] arguments) {
        BackendCheck check = ServiceLoader.load(BackendCheck.class).findFirst().orElseThrow();
        if (check.unavailableReason().isPresent()) {
            System.out.println(check.unavailableReason().get());
            System.exit(2);
        }
        boolean[] wrong = new boolean[1];
        System.out.println(check.description());
        check.correctness(new CheckPlan(true, 5), result -> {
            if (!result.passed()) {
                System.out.println(result);
                wrong[0] = true;
            }
        });
        System.exit(wrong[0] ? 1 : 0);
    }
}
