package meanfield.dmft.experiments;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import meanfield.core.random.RandomStream;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.feature.LearningSimulation;
import meanfield.dmft.feature.LearningTrajectory;
import meanfield.experiment.RunContext;

/** Many networks of one width, trained on all threads. */
final class NetworkEnsemble {
    private NetworkEnsemble() {}

    static List<LearningTrajectory> train(LearningProblem problem, int width, int networks, RunContext context) {
        LearningSimulation simulation = LearningSimulation.of(problem, width, context.linearAlgebra());
        RandomStream random = context.random("networks").child(width);
        AtomicInteger done = new AtomicInteger();
        return context.workers().map(networks, m -> {
            context.checkCancelled();
            LearningTrajectory trajectory = simulation.run(random.child(m));
            context.progress((double) done.incrementAndGet() / networks, "networks of width " + width);
            return trajectory;
        });
    }

    /** Seconds on one core. */
    static double seconds(LearningProblem problem, List<Integer> widths, int networks) {
        double seconds = 0;
        for (int width : widths) {
            double weights = (double) width * (problem.samples() + width * (problem.hiddenLayers() - 1.0) + 1);
            double step = weights * (2e-9 + 6e-10 * problem.samples()) + 2e-5 * problem.hiddenLayers();
            seconds += networks * ((problem.steps() + 1) * step + 2e-8 * weights);
        }
        return seconds;
    }
}
