package meanfield.approximation.experiments.gaunt;

import java.util.List;
import meanfield.approximation.gaunt.GauntProduct;
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
 * Gaunt products against Clebsch-Gordan products: work and what is lost.
 *
 * <pre>
 *   Clebsch-Gordan, all paths: Σ_{l1 l2 l3} (2l1+1)(2l2+1)(2l3+1) multiplications, O(L⁶)                      (1)
 *   Gaunt, nonzero coefficients only: O(L⁵);   Fourier route: conversions 3 · 2(L+1)²(2N), transforms 3 · 5 N² log₂ N²   (2)
 * </pre>
 *
 * N is the power of two from 4L + 1 on. Work is counted, not timed, so that tables repeat; the Gaunt product computes only
 * the paths with l1 + l2 + l3 even. {@code routeDifference} is the largest difference of both routes on a drawn pair.
 * Source: [Luo2024].
 */
public final class GauntExperiment implements Experiment<GauntDegrees> {
    @Override
    public String id() {
        return "approximation.gaunt";
    }

    @Override
    public String claim() {
        return "Gaunt products leave out every path of odd parity, the cross product among them; their Fourier route pays only"
                + " at high degrees.";
    }

    @Override
    public GauntDegrees defaults() {
        return new GauntDegrees(List.of(1, 2, 3, 4, 5, 6, 7, 8));
    }

    @Override
    public GauntDegrees quick() {
        return new GauntDegrees(List.of(1, 2, 3, 4));
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("degree", "L", "largest degree of both factors and of the product"),
                Column.integer("clebschGordanPaths", "", "paths (l1, l2, l3) of the Clebsch-Gordan product"),
                Column.integer("gauntPaths", "", "paths with even sum, which the Gaunt product keeps"),
                Column.number("clebschGordanWork", "", "multiplications of all Clebsch-Gordan paths, dense"),
                Column.number("directWork", "", "nonzero Gaunt coefficients"),
                Column.number("fourierWork", "", "operations of the Fourier route"),
                Column.number("routeDifference", "", "largest difference of direct and Fourier route")
                        .withTolerance(1e9));
    }

    @Override
    public void run(GauntDegrees parameters, RunContext context, Rows rows) {
        for (int degree : parameters.degrees()) {
            context.checkCancelled();
            GauntProduct product = GauntProduct.of(degree, degree, degree);
            RandomStream random = context.random("functions");
            double[] a = new double[(degree + 1) * (degree + 1)];
            double[] b = new double[a.length];
            random.fillGaussian(a);
            random.fillGaussian(b);
            double[] direct = product.direct(a, b);
            double[] fourier = product.fourier(a, b);
            double difference = 0;
            for (int i = 0; i < direct.length; i++) {
                difference = Math.max(difference, Math.abs(direct[i] - fourier[i]));
            }
            rows.row(Source.THEORY)
                    .set("degree", degree)
                    .set("clebschGordanPaths", GauntProduct.clebschGordanPaths(degree))
                    .set("gauntPaths", GauntProduct.gauntPaths(degree))
                    .set("clebschGordanWork", clebschGordanWork(degree))
                    .set("directWork", (double) product.nonzeros())
                    .set("fourierWork", fourierWork(degree))
                    .set("routeDifference", difference)
                    .add();
        }
    }

    private static double clebschGordanWork(int degree) {
        double work = 0;
        for (int l1 = 0; l1 <= degree; l1++) {
            for (int l2 = 0; l2 <= degree; l2++) {
                for (int l3 = Math.abs(l1 - l2); l3 <= Math.min(degree, l1 + l2); l3++) {
                    work += (2.0 * l1 + 1) * (2 * l2 + 1) * (2 * l3 + 1);
                }
            }
        }
        return work;
    }

    private static double fourierWork(int degree) {
        double n = 1;
        while (n < 4 * degree + 1) {
            n *= 2;
        }
        double harmonics = (degree + 1.0) * (degree + 1);
        return 3 * 2 * harmonics * n + 3 * 10 * n * n * Math.log(Math.max(2, n)) / Math.log(2) + n * n;
    }

    @Override
    public List<Figure> figures(GauntDegrees parameters, List<Axis> axes) {
        return List.of(Figure.xy("gaunt", "degree", "clebschGordanWork")
                .with(Layer.points("clebschGordanWork").labelled("Clebsch-Gordan, all paths"))
                .with(Layer.points("directWork").labelled("Gaunt, nonzero coefficients"))
                .with(Layer.points("fourierWork").labelled("Gaunt, Fourier route"))
                .withLogY()
                .withLabels("largest degree L", "operations")
                .withTitle("Products of spherical features")
                .withCaption(
                        "Counted operations of a full product up to degree L. The Gaunt products leave out every path"
                                + " whose degrees add up to an odd number.")
                .beside(Figure.xy("gaunt-paths", "degree", "clebschGordanPaths")
                        .with(Layer.points("clebschGordanPaths").labelled("Clebsch-Gordan"))
                        .with(Layer.points("gauntPaths").labelled("Gaunt"))
                        .withLabels("largest degree L", "paths")
                        .withTitle("Paths kept")));
    }

    @Override
    public List<String> references() {
        return List.of("Luo2024", "Edmonds1957");
    }
}
