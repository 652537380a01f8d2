package meanfield.dmft.sampler;

import java.util.Arrays;
import meanfield.core.random.RandomStream;

/**
 * The white noise behind the sources u and r of all sites of a layer.
 *
 * <p>With exact moments the sites come in pairs (ζ, ζ′) and (ζ, -ζ′), so that averages odd in r vanish as they do for
 * infinitely many sites (the output at the start, what moves the kernels at first order in γ₀), and the first vectors
 * (an eighth of the number of sites at most) have mean zero, variance one and no correlation with each other over the
 * sites, exactly, by Gram-Schmidt. What is linear in the process then has no sampling error, and what is nearly linear a
 * small one; the bias stays of order 1/S.
 */
final class SiteSources {
    private static final int SITES_A_VECTOR = 8;

    private final double[][] feature;
    private final double[][] gradient;

    private SiteSources(double[][] feature, double[][] gradient) {
        this.feature = feature;
        this.gradient = gradient;
    }

    /** So many vectors ζ (for u) and ζ′ (for r) over so many sites, an even number if moments are exact. */
    static SiteSources draw(int features, int gradients, int sites, SourceMoments moments, RandomStream random) {
        RandomStream first = random.child("feature");
        RandomStream second = random.child("gradient");
        return switch (moments) {
            case SAMPLED -> new SiteSources(gaussian(features, sites, first), gaussian(gradients, sites, second));
            case EXACT -> new SiteSources(mirrored(features, sites, 1, first), mirrored(gradients, sites, -1, second));
        };
    }

    private static double[][] gaussian(int vectors, int sites, RandomStream random) {
        double[][] result = new double[vectors][sites];
        for (int n = 0; n < vectors; n++) {
            random.child(n).fillGaussian(result[n]);
        }
        return result;
    }

    /** Half of the sites with exact moments, the other half a copy with this sign. */
    private static double[][] mirrored(int vectors, int sites, int sign, RandomStream random) {
        int half = sites / 2;
        double[][] drawn = gaussian(vectors, half, random);
        orthonormalize(drawn, Math.min(vectors, half / SITES_A_VECTOR), half);
        double[][] result = new double[vectors][sites];
        for (int n = 0; n < vectors; n++) {
            for (int i = 0; i < half; i++) {
                result[n][i] = drawn[n][i];
                result[n][half + i] = sign * drawn[n][i];
            }
        }
        return result;
    }

    private static void orthonormalize(double[][] vectors, int count, int sites) {
        for (int n = 0; n < count; n++) {
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
