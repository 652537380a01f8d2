package meanfield.approximation.rational;

/** Errors of Zolotarev's functions from the nome of their gap, as products of positive factors. */
final class NomeKernels {
    private NomeKernels() {}

    /**
     * e at t = π r K/K′, equation (3) of {@link ZolotarevSign}: the modulus of nome q = exp(-2t),
     * √k = 2 q^{1/4} Π ((1 + q^{2n})/(1 + q^{2n-1}))²; near 1 through the complement, nome exp(-π²/(2t)).
     */
    static double error(double t) {
        if (2 * t >= Math.PI) {
            return modulusOfNome(2 * t);
        }
        double complement = modulusOfNome(Math.PI * Math.PI / (2 * t));
        return Math.sqrt((1 - complement) * (1 + complement));
    }

    /** The band (1-e)/(1+e) that the function reaches: the modulus of nome exp(-π²/t). */
    static double reached(double t) {
        double s = Math.PI * Math.PI / t;
        if (s >= Math.PI) {
            return modulusOfNome(s);
        }
        double e = error(t);
        return (1 - e) / (1 + e);
    }

    /** k = 4√q Π_{n ≥ 1} ((1 + q^{2n})/(1 + q^{2n-1}))⁴ of q = exp(-s), s ≥ π. */
    private static double modulusOfNome(double s) {
        double product = 1;
        for (int n = 1; n <= 7; n++) {
            double factor = (1 + Math.exp(-2 * n * s)) / (1 + Math.exp(-(2 * n - 1) * s));
            product *= factor;
        }
        double square = product * product;
        return 4 * Math.exp(-0.5 * s) * square * square;
    }
}
