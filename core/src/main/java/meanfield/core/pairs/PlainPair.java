package meanfield.core.pairs;

import java.util.Optional;

/** The state of one pair on its way through the steps. */
final class PlainPair {
    private double gap;
    private double antigap;
    private double tangent;

    private PlainPair(double gap, double antigap) {
        this.gap = gap;
        this.antigap = antigap;
    }

    /** The start: r = x·y/(|x||y|), τ = 0. */
    static PlainPair of(PairInputs rows, int i, PairInputs columns, int j) {
        double inverse = rows.inverseNorm()[i];
        double otherInverse = columns.inverseNorm()[j];
        if (inverse == 0 || otherInverse == 0) {
            double r = inverse == otherInverse ? 1 : 0;
            return new PlainPair(1 - r, 1 + r);
        }
        double r = 0;
        for (int c = 0; c < rows.dimension(); c++) {
            r += rows.matrix().get(i, c) * columns.matrix().get(j, c);
        }
        r *= inverse * otherInverse;
        if (Math.min(1 - r, 1 + r) >= PairProblem.NEARLY_PARALLEL) {
            return new PlainPair(1 - r, 1 + r);
        }
        double sign = r > 0 ? 1 : -1;
        double small = 0;
        for (int c = 0; c < rows.dimension(); c++) {
            double difference =
                    rows.matrix().get(i, c) * inverse - sign * columns.matrix().get(j, c) * otherInverse;
            small += 0.5 * difference * difference;
        }
        return sign > 0 ? new PlainPair(small, 2 - small) : new PlainPair(2 - small, small);
    }

    /** k_ij. */
    double covariance(PairProblem problem, int i, int j) {
        return problem.rows().deviation()[i] * problem.columns().deviation()[j] * correlation();
    }

    /** t_ij. */
    double tangentKernel(PairProblem problem, int i, int j) {
        return problem.rows().scale()[i] * problem.columns().scale()[j] * tangent;
    }

    private double correlation() {
        return 0.5 * (antigap - gap);
    }

    void apply(PairStep step, int i, int j) {
        if (step instanceof PairStep.AddCorrelation) {
            tangent += correlation();
        } else if (step instanceof PairStep.Tangent dense) {
            tangent = dense.correlation().product(i, j) * correlation()
                    + dense.tangent().product(i, j) * tangent
                    + product(dense.constant(), i, j);
        } else if (step instanceof PairStep.Affine affine) {
            affine(affine, i, j);
        } else if (step instanceof PairStep.Rectifier rectifier) {
            rectifier(rectifier.mixing());
        } else if (step instanceof PairStep.ErrorFunction erf) {
            errorFunction(erf, i, j);
        } else if (step instanceof PairStep.Zonal zonal) {
            zonal(zonal);
        } else {
            throw new IllegalStateException("unknown step " + step);
        }
    }

    private static double product(Optional<PairFactor> factor, int i, int j) {
        return factor.isPresent() ? factor.get().product(i, j) : 0;
    }

    private void affine(PairStep.Affine step, int i, int j) {
        double spread = step.weight().halfSquaredDifference(i, j) + step.bias().halfSquaredDifference(i, j);
        double missing = product(step.missing(), i, j);
        if (step.missing().isPresent()) {
            PairFactor e = step.missing().get();
            spread += 0.5 * (e.rows()[i] + e.columns()[j]) - missing;
        }
        double weight = step.weight().product(i, j);
        gap = weight * gap + spread;
        antigap = weight * antigap + spread + 2 * step.bias().product(i, j) + 2 * missing;
    }

    private void rectifier(double mixing) {
        double slope = (1 + mixing) / Math.PI;
        double u = gap;
        double v = antigap;
        double near = Math.min(u, v);
        double angle = 2 * Math.asin(Math.sqrt(0.5 * near));
        double y = slope * (Math.sqrt(near * (2 - near)) - angle * (1 - near));
        boolean acute = u <= v;
        gap = Math.max(0, acute ? u - y : 1 - mixing + mixing * v - y);
        antigap = Math.max(0, acute ? v + y : 1 + mixing - mixing * v + y);
        tangent *= acute ? 1 - slope * angle : slope * angle - mixing;
    }

    private void errorFunction(PairStep.ErrorFunction step, int i, int j) {
        ErrorFunctionPair pair = new ErrorFunctionPair(
                step.weight().rows()[i],
                step.weight().columns()[j],
                step.bias().rows()[i],
                step.bias().columns()[j],
                Math.min(gap, antigap));
        tangent *= step.slope().product(i, j) / pair.sine();
        double near = pair.gap(step.value().rows()[i], step.value().columns()[j]);
        boolean acute = gap <= antigap;
        gap = acute ? near : 2 - near;
        antigap = acute ? 2 - near : near;
    }

    private void zonal(PairStep.Zonal step) {
        double angle = 2 * Math.atan2(Math.sqrt(gap), Math.sqrt(antigap));
        double r = chebyshev(step.nngp(), angle);
        tangent = step.tangentRatio() * chebyshev(step.ntk(), angle);
        gap = 1 - r;
        antigap = 1 + r;
    }

    /** Σ_k c_k T_k(2θ/π - 1) by Reinsch's form of Clenshaw's recurrence, from the nearer end. */
    private static double chebyshev(double[] coefficients, double angle) {
        int end = angle < 0.5 * Math.PI ? -1 : 1;
        double e = 2 / Math.PI * (end < 0 ? angle : Math.PI - angle);
        double b = 0;
        double d = 0;
        for (int k = coefficients.length - 1; k > 0; k--) {
            d = coefficients[k] - end * (2 * e * b - d);
            b = d + end * b;
        }
        return coefficients[0] + end * (d - e * b);
    }
}
