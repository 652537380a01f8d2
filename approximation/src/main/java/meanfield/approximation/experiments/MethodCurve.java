package meanfield.approximation.experiments;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import meanfield.approximation.rates.RateFit;
import meanfield.approximation.sobolev.ErrorField;
import meanfield.approximation.sobolev.NetworkKind;
import meanfield.approximation.sobolev.SobolevNetwork;
import meanfield.approximation.sobolev.TensorChebyshev;
import meanfield.approximation.splines.TensorSpline;
import meanfield.approximation.target.GridSup;
import meanfield.approximation.target.ScalarField;
import meanfield.approximation.target.Target;
import meanfield.approximation.trained.ShallowModel;
import meanfield.approximation.trained.VariableProjection;
import meanfield.core.random.RandomStream;
import meanfield.experiment.RunContext;
import meanfield.experiment.Source;

/**
 * What one method of {@link OptimalLineExperiment} reached.
 *
 * @param method its name in the table
 * @param source theory for what is constructed, simulation for what is trained
 * @param resolutions cells of constructions and polynomials, widths of trained networks
 * @param parameters W
 * @param errors sup errors on the reference grid
 */
record MethodCurve(String method, Source source, List<Integer> resolutions, double[] parameters, double[] errors) {
    private static final int TRAINING_POINTS = 576;
    private static final int TRAINING_STEPS = 100;

    /** An approximant and its size. */
    private record Approximant(double parameters, ScalarField field) {}

    /** How a method makes its approximant on N cells. */
    private interface Method {
        Approximant on(int cells);
    }

    /** One kind of constructive network. */
    static MethodCurve constructed(NetworkKind kind, OptimalLineSetting parameters, Target target, RunContext context) {
        return of(kind.name().toLowerCase(Locale.ROOT), parameters, target, context, cells -> {
            SobolevNetwork network = SobolevNetwork.of(kind, parameters.smoothness(), parameters.dimension(), cells);
            return new Approximant(network.size().parameters(), network.evaluator(target));
        });
    }

    /** Tensor Chebyshev interpolants of degree 2N. */
    static MethodCurve chebyshev(OptimalLineSetting parameters, Target target, RunContext context) {
        return of("chebyshev", parameters, target, context, cells -> {
            TensorChebyshev interpolant = TensorChebyshev.of(target, 2 * cells);
            return new Approximant(interpolant.parameters(), interpolant);
        });
    }

    /** Tensor-product least-squares splines of degree n on 2N cells. */
    static MethodCurve spline(OptimalLineSetting parameters, Target target, RunContext context) {
        return of("spline", parameters, target, context, cells -> {
            TensorSpline spline =
                    TensorSpline.of(target::value, target.dimension(), 2 * cells, parameters.smoothness());
            return new Approximant(spline.parameters(), spline);
        });
    }

    private static MethodCurve of(
            String name, OptimalLineSetting parameters, Target target, RunContext context, Method method) {
        List<Integer> cells = parameters.cells();
        double[] sizes = new double[cells.size()];
        double[] errors = new double[cells.size()];
        int d = target.dimension();
        for (int i = 0; i < sizes.length; i++) {
            context.checkCancelled();
            Approximant approximant = method.on(cells.get(i));
            sizes[i] = approximant.parameters;
            errors[i] = GridSup.of(d, cells.get(i))
                    .measure(new ErrorField(target, approximant.field), d, context.workers())
                    .lower();
        }
        return new MethodCurve(name, Source.THEORY, cells, sizes, errors);
    }

    /** The best of the starts at each width; training points fill [0,1]^d, the network lives on [-1,1]^d. */
    static MethodCurve trained(OptimalLineSetting parameters, Target target, RunContext context) {
        int d = parameters.dimension();
        double[][] inputs = trainingPoints(d);
        double[] targets = new double[inputs.length];
        for (int p = 0; p < inputs.length; p++) {
            double[] x = new double[d];
            for (int k = 0; k < d; k++) {
                x[k] = 0.5 * (1 + inputs[p][k]);
            }
            targets[p] = target.value(x);
        }
        List<Integer> widths = parameters.widths();
        double[] sizes = new double[widths.size()];
        double[] errors = new double[widths.size()];
        VariableProjection training = VariableProjection.withDefaults().withIterations(TRAINING_STEPS);
        for (int i = 0; i < sizes.length; i++) {
            context.checkCancelled();
            ShallowModel model = new ShallowModel(parameters.activation(), d, widths.get(i));
            RandomStream random = context.random("start").child(model.width());
            sizes[i] = model.parameters();
            List<Double> found = context.workers().map(parameters.replicates(), s -> {
                ScalarField network = training.train(model, inputs, targets, random.child(s));
                return GridSup.of(d, d == 1 ? 32 : 8)
                        .measure(x -> target.value(x) - network.value(centred(x)), d)
                        .lower();
            });
            errors[i] = found.stream().mapToDouble(Double::doubleValue).min().getAsDouble();
        }
        return new MethodCurve("trained", Source.SIMULATION, widths, sizes, errors);
    }

    /** Midpoints of a grid of [-1,1]^d. */
    private static double[][] trainingPoints(int d) {
        int perAxis = (int) Math.round(Math.pow(TRAINING_POINTS, 1.0 / d));
        double[][] points = new double[(int) Math.round(Math.pow(perAxis, d))][d];
        for (int p = 0; p < points.length; p++) {
            int rest = p;
            for (int k = 0; k < d; k++) {
                points[p][k] = 2 * ((rest % perAxis + 0.5) / perAxis) - 1;
                rest /= perAxis;
            }
        }
        return points;
    }

    private static double[] centred(double[] x) {
        double[] u = new double[x.length];
        for (int k = 0; k < u.length; k++) {
            u[k] = 2 * x[k] - 1;
        }
        return u;
    }

    /** Smallest N of the window of fits: below it, (N+1)^d is no power of N. */
    static int windowStart(int dimension) {
        return dimension == 1 ? 16 : 8;
    }

    /** The power law through the window of fits, or through everything where the window has fewer than four points. */
    RateFit fit(int dimension, double floor) {
        int from = source == Source.SIMULATION ? 1 : windowStart(dimension);
        int[] kept = IntStream.range(0, errors.length)
                .filter(i -> resolutions.get(i) >= from)
                .toArray();
        RateFit inside = fit(kept, floor);
        return inside.points() >= RateFit.FEWEST_POINTS
                ? inside
                : fit(IntStream.range(0, errors.length).toArray(), floor);
    }

    private RateFit fit(int[] kept, double floor) {
        double[] sizes = IntStream.of(kept).mapToDouble(i -> parameters[i]).toArray();
        double[] reached = IntStream.of(kept).mapToDouble(i -> errors[i]).toArray();
        return RateFit.of(sizes, reached, floor);
    }

    /** Work of the trained networks in seconds, roughly. */
    static double trainingSeconds(OptimalLineSetting parameters) {
        double seconds = 0;
        for (int width : parameters.widths()) {
            seconds += parameters.replicates() * TRAINING_STEPS * 2e-9 * TRAINING_POINTS * width * width * 3;
        }
        return seconds;
    }
}
