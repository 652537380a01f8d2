package meanfield.approximation.experiments.baselines;

import meanfield.approximation.greedy.SampledTarget;

/** Functions on [0,1]^d for greedy approximation. */
public enum GreedyTarget implements SampledTarget.Function {
    /** sin 2πx. */
    SINE(1, (x, y) -> Math.sin(2 * Math.PI * x)),
    /** e^x. */
    EXP(1, (x, y) -> Math.exp(x)),
    /** 1/(1 + 25(2x-1)²). */
    RUNGE(1, (x, y) -> 1 / (1 + 25 * (2 * x - 1) * (2 * x - 1))),
    /** |x - 1/3|. */
    KINK(1, (x, y) -> Math.abs(x - 1.0 / 3)),
    /** sin 2πx sin 2πy. */
    SINESINE(2, (x, y) -> Math.sin(2 * Math.PI * x) * Math.sin(2 * Math.PI * y)),
    /** exp(-8((x-0.4)² + (y-0.6)²)). */
    GAUSS(2, (x, y) -> Math.exp(-8 * ((x - 0.4) * (x - 0.4) + (y - 0.6) * (y - 0.6))));

    private final int dimension;
    private final SampledTarget.Function function;

    GreedyTarget(int dimension, SampledTarget.Function function) {
        this.dimension = dimension;
        this.function = function;
    }

    @Override
    public double value(double x, double y) {
        return function.value(x, y);
    }

    /** d. */
    public int dimension() {
        return dimension;
    }
}
