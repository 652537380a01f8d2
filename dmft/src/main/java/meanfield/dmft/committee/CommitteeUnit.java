package meanfield.dmft.committee;

import meanfield.core.special.StandardNormal;

/**
 * Hidden units whose Gaussian averages close the order-parameter equations.
 *
 * <pre>
 *   I2(a, b)       = E g(a) g(b)                                                                            (1)
 *   I3(a, b, c)    = E g′(a) b g(c)                                                                         (2)
 *   I4(a, b, c, d) = E g′(a) g′(b) g(c) g(d)                                                                (3)
 *   J(a, b)        = E g′(a) g′(b)                                                                          (4)
 * </pre>
 *
 * Letters stand for indices of jointly Gaussian fields of zero mean with covariance C, row-major in an array of row length
 * {@code size}; indices may repeat. Outside the set of covariances the result may be NaN. Sources: [Saad1995] for erf;
 * the quadratic unit is Wick's theorem.
 */
public enum CommitteeUnit {
    /** g(x) = erf(x/√2). */
    ERF {
        @Override
        public double value(double x) {
            return StandardNormal.within(x);
        }

        @Override
        public double derivative(double x) {
            return Math.sqrt(2 / Math.PI) * Math.exp(-0.5 * x * x);
        }

        @Override
        double pair(double[] c, int size, int i, int j) {
            double product = (1 + c[i * size + i]) * (1 + c[j * size + j]);
            return 2 / Math.PI * Math.asin(c[i * size + j] / Math.sqrt(product));
        }

        @Override
        double gain(double[] c, int size, int i, int j, int k) {
            double cii = 1 + c[i * size + i];
            double cij = c[i * size + j];
            double cik = c[i * size + k];
            double cjk = c[j * size + k];
            double lambda3 = cii * (1 + c[k * size + k]) - cik * cik;
            return 2 / (Math.PI * Math.sqrt(lambda3)) * (cjk * cii - cij * cik) / cii;
        }

        @Override
        double noise(double[] c, int size, int i, int j) {
            return 2 / (Math.PI * Math.sqrt(lambda4(c, size, i, j)));
        }

        @Override
        double diffusion(double[] c, int size, int i, int j, int k, int l) {
            double cii = 1 + c[i * size + i];
            double cjj = 1 + c[j * size + j];
            double cij = c[i * size + j];
            double cik = c[i * size + k];
            double cil = c[i * size + l];
            double cjk = c[j * size + k];
            double cjl = c[j * size + l];
            double ckl = c[k * size + l];
            double lambda4 = lambda4(c, size, i, j);
            double lambda0 = lambda4 * ckl - cjk * cjl * cii - cik * cil * cjj + cij * (cik * cjl + cil * cjk);
            double lambda1 = lambda4 * (1 + c[k * size + k]) - cjk * cjk * cii - cik * cik * cjj + 2 * cij * cik * cjk;
            double lambda2 = lambda4 * (1 + c[l * size + l]) - cjl * cjl * cii - cil * cil * cjj + 2 * cij * cil * cjl;
            return 4 / (Math.PI * Math.PI * Math.sqrt(lambda4)) * Math.asin(lambda0 / Math.sqrt(lambda1 * lambda2));
        }

        private double lambda4(double[] c, int size, int i, int j) {
            double cij = c[i * size + j];
            return (1 + c[i * size + i]) * (1 + c[j * size + j]) - cij * cij;
        }
    },

    /** g(x) = x². */
    QUADRATIC {
        @Override
        public double value(double x) {
            return x * x;
        }

        @Override
        public double derivative(double x) {
            return 2 * x;
        }

        @Override
        double pair(double[] c, int size, int i, int j) {
            double cij = c[i * size + j];
            return c[i * size + i] * c[j * size + j] + 2 * cij * cij;
        }

        @Override
        double gain(double[] c, int size, int i, int j, int k) {
            return 2 * (c[i * size + j] * c[k * size + k] + 2 * c[i * size + k] * c[j * size + k]);
        }

        @Override
        double noise(double[] c, int size, int i, int j) {
            return 4 * c[i * size + j];
        }

        @Override
        double diffusion(double[] c, int size, int i, int j, int k, int l) {
            double cij = c[i * size + j];
            double cik = c[i * size + k];
            double cil = c[i * size + l];
            double cjk = c[j * size + k];
            double cjl = c[j * size + l];
            double ckk = c[k * size + k];
            double cll = c[l * size + l];
            double ckl = c[k * size + l];
            return 4
                    * (cij * (ckk * cll + 2 * ckl * ckl)
                            + 2 * (cik * cjk * cll + cil * cjl * ckk)
                            + 4 * ckl * (cik * cjl + cil * cjk));
        }
    };

    /** g(x). */
    public abstract double value(double x);

    /** g′(x). */
    public abstract double derivative(double x);

    /** I2 of (1). */
    abstract double pair(double[] c, int size, int i, int j);

    /** I3 of (2). */
    abstract double gain(double[] c, int size, int i, int j, int k);

    /** I4 of (3). */
    abstract double diffusion(double[] c, int size, int i, int j, int k, int l);

    /** J of (4). */
    abstract double noise(double[] c, int size, int i, int j);
}
