package meanfield.dmft.sampler;

import meanfield.core.random.RandomStream;

/**
 * The white noise behind the sources u and r of all sites of a layer.
 *
 * <p>With exact moments the first vectors (an eighth of the number of sites at most) have mean zero, variance one and no
 * correlation with each other over the sites, exactly: Gram-Schmidt in the order ζ₀, ζ′₀, ζ₁, ζ′₁, …. What is linear in
 * the process then has no sampling error, and what is nearly linear a small one; the bias stays of order 1/S.
 */
final class SiteSources {
    private static final int SITES_A_VECTOR = 8;

    private final double[][] feature;
    private final double[][] gradient;

    private SiteSources(double[][] feature, double[][] gradient) {
        this.feature = feature;
        this.gradient = gradient;
    }

    /** So many vectors ζ (for u) and ζ′ (for r) over the sites. */
    static SiteSources draw(int features, int gradients, CausalSampler settings, RandomStream random) {
        int sites = settings.sites();
        double[][] feature = new double[features][sites];
        double[][] gradient = new double[gradients][sites];
        for (int n = 0; n < features; n++) {
            random.child("feature").child(n).fillGaussian(feature[n]);
        }
        for (int n = 0; n < gradients; n++) {
            random.child("gradient").child(n).fillGaussian(gradient[n]);
        }
        if (settings.moments() == SourceMoments.EXACT) {
            int count = Math.min(features + gradients, sites / SITES_A_VECTOR);
            double[][] order = new double[count][];
            int filled = 0;
            for (int n = 0; filled < count; n++) {
                if (n < features) {
                    order[filled++] = feature[n];
                }
                if (n < gradients && filled < count) {
                    order[filled++] = gradient[n];
                }
            }
            orthonormalize(order, sites);
        }
        return new SiteSources(feature, gradient);
    }

    private static void orthonormalize(double[][] vectors, int sites) {
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

    private static double[] part(double[][] vectors, int from, int to) {
        double[] part = new double[vectors.length * (to - from)];
        for (int n = 0; n < vectors.length; n++) {
            System.arraycopy(vectors[n], from, part, n * (to - from), to - from);
        }
        return part;
    }
}
