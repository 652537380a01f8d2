package meanfield.experiment.run;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import meanfield.core.checkpoint.Checkpoints;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.experiment.RunContext;

/** The window of one point to the outside. */
final class PointContext implements RunContext {
    private final RunSettings settings;
    private final RandomStream root;
    private final BiConsumer<Double, String> progress;
    private final Checkpoints checkpoints;
    private final Map<String, String> inputs = new TreeMap<>();

    PointContext(PointTask task, RunSettings settings, BiConsumer<Double, String> progress) {
        this.settings = settings;
        this.root = RandomStream.of(task.seed()).child(task.replicate());
        this.progress = progress;
        this.checkpoints = settings.checkpoints().below(task.index() + "-");
    }

    @Override
    public RandomStream random(String name) {
        return root.child(name);
    }

    @Override
    public void progress(double fraction, String text) {
        progress.accept(Math.min(1, Math.max(0, fraction)), text);
    }

    @Override
    public void checkCancelled() {
        settings.cancellation().check();
    }

    @Override
    public LinearAlgebra linearAlgebra() {
        return settings.linearAlgebra();
    }

    @Override
    public Workers workers() {
        return settings.workers();
    }

    @Override
    public Checkpoints checkpoints() {
        return checkpoints;
    }

    @Override
    public synchronized void input(String name, String sha256) {
        inputs.put(name, sha256);
    }

    synchronized Map<String, String> inputs() {
        return new TreeMap<>(inputs);
    }
}
