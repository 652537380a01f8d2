package meanfield.approximation.network;

/** Gates in constant time, without the network: primitives in and out, nothing allocated, nothing checked. */
public final class GateKernels {
    private GateKernels() {}

    /**
     * f_m(x) = (k² + u(2k+1))/4^m with k = ⌊2^m x⌋, u = 2^m x - k, for 0 ≤ x ≤ 1.
     *
     * @param scale 2^m
     * @param quarter 4^-m
     */
    public static double square(double x, double scale, double quarter) {
        double stretched = x * scale;
        double k = (double) (long) stretched;
        double u = stretched - k;
        return quarter * (k * k + u * (2 * k + 1));
    }

    /** π(x,y) = f_m(|x+y|/2) - f_m(|x-y|/2) on [-1,1]². */
    public static double product(double x, double y, double scale, double quarter) {
        return square(0.5 * Math.abs(x + y), scale, quarter) - square(0.5 * Math.abs(x - y), scale, quarter);
    }
}
