package meanfield.approximation.experiments;

import java.util.List;
import java.util.Locale;
import meanfield.approximation.network.ExactGates;
import meanfield.approximation.network.Graph;
import meanfield.approximation.network.GraphBuilder;
import meanfield.approximation.network.GraphCount;
import meanfield.approximation.network.LinearForm;
import meanfield.approximation.network.ProductGate;
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
 * Networks that multiply: ReLU to exactly M² 4^-(m+1), four other kinds of units exactly.
 *
 * <pre>
 *   supError = max |gate(x, y) - xy| over x = y = M 2^-(m+1) and random pairs of [-M, M]²                    (1)
 * </pre>
 *
 * {@code gate} says which: {@code relu} (two squarers), {@code relu-three-squarers} (the original, for comparison), and the exact
 * ones {@code polyrelu}, {@code requ}, {@code quadratic}, {@code rational}, whose error is rounding, at most 8 units in the last
 * place of max(|x|, |y|)²; their rows have level 0.
 *
 * <p>Source: [Yarotsky2017], proposition 3; [Zhuo2025].
 */
public final class ProductGateExperiment implements Experiment<ProductGateSetting> {
    /** The exact gates. */
    private enum Exact {
        POLYRELU,
        REQU,
        QUADRATIC,
        RATIONAL;

        Graph network() {
            GraphBuilder builder = GraphBuilder.of(2);
            LinearForm x = LinearForm.of(0, 1);
            LinearForm y = LinearForm.of(1, 1);
            builder.affine(
                    switch (this) {
                        case POLYRELU, REQU -> ExactGates.rectifiedProduct(builder, x, y);
                        case QUADRATIC -> ExactGates.quadraticProduct(builder, x, y);
                        case RATIONAL -> ExactGates.squareProduct(builder, x, y);
                    });
            return builder.build();
        }
    }

    @Override
    public String id() {
        return "approximation.product-gate";
    }

    @Override
    public String claim() {
        return "ReLU networks multiply with error exactly M² 4^-(m+1); PolyReLU, ReLU², quadratic and rational units multiply"
                + " exactly (Yarotsky 2017, Zhuo et al. 2025).";
    }

    @Override
    public ProductGateSetting defaults() {
        return new ProductGateSetting(List.of(12), 1, 10_000);
    }

    @Override
    public ProductGateSetting quick() {
        return new ProductGateSetting(List.of(10), 1, 1000);
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.text("gate", "which gate"),
                Column.integer("level", "m", "levels of the ReLU gate, 0 for exact gates"),
                Column.integer("parameters", "W", "parameters of the network with skip connections"),
                Column.integer("units", "U", "units"),
                Column.integer("hiddenLayers", "L", "hidden layers"),
                Column.integer("skipFreeParameters", "", "parameters of the network without skip connections"),
                Column.number("supError", "\\epsilon", "largest error found").withTolerance(1e-6),
                Column.number("errorBound", "", "closed form of the sup error; for exact gates 8 ulp of M squared"),
                Column.number("errorAtZero", "", "largest value found where a factor is 0"));
    }

    @Override
    public void run(ProductGateSetting parameters, RunContext context, Rows rows) {
        double bound = parameters.bound();
        for (int m : SizeList.upTo(parameters.levels())) {
            context.checkCancelled();
            ProductGate gate = new ProductGate(m, bound);
            Graph network = gate.network();
            GraphCount count = network.count();
            double[] found = trial((x, y) -> network.value(new double[] {x, y}), m, parameters, context);
            rows.row(Source.THEORY)
                    .set("gate", "relu")
                    .set("level", m)
                    .set("parameters", count.parameters())
                    .set("units", count.units())
                    .set("hiddenLayers", count.hiddenLayers())
                    .set("skipFreeParameters", gate.skipFreeNetwork().count().parameters())
                    .set("supError", found[0])
                    .set("errorBound", gate.supError())
                    .set("errorAtZero", found[1])
                    .add();
        }
        for (int m : SizeList.upTo(parameters.levels())) {
            ProductGate gate = new ProductGate(m, bound);
            double[] found = trial(gate::threeSquarer, m, parameters, context);
            rows.row(Source.THEORY)
                    .set("gate", "relu-three-squarers")
                    .set("level", m)
                    .set("supError", found[0])
                    .set("errorBound", gate.threeSquarerBound())
                    .set("errorAtZero", found[1])
                    .add();
        }
        for (Exact exact : Exact.values()) {
            Graph network = exact.network();
            GraphCount count = network.count();
            double[] found = trial((x, y) -> network.value(new double[] {x, y}), 1, parameters, context);
            rows.row(Source.THEORY)
                    .set("gate", exact.name().toLowerCase(Locale.ROOT))
                    .set("level", 0)
                    .set("parameters", count.parameters())
                    .set("units", count.units())
                    .set("hiddenLayers", count.hiddenLayers())
                    .set("skipFreeParameters", count.parameters())
                    .set("supError", found[0])
                    .set("errorBound", 8 * Math.ulp(bound * bound))
                    .set("errorAtZero", found[1])
                    .add();
        }
    }

    /** A function of two factors. */
    @FunctionalInterface
    private interface Product {
        double of(double x, double y);
    }

    /** Largest error, and largest value where a factor is 0. */
    private static double[] trial(Product gate, int m, ProductGateSetting parameters, RunContext context) {
        double bound = parameters.bound();
        RandomStream random = context.random("pairs");
        double peak = bound * Math.scalb(1.0, -(m + 1));
        double largest = Math.abs(gate.of(peak, peak) - peak * peak);
        double atZero = 0;
        for (int i = 0; i < parameters.pairs(); i++) {
            double x = bound * (2 * random.nextDouble() - 1);
            double y = bound * (2 * random.nextDouble() - 1);
            largest = Math.max(largest, Math.abs(gate.of(x, y) - x * y));
            atZero = Math.max(atZero, Math.max(Math.abs(gate.of(x, 0)), Math.abs(gate.of(0, y))));
        }
        return new double[] {largest, atZero};
    }

    @Override
    public List<Figure> figures(ProductGateSetting parameters, List<Axis> axes) {
        Figure figure = Figure.xy("product-gate", "level", "supError")
                .withLogY()
                .withLabels("levels m", "sup error of xy")
                .with(Layer.line("errorBound").where("gate", "relu").labelled("M^2 4^{-(m+1)}, 14m + 12 parameters"))
                .with(Layer.points("supError").where("gate", "relu").labelled("ReLU, two squarers"))
                .with(Layer.points("supError")
                        .where("gate", "relu-three-squarers")
                        .labelled("ReLU, three squarers (original)"))
                .with(Layer.points("supError").where("gate", "polyrelu").labelled("PolyReLU, exact, 12 parameters"))
                .withCaption(
                        "Largest error of gates that multiply on [−M, M]², at the point where the ReLU gate is worst and"
                                + " at " + parameters.pairs()
                                + " random pairs. Exact gates (level 0) have rounding errors only.");
        return List.of(figure);
    }

    @Override
    public List<String> references() {
        return List.of("Yarotsky2017", "Zhuo2025");
    }
}
