package meanfield.approximation.experiments.certified;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import meanfield.approximation.certified.LinearRegions;
import meanfield.approximation.certified.LipschitzBound;
import meanfield.approximation.certified.ReluNetwork;
import meanfield.core.random.RandomStream;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;

/**
 * Lipschitz constants of random ReLU networks: product of norms, semidefinite bound, exact, and the largest slope seen.
 *
 * <pre>
 *   largest slope seen ≤ exact ≤ LipSDP ≤ Π ‖W_k‖                                                           (1)
 * </pre>
 *
 * Exact by enumeration of linear pieces for up to 16 hidden units and 3 inputs. One multiplier for each unit; full matrices
 * of multipliers are not valid. Source: [Fazlyab2019], [Pauli2022].
 */
public final class LipschitzExperiment implements Experiment<LipschitzWidths> {
    private static final int EXACT_UNITS = 16;
    private static final int EXACT_INPUTS = 3;
    private static final double STEP = 1e-6;

    @Override
    public String id() {
        return "approximation.lipschitz";
    }

    @Override
    public String claim() {
        return "A semidefinite program with one multiplier a unit bounds Lipschitz constants far below the product of norms,"
                + " and exactly on small networks (Fazlyab et al. 2019).";
    }

    @Override
    public LipschitzWidths defaults() {
        return new LipschitzWidths(2, List.of(2, 4, 6, 8, 12, 16, 24, 32), 2, 2000);
    }

    @Override
    public LipschitzWidths quick() {
        return new LipschitzWidths(2, List.of(2, 4, 6), 2, 500);
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("width", "n", "units of each hidden layer"),
                Column.number("normProduct", "", "product of the spectral norms"),
                Column.number("lipsdp", "", "bound of the semidefinite program").withTolerance(1e-6),
                Column.number("exact", "", "exact constant, for small networks").withTolerance(1e-7),
                Column.number("largestSlope", "", "largest slope seen at drawn points")
                        .withTolerance(1e-4),
                Column.integer("newtonSteps", "", "steps of the solver"));
    }

    @Override
    public void run(LipschitzWidths parameters, RunContext context, Rows rows) {
        List<ReluNetwork> networks = parameters.widths().stream()
                .map(width -> NetworkShape.draw(
                        parameters.inputs(),
                        Collections.nCopies(parameters.layers(), width),
                        1,
                        context.random("network").child(width)))
                .toList();
        for (int i = 0; i < networks.size(); i++) {
            context.checkCancelled();
            ReluNetwork network = networks.get(i);
            int width = parameters.widths().get(i);
            LipschitzBound bound = LipschitzBound.ofRelu(network.weights());
            Rows.Row row = rows.row(Source.THEORY)
                    .set("width", width)
                    .set("normProduct", bound.normProduct())
                    .set("lipsdp", bound.bound())
                    .set("newtonSteps", bound.convergence().iterations())
                    .verdict(bound.convergence());
            if (parameters.inputs() <= EXACT_INPUTS && width * parameters.layers() <= EXACT_UNITS) {
                row.set("exact", LinearRegions.of(network, Optional.empty()).lipschitzConstant());
            }
            row.add();
        }
        for (int i = 0; i < networks.size(); i++) {
            rows.row(Source.SIMULATION)
                    .set("width", parameters.widths().get(i))
                    .set("largestSlope", largestSlope(networks.get(i), parameters.samples(), context))
                    .add();
        }
    }

    /** Central differences in all coordinates: the length of the gradient wherever no kink lies within the step. */
    private static double largestSlope(ReluNetwork network, int samples, RunContext context) {
        RandomStream random = context.random("points");
        double[] x = new double[network.inputs()];
        double largest = 0;
        for (int n = 0; n < samples; n++) {
            random.fillGaussian(x);
            double square = 0;
            for (int i = 0; i < x.length; i++) {
                double at = x[i];
                x[i] = at + STEP;
                double up = network.value(x)[0];
                x[i] = at - STEP;
                double down = network.value(x)[0];
                x[i] = at;
                square += (up - down) * (up - down) / (4 * STEP * STEP);
            }
            largest = Math.max(largest, Math.sqrt(square));
        }
        return largest;
    }

    @Override
    public List<Figure> figures(LipschitzWidths parameters, List<Axis> axes) {
        return List.of(
                Figure.xy("lipschitz", "width", "lipsdp")
                        .with(Layer.dashed("normProduct")
                                .where("source", "theory")
                                .labelled("product of norms"))
                        .with(Layer.line("lipsdp").where("source", "theory").labelled("LipSDP"))
                        .with(Layer.points("exact").where("source", "theory").labelled("exact"))
                        .with(Layer.points("largestSlope")
                                .where("source", "simulation")
                                .labelled("largest slope seen"))
                        .withLogX()
                        .withLogY()
                        .withLabels("units of a hidden layer", "Lipschitz constant")
                        .withLegend(Figure.Legend.BELOW)
                        .withTitle("Lipschitz constants of random ReLU networks")
                        .withCaption(
                                "Random networks of " + parameters.layers()
                                        + " hidden layers: product of spectral norms, the"
                                        + " semidefinite bound, the exact constant of small ones, and the largest slope at drawn points."));
    }

    @Override
    public List<String> references() {
        return List.of("Fazlyab2019", "Pauli2022");
    }
}
