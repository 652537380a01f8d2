package meanfield.approximation.experiments.baselines;

import java.util.List;
import meanfield.approximation.kernel.PolyReluSpectrum;
import meanfield.core.activation.PolyRelu;
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
 * Eigenvalues of the PolyReLU kernel on the sphere, even and odd degrees apart.
 *
 * <pre>
 *   μ_k ~ k^{-(d+2s)},   s the smallest power with a_s ≠ 0 whose parity differs from that of k               (1)
 *   Σ_{k ≤ K} N(d, k) μ_k → E φ²                                                                            (2)
 * </pre>
 *
 * The summary holds {@code trace} = E φ² and the fraction of it that the listed degrees have. Source: [Bach2017],
 * [Zhuo2025].
 */
public final class SphereSpectrumExperiment implements Experiment<SpherePolyRelu> {
    @Override
    public String id() {
        return "approximation.sphere-spectrum";
    }

    @Override
    public String claim() {
        return "PolyReLU kernels have eigenvalues of every degree, with parity-split decay k^-(d+2) and k^-(d+4); those of"
                + " ReLU vanish at odd degrees from 3 on.";
    }

    @Override
    public SpherePolyRelu defaults() {
        return new SpherePolyRelu(List.of(0.0, 1 / 3.0, 1 / 3.0, 1 / 3.0), 3, 60);
    }

    @Override
    public SpherePolyRelu quick() {
        return new SpherePolyRelu(List.of(0.0, 1 / 3.0, 1 / 3.0, 1 / 3.0), 3, 40);
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("degree", "k", "degree of the harmonics"),
                Column.text("parity", "even or odd degree"),
                Column.number("eigenvalue", "\\mu_k", "eigenvalue, each of its multiplicity"),
                Column.number("multiplicity", "N(d,k)", "number of harmonics of this degree"),
                Column.number(
                        "localSlope", "", "slope of ln eigenvalue in ln k from degree k/2 or the next of its parity"),
                Column.number("theoryExponent", "", "exponent of the decay at degrees of this parity"),
                Column.number("law", "", "power law through the last eigenvalue of this parity"));
    }

    @Override
    public void run(SpherePolyRelu parameters, RunContext context, Rows rows) {
        PolyReluSpectrum spectrum =
                new PolyReluSpectrum(new PolyRelu(parameters.coefficients()), parameters.dimension());
        int last = parameters.largestDegree();
        double sum = 0;
        for (int k = 0; k <= last; k++) {
            double value = spectrum.eigenvalue(k);
            double exponent = spectrum.decayExponent(k);
            int end = (last - k) % 2 == 0 ? last : last - 1;
            double law = spectrum.eigenvalue(end) * Math.pow((double) k / end, -exponent);
            sum += value * spectrum.multiplicity(k);
            rows.row(Source.THEORY)
                    .set("degree", k)
                    .set("parity", k % 2 == 0 ? "even" : "odd")
                    .set("eigenvalue", value)
                    .set("multiplicity", spectrum.multiplicity(k))
                    .set("localSlope", k >= 8 ? slope(spectrum, k) : Double.NaN)
                    .set("theoryExponent", -exponent)
                    .set("law", k >= 8 && Double.isFinite(exponent) ? law : Double.NaN)
                    .add();
        }
        rows.summary("trace", spectrum.trace());
        rows.summary("traceFraction", sum / spectrum.trace());
    }

    private static double slope(PolyReluSpectrum spectrum, int k) {
        int half = k / 2 + Math.floorMod(k - k / 2, 2);
        double ratio = spectrum.eigenvalue(k) / spectrum.eigenvalue(half);
        return ratio > 0 ? Math.log(ratio) / Math.log((double) k / half) : Double.NaN;
    }

    @Override
    public List<Figure> figures(SpherePolyRelu parameters, List<Axis> axes) {
        return List.of(Figure.xy("sphere-spectrum", "degree", "eigenvalue")
                .with(Layer.line("law").by("parity").labelled("power law, {by}"))
                .with(Layer.points("eigenvalue").by("parity").labelled("{by} degrees"))
                .withLogX()
                .withLogY()
                .withLabels("degree k", "eigenvalue \\mu_k")
                .withTitle("PolyReLU kernel on the sphere, d = " + parameters.dimension())
                .withCaption(
                        "Eigenvalues of the dual kernel with the power laws that the smallest power of other parity"
                                + " gives. Zero eigenvalues are left out."));
    }

    @Override
    public List<String> references() {
        return List.of("Bach2017", "Zhuo2025");
    }
}
