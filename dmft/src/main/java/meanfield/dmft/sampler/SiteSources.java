package meanfield.dmft.sampler;

import java.util.Arrays;
import meanfield.core.random.RandomStream;

/**
 * The white noise behind the sources u and r of all sites of a layer.
 *
 * <p>With exact moments the sites come in pairs: the same first vectors of ζ (the features at the start), everything else
 * with the other sign. Averages that are odd in it vanish as they do for infinitely many sites: the output at the start,
 * and what moves the feature kernels at first order in γ₀. And the first vectors (a sixteenth of the number of sites at
 * most) have mean zero, variance one and no correlation with each other over the sites, exactly, by Gram-Schmidt. What is
 * linear in the process then has no sampling error, and what is nearly linear a small one; the bias stays of order 1/S.
 */
final class SiteSources {
    private static final int SITES_A_VECTOR = 8;

    private final double[][] feature;
    private final double[][] gradient;

    private SiteSources(double[][] feature, double[][] gradient) {
        this.feature = feature;
        this.gradient = gradient;
    }

    /**
     * So many vectors ζ (for u) and ζ′ (for r) over so many sites, an even number if moments are exact.
     *
     * @param start vectors of ζ that belong to the start
     */
    static SiteSources draw(
            int features, int gradients, int start, int sites, SourceMoments moments, RandomStream random) {
        boolean exact = moments == SourceMoments.EXACT;
        int drawn = exact ? sites / 2 : sites;
        double[][] feature = gaussian(features, drawn, random.child("feature"));
        double[][] gradient = gaussian(gradients, drawn, random.child("gradient"));
        if (!exact) {
            return new SiteSources(feature, gradient);
        }
        orthonormalize(feature, gradient, drawn);
        for (int n = 0; n < features; n++) {
            feature[n] = mirrored(feature[n], n < start ? 1 : -1);
        }
        for (int n = 0; n < gradients; n++) {
            gradient[n] = mirrored(gradient[n], -1);
        }
        return new SiteSources(feature, gradient);
    }

    private static double[][] gaussian(int vectors, int sites, RandomStream random) {
        double[][] result = new double[vectors][sites];
        for (int n = 0; n < vectors; n++) {
            random.child(n).fillGaussian(result[n]);
        }
        return result;
    }

    /** v, then a copy with this sign. */
    private static double[] mirrored(double[] v, int sign) {
        double[] both = Arrays.copyOf(v, 2 * v.length);
        for (int i = 0; i < v.length; i++) {
            both[v.length + i] = sign * v[i];
        }
        return both;
    }

    /** Gram-Schmidt in the order ζ₀, ζ′₀, ζ₁, ζ′₁, …, as far as the sites reach. */
    private static void orthonormalize(double[][] feature, double[][] gradient, int sites) {
        double[][] vectors = new double[Math.min(feature.length + gradient.length, sites / SITES_A_VECTOR)][];
        int filled = 0;
        for (int n = 0; filled < vectors.length; n++) {
            if (n < feature.length) {
                vectors[filled++] = feature[n];
            }
            if (n < gradient.length && filled < vectors.length) {
                vectors[filled++] = gradient[n];
            }
        }
        for (int n = 0; n < vectors.length; n++) {
            double[] v = vectors[n];
            double mean = 0;
            for (double x : v) {
                mean += x / sites;
            }
            for (int i = 0; i < sites; i++) {
                v[i] -= mean;
            }
            for (int m = 0; m < n; m++) {
                double overlap = SiteKernels.product(v, 0, vectors[m], 0, sites) / sites;
                for (int i = 0; i < sites; i++) {
                    v[i] -= overlap * vectors[m][i];
                }
            }
            double scale = Math.sqrt(sites / SiteKernels.product(v, 0, v, 0, sites));
            for (int i = 0; i < sites; i++) {
                v[i] *= scale;
            }
        }
    }

    /** ζ of the sites [from, to), vector after vector. */
    double[] feature(int from, int to) {
        return part(feature, from, to);
    }

    /** ζ′ of the sites [from, to), vector after vector. */
    double[] gradient(int from, int to) {
        return part(gradient, from, to);
    }

    /** All vectors, ζ first. */
    double[][] all() {
        double[][] all = Arrays.copyOf(feature, feature.length + gradient.length);
        System.arraycopy(gradient, 0, all, feature.length, gradient.length);
        return all;
    }

    private static double[] part(double[][] vectors, int from, int to) {
        double[] part = new double[vectors.length * (to - from)];
        for (int n = 0; n < vectors.length; n++) {
            System.arraycopy(vectors[n], from, part, n * (to - from), to - from);
        }
        return part;
    }
}
