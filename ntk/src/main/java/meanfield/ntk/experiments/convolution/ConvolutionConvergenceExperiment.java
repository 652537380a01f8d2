package meanfield.ntk.experiments.convolution;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.activation.StandardActivation;
import meanfield.core.network.EmpiricalKernels;
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
import meanfield.ntk.empirical.ArrayNetwork;
import meanfield.ntk.empirical.ArrayNetworkKernels;
import meanfield.ntk.experiments.DeviationStatistics;
import meanfield.ntk.experiments.Estimate;
import meanfield.ntk.experiments.PowerLawFit;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelPair;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.network.Architecture;
import meanfield.ntk.network.Padding;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * Kernels of convolutional networks with n channels approach those of infinitely many: each network like n^(-1/2), their mean
 * like 1/n.
 *
 * <pre>
 *   ratio = ⟨E K̂, K⟩/⟨K, K⟩,   relativeError = √(E ‖K̂ - K‖_F²)/‖K‖_F,   bias = ‖E K̂ - K‖_F/‖K‖_F              (1)
 *   theory:  ratio = 1,   relativeError = A n^(-1/2),   bias = B/n                                              (2)
 * </pre>
 *
 * Convention: nngp is the output covariance given the convolutions (the mean over readout weights); ntk is the tangent kernel
 * of one output in NTK parameterization. K is exact, by the recursion over pairs of positions. Of the laws (2) theory gives
 * the exponents; the amplitudes A and B, which nobody has derived for convolutions, are matched to the simulation, A at the
 * largest n, where the law holds best, B at all n, and NaN without one. The bias is measured without its own sampling noise; 0 means not resolved.
 *
 * <p>Summary: fitted exponents {@code errorSlopeNngp}, {@code errorSlopeNtk}, {@code biasSlopeNngp}, {@code biasSlopeNtk}
 * with their {@code …StdErr}; NaN where fewer than two numbers of channels were simulated.
 *
 * <p>Source: [Novak2020], section 3, and [Jacot2018]; kernels of convolutions [Arora2019].
 */
public final class ConvolutionConvergenceExperiment implements Experiment<ConvolutionConvergence> {
    private static final int BATCH = 64;

    @Override
    public String id() {
        return "ntk.convolution-convergence";
    }

    @Override
    public String claim() {
        return "Kernels of convolutional networks approach the limit of infinitely many channels like 1/√n, and their mean"
                + " like 1/n (Novak et al. 2020).";
    }

    @Override
    public ConvolutionConvergence defaults() {
        return new ConvolutionConvergence(
                StandardActivation.SILU,
                4,
                3,
                0.1,
                Padding.SAME,
                Readout.POOLING,
                3,
                4,
                List.of(12, 24, 48, 96),
                5000,
                2);
    }

    @Override
    public ConvolutionConvergence quick() {
        return small(400);
    }

    private static ConvolutionConvergence small(int networks) {
        List<Integer> widths = List.of(8, 16, 32);
        return new ConvolutionConvergence(
                StandardActivation.SILU, 3, 3, 0.1, Padding.SAME, Readout.POOLING, 3, 3, widths, networks, 2);
    }

    @Override
    public Schema schema() {
        Column ratio = Column.number("ratio", "", "mean kernel over the limit, projected on it");
        Column error = Column.number("relativeError", "", "relative error of one network's kernel");
        Column bias = Column.number("bias", "", "relative error of the mean kernel");
        return Schema.of(
                Column.integer("width", "n", "channels of the hidden layers"),
                Column.text("kernel", "nngp (output covariance given the convolutions) or ntk (tangent kernel)"),
                ratio,
                ratio.standardError(),
                error,
                error.standardError(),
                bias,
                bias.standardError());
    }

    @Override
    public void run(ConvolutionConvergence parameters, RunContext context, Rows rows) {
        DMatrixRMaj inputs = new DMatrixRMaj(parameters.inputs(), parameters.imageSide() * parameters.imageSide());
        context.random("inputs").fillGaussian(inputs.data);
        KernelPair limit = KernelRecursion.of(parameters.architecture(1))
                .withLinearAlgebra(context.linearAlgebra())
                .kernels(inputs);
        List<Measured> measured = new ArrayList<>();
        for (KernelKind kind : KernelKind.values()) {
            measured.add(new Measured(kind, kind == KernelKind.NNGP ? limit.nngp() : limit.ntk()));
        }
        for (int width : parameters.widths()) {
            List<EmpiricalKernels> drawn =
                    parameters.networks() == 0 ? List.of() : draw(parameters, width, inputs, context);
            measured.forEach(one -> one.add(drawn));
        }
        double[] n = parameters.widths().stream().mapToDouble(w -> w).toArray();
        int widest = n.length - 1;
        for (int w = 0; w < n.length; w++) {
            for (Measured one : measured) {
                rows.row(Source.THEORY)
                        .set("width", parameters.widths().get(w))
                        .set("kernel", one.kind)
                        .set("ratio", 1)
                        .set("relativeError", amplitude(n, one.errors, -0.5, widest) * Math.pow(n[w], -0.5))
                        .set("bias", amplitude(n, one.biases, -1, 0) / n[w])
                        .add();
            }
        }
        for (int w = 0; w < n.length && parameters.networks() > 0; w++) {
            for (Measured one : measured) {
                one.write(parameters.widths().get(w), w, rows);
            }
        }
        measured.forEach(one -> one.summarize(n, rows));
    }

    /** A of A n^exponent by weighted least squares from an entry on; NaN where nothing is resolved. */
    private static double amplitude(double[] n, List<Estimate> y, double exponent, int from) {
        double products = 0;
        double squares = 0;
        for (int i = from; i < y.size(); i++) {
            double error = y.get(i).standardError();
            if (y.get(i).value() > 0 && error > 0) {
                double law = Math.pow(n[i], exponent);
                products += law * y.get(i).value() / (error * error);
                squares += law * law / (error * error);
            }
        }
        return squares > 0 ? products / squares : Double.NaN;
    }

    /** One kernel: its limit, and what was measured for every number of channels. */
    private static final class Measured {
        private final KernelKind kind;
        private final DMatrixRMaj limit;
        private final double norm;
        private final List<Estimate> ratios = new ArrayList<>();
        private final List<Estimate> errors = new ArrayList<>();
        private final List<Estimate> biases = new ArrayList<>();

        Measured(KernelKind kind, DMatrixRMaj limit) {
            this.kind = kind;
            this.limit = limit;
            this.norm = NormOps_DDRM.normF(limit);
        }

        void add(List<EmpiricalKernels> drawn) {
            if (drawn.isEmpty()) {
                return;
            }
            List<double[]> deviations = new ArrayList<>(drawn.size());
            double[] projections = new double[drawn.size()];
            for (int m = 0; m < projections.length; m++) {
                DMatrixRMaj kernel = kind == KernelKind.NNGP
                        ? drawn.get(m).conditionalNngp()
                        : drawn.get(m).ntk();
                projections[m] = dot(kernel, limit) / (norm * norm);
                deviations.add(DeviationStatistics.vector(CommonOps_DDRM.subtract(kernel, limit, null), norm));
            }
            ratios.add(Estimate.mean(projections));
            errors.add(DeviationStatistics.relativeError(deviations));
            biases.add(DeviationStatistics.bias(deviations));
        }

        private static double dot(DMatrixRMaj a, DMatrixRMaj b) {
            return CommonOps_DDRM.elementSum(CommonOps_DDRM.elementMult(a, b, null));
        }

        void write(int width, int at, Rows rows) {
            rows.row(Source.SIMULATION)
                    .set("width", width)
                    .set("kernel", kind)
                    .set("ratio", ratios.get(at).value())
                    .set("ratioStdErr", ratios.get(at).standardError())
                    .set("relativeError", errors.get(at).value())
                    .set("relativeErrorStdErr", errors.get(at).standardError())
                    .set("bias", biases.get(at).value())
                    .set("biasStdErr", biases.get(at).standardError())
                    .add();
        }

        void summarize(double[] n, Rows rows) {
            summarize(n, "errorSlope", errors, rows);
            summarize(n, "biasSlope", biases, rows);
        }

        private void summarize(double[] n, String what, List<Estimate> estimates, Rows rows) {
            PowerLawFit fit = estimates.isEmpty()
                    ? new PowerLawFit(Double.NaN, Double.NaN)
                    : PowerLawFit.of(n, estimates.toArray(Estimate[]::new));
            String name = what + (kind == KernelKind.NNGP ? "Nngp" : "Ntk");
            rows.summary(name, fit.slope());
            rows.summary(name + "StdErr", fit.standardError());
        }
    }

    private static List<EmpiricalKernels> draw(
            ConvolutionConvergence parameters, int width, DMatrixRMaj inputs, RunContext context) {
        Architecture architecture = parameters.architecture(width);
        RandomStream random = context.random("networks").child(width);
        int networks = parameters.networks();
        double all = parameters.widths().stream().mapToDouble(n -> work(n)).sum();
        double before = parameters.widths().stream()
                .filter(n -> n < width)
                .mapToDouble(n -> work(n))
                .sum();
        List<EmpiricalKernels> drawn = new ArrayList<>(networks);
        for (int from = 0; from < networks; from += BATCH) {
            context.checkCancelled();
            int first = from;
            drawn.addAll(context.workers().map(Math.min(BATCH, networks - from), m -> {
                ArrayNetwork network = ArrayNetwork.draw(
                        architecture, inputs.numCols, random.child(first + m), context.linearAlgebra());
                return ArrayNetworkKernels.of(network, inputs);
            }));
            double done = (double) drawn.size() / networks;
            context.progress((before + done * work(width)) / all, width + " channels");
        }
        return drawn;
    }

    /** Time of one network in units of a few channels'. */
    private static double work(double channels) {
        return 100 + channels * channels;
    }

    @Override
    public List<Figure> figures(ConvolutionConvergence parameters, List<Axis> axes) {
        Figure error = panel("convolution-convergence", "relativeError")
                .withLogY()
                .withLabels("channels n", "relative error of one network")
                .withTitle("One network: slope {errorSlopeNngp:.2f} (NNGP), {errorSlopeNtk:.2f} (NTK)")
                .withCaption(
                        "Kernels of " + parameters.depth() + " convolutions of n channels ("
                                + parameters.filterSide() + " x " + parameters.filterSide() + ", "
                                + Spelling.of(parameters.padding()) + ", " + Spelling.of(parameters.activation()) + ", "
                                + Spelling.of(parameters.readout()) + ") against the exact kernels of infinitely many."
                                + " Points: " + parameters.networks()
                                + " networks for each n. (a) Frobenius distance of one"
                                + " network, line: n^(-1/2); (b) distance of the mean, line: 1/n; their exponents are theory, their"
                                + " heights are matched, in (a) at the largest n. The slopes in the titles are fits to the points.");
        Figure bias = panel("convolution-bias", "bias")
                .withLogY()
                .withLabels("channels n", "relative error of the mean")
                .withTitle("Mean: slope {biasSlopeNngp:.2f} (NNGP), {biasSlopeNtk:.2f} (NTK)");
        return List.of(error.beside(bias));
    }

    private static Figure panel(String name, String column) {
        return Figure.xy(name, "width", column)
                .withLogX()
                .with(Layer.line(column).where("source", "theory").by("kernel"))
                .with(Layer.points(column).where("source", "simulation").by("kernel"));
    }

    @Override
    public List<Showcase<ConvolutionConvergence>> showcases(Effort effort) {
        return List.of(new Showcase<>(effort == Effort.FULL ? defaults() : small(5000), List.of()));
    }

    @Override
    public List<String> references() {
        return List.of("Arora2019", "Jacot2018", "Novak2020");
    }

    @Override
    public Cost cost(ConvolutionConvergence parameters) {
        double positions = (double) parameters.imageSide() * parameters.imageSide() * parameters.inputs();
        double taps = parameters.filterSide() * parameters.filterSide();
        double seconds = 0.01;
        double bytes = 0;
        for (int n : parameters.widths()) {
            double layer = 4e-9 * positions * taps * n * n + 30e-9 * taps * n * n + 1e-7 * positions * n;
            seconds += parameters.networks() * (1e-4 + parameters.depth() * layer);
            bytes = Math.max(bytes, 16 * parameters.depth() * (positions * taps * n + taps * n * n));
        }
        return new Cost(seconds, bytes);
    }
}
