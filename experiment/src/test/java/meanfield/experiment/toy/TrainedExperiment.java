package meanfield.experiment.toy;

import java.util.List;
import meanfield.core.Require;
import meanfield.core.activation.StandardActivation;
import meanfield.core.checkpoint.RecordLog;
import meanfield.core.network.Batching;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.network.GradientDescent;
import meanfield.core.network.NetworkShape;
import meanfield.core.network.TrainingObserver;
import meanfield.core.random.RandomStream;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Parameter;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.chart.Figure;
import org.ejml.data.DMatrixRMaj;

/** Two small networks, trained one after the other with mini-batches from the run's seed. */
public final class TrainedExperiment implements Experiment<TrainedExperiment.Setting> {
    public record Setting(
            @Parameter(meaning = "learning rate", range = "(0, inf)")
            double learningRate,

            @Parameter(meaning = "steps of each network", range = "[0, 100000]")
            int steps) {
        public Setting {
            Require.positive("learningRate", learningRate);
            Require.inRange("steps", steps, 0, 100_000);
        }
    }

    @Override
    public String id() {
        return "toy.trained";
    }

    @Override
    public String claim() {
        return "Trainings go on where they were interrupted.";
    }

    @Override
    public Setting defaults() {
        return new Setting(0.1, 200);
    }

    @Override
    public Setting quick() {
        return defaults();
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("network", "", "which network"),
                Column.integer("step", "", "steps taken"),
                Column.number("loss", "", "loss of the whole training set"));
    }

    @Override
    public void run(Setting setting, RunContext context, Rows rows) {
        DMatrixRMaj inputs = new DMatrixRMaj(12, 3);
        context.random("inputs").fillGaussian(inputs.data);
        DMatrixRMaj targets = new DMatrixRMaj(12, 1);
        context.random("targets").fillGaussian(targets.data);
        NetworkShape shape = NetworkShape.of(3, List.of(8), 1, StandardActivation.TANH);
        GradientDescent descent = GradientDescent.withDefaults()
                .withLearningRate(setting.learningRate())
                .withMomentum(0.5)
                .withSteps(setting.steps())
                .withBatching(Batching.epochs(5));
        for (int network = 0; network < 2; network++) {
            RandomStream random = context.random("network").child(network);
            FiniteNetwork start = FiniteNetwork.draw(shape, random.child("start"), context.linearAlgebra());
            RecordLog<double[]> losses = RecordLog.ofArrays();
            double before = 0.5 * network;
            TrainingObserver watching = step -> {
                context.progress(before + 0.5 * step.step() / (setting.steps() + 1), "step " + step.step());
                losses.add(new double[] {step.loss()});
            };
            TrainingObserver observer = watching.keptIn(context.checkpoints().at("network-" + network), losses);
            descent.train(start, inputs, targets, random.child("batches"), observer);
            for (int t = 0; t < losses.entries().size(); t++) {
                rows.row(Source.SIMULATION)
                        .set("network", network)
                        .set("step", t)
                        .set("loss", losses.entries().get(t)[0])
                        .add();
            }
        }
    }

    @Override
    public List<Figure> figures(Setting setting, List<Axis> axes) {
        return List.of();
    }

    @Override
    public List<String> references() {
        return List.of();
    }

    @Override
    public Cost cost(Setting setting) {
        return new Cost(1e-5 * setting.steps(), 1e4);
    }
}
