package meanfield.ntk.score;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.activation.StandardActivation;
import meanfield.core.random.RandomStream;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.Spelling;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;
import meanfield.ntk.experiments.Estimate;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelRecursion;
import org.ejml.data.DMatrixRMaj;

/**
 * Denoising score matching with a wide network: error of the score against training time.
 *
 * <p>The network learns x₀ from x = α x₀ + σ z by gradient descent; the exact regression function of a Gaussian mixture is known,
 * so that the excess risk is measured, not bounded. Theory: equation (2) of {@link EarlyStopping} for the tangent kernel,
 * exact given the training and test inputs. Simulation, {@code learner} kernel: the same kernel flow on redrawn labels;
 * learner network: finite networks, each with its own labels and initialization, its output at the start taken off.
 *
 * <p>Rows with a {@code position} belong to the picture of the score: its first component along the first coordinate (the others
 * are 0), exact ({@code exactScore}), at the best time ({@code earlyScore}) and at the last of {@code times}
 * ({@code lateScore}); theory rows are means over labels, simulation rows one draw of the labels.
 *
 * <p>Summary: {@code optimalTime}, {@code minimumExcessRisk}, {@code finalExcessRisk} (t → ∞), {@code labelNoise} E τ²,
 * {@code minimumDenoisingLoss} (α²/σ⁴) E τ². Source: [Han2024], [Vincent2011], [Efron2011].
 */
public final class ScoreMatchingExperiment implements Experiment<ScoreMatching> {
    private static final int POSITIONS = 121;
    private static final double REACH = 3;

    @Override
    public String id() {
        return "ntk.score-matching";
    }

    @Override
    public String claim() {
        return "Denoising score matching with a wide network is kernel regression on noisy labels: its error has a minimum in"
                + " training time, so that early stopping helps (Han, Razaviyayn and Xu 2024).";
    }

    private static List<Double> geometric(double from, double to, int count) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double time = from * Math.pow(to / from, i / (count - 1.0));
            // three digits, so that the times read well
            double unit = Math.pow(10, Math.floor(Math.log10(time)) - 2);
            times.add(unit >= 1 ? Math.rint(time / unit) * unit : Math.rint(time / unit) / Math.rint(1 / unit));
        }
        return times;
    }

    private static ScoreMatching mixture(
            List<Double> times, int testSize, int labelDraws, int networks, int width, double networkTime) {
        return new ScoreMatching(
                128,
                0.6,
                0,
                times,
                List.of(0.3, 0.7),
                List.of(-1.5, 0.0, 1.0, 0.8),
                List.of(0.2, 0.4),
                StandardActivation.RELU,
                1,
                2,
                testSize,
                labelDraws,
                networks,
                width,
                networkTime);
    }

    @Override
    public ScoreMatching defaults() {
        return mixture(geometric(1, 1e6, 19), 2000, 200, 8, 512, 220);
    }

    @Override
    public ScoreMatching quick() {
        return mixture(geometric(1, 1e5, 21), 400, 60, 4, 128, 100);
    }

    @Override
    public Schema schema() {
        Column score = Column.number("scoreError", "E|ŝ-s|^2", "mean squared error of the score");
        Column risk = Column.number("excessRisk", "E|f-m|^2", "excess risk of the regression function");
        return Schema.of(
                Column.text("learner", "kernel or network"),
                Column.number("time", "t", "training time: learning rate × steps"),
                score.withTolerance(1e-6),
                score.withTolerance(1e-6).standardError(),
                risk.withTolerance(1e-6),
                risk.withTolerance(1e-6).standardError(),
                Column.number("bias", "", "part of the excess risk that noiseless labels leave")
                        .withTolerance(1e-6),
                Column.number("variance", "", "part of the excess risk that label noise makes")
                        .withTolerance(1e-6),
                Column.number("denoisingLoss", "", "loss of denoising score matching")
                        .withTolerance(1e-6),
                Column.number("position", "x_1", "first coordinate of the picture of the score"),
                Column.number("exactScore", "s_1", "first component of the exact score"),
                Column.number("earlyScore", "", "the learned score at the best time")
                        .withTolerance(1e-6),
                Column.number("lateScore", "", "the learned score at the last time")
                        .withTolerance(1e-5));
    }

    @Override
    public void run(ScoreMatching parameters, RunContext context, Rows rows) {
        NoisyMixture law = parameters.law();
        DenoisingProblem problem =
                DenoisingProblem.draw(law, parameters.trainSize(), parameters.testSize(), context.random("data"));
        EarlyStopping flow = flow(parameters, problem, context);
        double best = addTheory(parameters, flow, law, rows);
        DenoisingProblem picture = new DenoisingProblem(law, problem.points(), positions(law));
        EarlyStopping sliced = flow(parameters, picture, context);
        addPicture(parameters, picture, sliced, best, Source.THEORY, picture.regression(problem.points()), rows);
        if (parameters.labelDraws() > 0) {
            simulateKernel(parameters, problem, flow, law, context, rows);
        }
        if (parameters.networks() > 0) {
            simulateNetworks(parameters, problem, flow, law, context, rows);
        }
        if (parameters.labelDraws() > 0) {
            DMatrixRMaj labels = problem.labels(context.random("labels").child(0));
            addPicture(parameters, picture, sliced, best, Source.SIMULATION, labels, rows);
        }
    }

    private static EarlyStopping flow(ScoreMatching parameters, DenoisingProblem problem, RunContext context) {
        KernelRecursion recursion = KernelRecursion.of(parameters.network())
                .withWorkers(context.workers())
                .withLinearAlgebra(context.linearAlgebra());
        DMatrixRMaj points = DenoisingProblem.lifted(problem.points());
        DMatrixRMaj queries = DenoisingProblem.lifted(problem.queries());
        return EarlyStopping.of(
                problem,
                recursion.kernel(KernelKind.NTK, points),
                recursion.kernel(KernelKind.NTK, queries, points),
                parameters.ridge(),
                context.linearAlgebra());
    }

    private static double last(ScoreMatching parameters) {
        return parameters.times().get(parameters.times().size() - 1);
    }

    /** The curve; returns the best time. */
    private static double addTheory(ScoreMatching parameters, EarlyStopping flow, NoisyMixture law, Rows rows) {
        double factor = law.scoreFactor();
        double noise = flow.meanLabelNoise();
        for (double time : parameters.times()) {
            double bias = flow.bias(time);
            double variance = flow.variance(time);
            rows.row(Source.THEORY)
                    .set("learner", "kernel")
                    .set("time", time)
                    .set("scoreError", factor * (bias + variance))
                    .set("excessRisk", bias + variance)
                    .set("bias", bias)
                    .set("variance", variance)
                    .set("denoisingLoss", factor * (bias + variance + noise))
                    .add();
        }
        // the rates of the flow: nothing happens before n/λ_max
        double from = 1e-2 * parameters.trainSize() / flow.largestEigenvalue();
        double best = flow.optimalTime(from, Math.max(1e3 * from, Math.max(1e6, last(parameters))));
        rows.summary("optimalTime", best);
        rows.summary("minimumExcessRisk", flow.excessRisk(best));
        rows.summary("minimumScoreError", factor * flow.excessRisk(best));
        rows.summary("finalExcessRisk", flow.excessRisk(Double.POSITIVE_INFINITY));
        rows.summary("labelNoise", noise);
        rows.summary("minimumDenoisingLoss", factor * noise);
        return best;
    }

    private static DMatrixRMaj positions(NoisyMixture law) {
        GaussianMixture mixture = law.mixture();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < mixture.components(); k++) {
            double center = law.signal() * mixture.means().get(k).get(0);
            double deviation =
                    Math.sqrt(law.signal() * law.signal() * mixture.variances().get(k) + law.noise() * law.noise());
            low = Math.min(low, center - REACH * deviation);
            high = Math.max(high, center + REACH * deviation);
        }
        DMatrixRMaj positions = new DMatrixRMaj(POSITIONS, mixture.dimension());
        for (int i = 0; i < POSITIONS; i++) {
            positions.set(i, 0, low + (high - low) * i / (POSITIONS - 1.0));
        }
        return positions;
    }

    private static void addPicture(
            ScoreMatching parameters,
            DenoisingProblem picture,
            EarlyStopping sliced,
            double best,
            Source source,
            DMatrixRMaj labels,
            Rows rows) {
        NoisyMixture law = picture.law();
        DMatrixRMaj early = sliced.predict(labels, best);
        DMatrixRMaj late = sliced.predict(labels, last(parameters));
        for (int i = 0; i < POSITIONS; i++) {
            double[] x = DenoisingProblem.row(picture.queries(), i);
            rows.row(source)
                    .set("learner", "kernel")
                    .set("position", x[0])
                    .set("exactScore", law.score(x, law.regression(x))[0])
                    .set("earlyScore", law.score(x, DenoisingProblem.row(early, i))[0])
                    .set("lateScore", law.score(x, DenoisingProblem.row(late, i))[0])
                    .add();
        }
    }

    private static void simulateKernel(
            ScoreMatching parameters,
            DenoisingProblem problem,
            EarlyStopping flow,
            NoisyMixture law,
            RunContext context,
            Rows rows) {
        RandomStream random = context.random("labels");
        List<double[]> risks = context.workers().map(parameters.labelDraws(), r -> {
            context.checkCancelled();
            DMatrixRMaj labels = problem.labels(random.child(r));
            return parameters.times().stream()
                    .mapToDouble(time -> flow.risk(flow.predict(labels, time)))
                    .toArray();
        });
        addSimulation("kernel", parameters.times(), risks, law, rows);
    }

    private static void simulateNetworks(
            ScoreMatching parameters,
            DenoisingProblem problem,
            EarlyStopping flow,
            NoisyMixture law,
            RunContext context,
            Rows rows) {
        RandomStream random = context.random("networks");
        NetworkDenoiser denoiser = new NetworkDenoiser(parameters, problem, flow.largestEigenvalue());
        List<double[]> risks = context.workers().map(parameters.networks(), m -> {
            RandomStream own = random.child(m);
            List<DMatrixRMaj> outputs =
                    denoiser.train(problem.labels(own.child("labels")), own.child("parameters"), m, context);
            context.progress((m + 1.0) / parameters.networks(), "training networks");
            return outputs.stream().mapToDouble(flow::risk).toArray();
        });
        addSimulation("network", NetworkDenoiser.times(parameters), risks, law, rows);
    }

    private static void addSimulation(
            String learner, List<Double> times, List<double[]> risks, NoisyMixture law, Rows rows) {
        for (int i = 0; i < times.size(); i++) {
            int index = i;
            Estimate risk =
                    Estimate.mean(risks.stream().mapToDouble(r -> r[index]).toArray());
            rows.row(Source.SIMULATION)
                    .set("learner", learner)
                    .set("time", times.get(i))
                    .set("scoreError", law.scoreFactor() * risk.value())
                    .set("scoreErrorStdErr", law.scoreFactor() * risk.standardError())
                    .set("excessRisk", risk.value())
                    .set("excessRiskStdErr", risk.standardError())
                    .add();
        }
    }

    @Override
    public List<Figure> figures(ScoreMatching parameters, List<Axis> axes) {
        Figure curve = Figure.xy("score-matching", "time", "scoreError")
                .with(Layer.line("scoreError").where("source", "theory").labelled("theory"))
                .with(Layer.points("scoreError")
                        .where("source", "simulation")
                        .where("learner", "kernel")
                        .labelled("kernel, labels redrawn"))
                .with(Layer.points("scoreError")
                        .where("source", "simulation")
                        .where("learner", "network")
                        .labelled("networks of width " + parameters.width()))
                .withLogX()
                .withLogY()
                .withLabels("training time t", "error of the score")
                .withTitle("Best time {optimalTime:.1f}, error {minimumScoreError:.3f}")
                .withCaption(
                        "(a) Error of the learned score against training time: exact theory given the inputs (line),"
                                + " kernel regression on redrawn labels and finite networks (points with standard errors), no fit. "
                                + parameters.trainSize() + " training points, " + Spelling.of(parameters.activation())
                                + ", noise level " + parameters.noiseLevel()
                                + ". (b) The score along the first coordinate: exact, learned from one draw of the labels at the best"
                                + " time, and at the last.");
        String source = parameters.labelDraws() > 0 ? "simulation" : "theory";
        Figure score = Figure.xy("score", "position", "exactScore")
                .with(Layer.line("lateScore").where("source", source).labelled("learned, last time"))
                .with(Layer.line("earlyScore").where("source", source).labelled("learned, best time"))
                .with(Layer.dashed("exactScore").where("source", "theory").labelled("exact"))
                .withLabels("x_1", "score, first component")
                .withTitle("Score");
        return List.of(curve.beside(score));
    }

    @Override
    public List<String> references() {
        return List.of("Han2024", "Vincent2011", "Efron2011");
    }

    @Override
    public Cost cost(ScoreMatching parameters) {
        double n = parameters.trainSize();
        double q = parameters.testSize();
        double d = (double) parameters.means().size() / parameters.weights().size();
        double predict = 1e-9 * n * q * d * parameters.times().size();
        double layers =
                parameters.width() * (d + 1) + (parameters.depth() - 1.0) * parameters.width() * parameters.width();
        double step = 1e-9 * n * layers + 4e-5;
        double steps = 8 * d * parameters.networkTime() * 2;
        return new Cost(
                4e-9 * n * n * n + parameters.labelDraws() * predict + parameters.networks() * steps * step,
                8 * (4 * n * n + 3 * n * q));
    }
}
