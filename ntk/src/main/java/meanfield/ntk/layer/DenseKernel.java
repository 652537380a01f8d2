package meanfield.ntk.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import meanfield.core.network.Parameterization;
import meanfield.core.pairs.PairFactor;
import meanfield.core.pairs.PairStep;
import meanfield.ntk.network.Dense;

/**
 * A dense layer on kernels.
 *
 * <pre>
 *   k′ = σ_w² k + σ_b²,   t′ = k′ + σ_w² t  (NTK)  or  n k + σ_w² t + [1 with a bias]  (STANDARD)        (1)
 *   u′ = α_i α_j u + ½[(α_i-α_j)² + (β_i-β_j)²],   α_i = σ_w √(p_i/p_i′),   β_i = σ_b/√p_i′              (2)
 * </pre>
 *
 * (2) is (1) for the gap u = 1 - k/√(pq); its bracket is 1 - α_iα_j - β_iβ_j without the cancellation, because
 * α² + β² = 1. Where p_i′ = 0 both vanish, and r′ is 0 with every input that has variance, 1 with one that has none.
 */
final class DenseKernel implements LayerKernel {
    private static final PairMap NOTHING = (row, block, count, chunk) -> {};

    private final Dense dense;
    private final int fanIn;

    DenseKernel(Dense dense, int fanIn) {
        this.dense = dense;
        this.fanIn = fanIn;
    }

    @Override
    public RowState rows(RowState before) {
        int n = before.size();
        double[] variance = new double[n];
        double[] tangent = new double[n];
        double[] scale = new double[n];
        double one = dense.biasVariance().isPresent() ? 1 : 0;
        for (int i = 0; i < n; i++) {
            variance[i] = dense.weightVariance() * before.variance()[i] + dense.biasVarianceOrZero();
            tangent[i] = dense.weightVariance() * before.tangent()[i]
                    + (dense.parameterization() == Parameterization.NTK
                            ? variance[i]
                            : fanIn * before.variance()[i] + one);
            double kept = before.scale()[i] > 0 ? before.scale()[i] : 1;
            scale[i] = variance[i] > 0 ? Math.sqrt(variance[i]) : kept;
        }
        return before.next(variance, tangent, scale);
    }

    @Override
    public Signs signs(Signs before) {
        return before;
    }

    @Override
    public PairMap pairs(RowState rows, RowState columns, Signs signs) {
        Side left = side(rows);
        Side right = columns == rows ? left : side(columns);
        boolean signed = signs == Signs.ANY;
        boolean keepsGap = dense.biasVarianceOrZero() == 0 && left.regular() && right.regular();
        PairMap affine = keepsGap ? NOTHING : affine(left, right, signed);
        if (dense.parameterization() == Parameterization.STANDARD) {
            // the covariance before the layer enters, so the tangent comes first
            return inOrder(standardTangent(left, right, signed), affine);
        }
        return inOrder(affine, keepsGap ? plainTangent(signed) : ntkTangent(left, right, signed));
    }

    @Override
    public Optional<List<PairStep>> steps(RowState rows, RowState columns) {
        Side left = side(rows);
        Side right = columns == rows ? left : side(columns);
        boolean regular = left.regular() && right.regular();
        boolean keepsGap = dense.biasVarianceOrZero() == 0 && regular;
        List<PairStep> affine = keepsGap
                ? List.of()
                : List.of(new PairStep.Affine(
                        new PairFactor(left.weight, right.weight),
                        new PairFactor(left.bias, right.bias),
                        regular ? Optional.empty() : Optional.of(new PairFactor(left.missing, right.missing))));
        if (dense.parameterization() == Parameterization.STANDARD) {
            return Optional.of(joined(List.of(standardStep(left, right)), affine));
        }
        PairFactor tangent = new PairFactor(left.tangentFactor, right.tangentFactor);
        PairStep fresh = keepsGap
                ? new PairStep.AddCorrelation()
                : new PairStep.Tangent(presentFactor(left, right), tangent, Optional.empty());
        return Optional.of(joined(affine, List.of(fresh)));
    }

    private static PairFactor presentFactor(Side left, Side right) {
        double[] rows = left.present();
        return new PairFactor(rows, left == right ? rows : right.present());
    }

    private PairStep standardStep(Side left, Side right) {
        double[] previous =
                Arrays.stream(left.previousFactor).map(value -> fanIn * value).toArray();
        boolean bias = dense.biasVariance().isPresent();
        return new PairStep.Tangent(
                new PairFactor(previous, right.previousFactor),
                new PairFactor(left.tangentFactor, right.tangentFactor),
                bias ? Optional.of(new PairFactor(left.biasFactor, right.biasFactor)) : Optional.empty());
    }

    private static List<PairStep> joined(List<PairStep> first, List<PairStep> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static PairMap inOrder(PairMap first, PairMap second) {
        return (row, block, count, chunk) -> {
            first.apply(row, block, count, chunk);
            second.apply(row, block, count, chunk);
        };
    }

    /** r into the scratch array. */
    private static void correlation(boolean signed, int count, PairChunk chunk) {
        if (signed) {
            DenseKernels.signedCorrelation(count, chunk.gap, chunk.antigap, chunk.angle);
        } else {
            DenseKernels.correlation(count, chunk.gap, chunk.angle);
        }
    }

    /** τ′ = r′ + τ, where no bias changes the scales. */
    private static PairMap plainTangent(boolean signed) {
        return (row, block, count, chunk) -> {
            if (chunk.wantsTangent) {
                correlation(signed, count, chunk);
                DenseKernels.add(count, chunk.angle, chunk.tangent);
            }
        };
    }

    /** τ′ = r′ + σ_w² (m_i m_j/m_i′ m_j′) τ. */
    private static PairMap ntkTangent(Side left, Side right, boolean signed) {
        double[][] factors = right.split(right.tangentFactor);
        PairMap presence = presence(left, right);
        return (row, block, count, chunk) -> {
            if (chunk.wantsTangent) {
                correlation(signed, count, chunk);
                presence.apply(row, block, count, chunk);
                DenseKernels.scaleAndAdd(count, left.tangentFactor[row], factors[block], chunk.angle, chunk.tangent);
            }
        };
    }

    /** Two inputs without variance are alike, r = 1, but add no covariance to the tangent. */
    private static PairMap presence(Side left, Side right) {
        if (left.regular() && right.regular()) {
            return NOTHING;
        }
        double[][] missing = right.split(right.missing);
        return (row, block, count, chunk) ->
                DenseKernels.removeMissing(count, left.missing[row], missing[block], chunk.angle);
    }

    private static PairMap affine(Side left, Side right, boolean signed) {
        double[][] weights = right.split(right.weight);
        double[][] biases = right.split(right.bias);
        double[][] missing = right.split(right.missing);
        boolean regular = left.regular() && right.regular();
        return (row, block, count, chunk) -> {
            double weight = left.weight[row];
            double bias = left.bias[row];
            DenseKernels.spread(count, weight, weights[block], bias, biases[block], chunk.angle);
            if (!regular) {
                DenseKernels.addMissing(count, left.missing[row], missing[block], chunk.angle);
            }
            DenseKernels.scaleAndAdd(count, weight, weights[block], chunk.angle, chunk.gap);
            if (signed) {
                DenseKernels.scaleAndAdd(count, weight, weights[block], chunk.angle, chunk.antigap);
                DenseKernels.addProducts(count, 2 * bias, biases[block], chunk.antigap);
                if (!regular) {
                    DenseKernels.addProducts(count, 2 * left.missing[row], missing[block], chunk.antigap);
                }
            }
        };
    }

    /** τ′ = n r √(p_i p_j)/(m_i′ m_j′) + σ_w² (m_i m_j/m_i′ m_j′) τ + [1/(m_i′ m_j′) with a bias]. */
    private PairMap standardTangent(Side left, Side right, boolean signed) {
        double[][] previous = right.split(right.previousFactor);
        double[][] factors = right.split(right.tangentFactor);
        double[][] biases = right.split(right.biasFactor);
        return (row, block, count, chunk) -> {
            if (chunk.wantsTangent) {
                correlation(signed, count, chunk);
                DenseKernels.multiply(count, fanIn * left.previousFactor[row], previous[block], chunk.angle);
                DenseKernels.scaleAndAdd(count, left.tangentFactor[row], factors[block], chunk.angle, chunk.tangent);
                DenseKernels.addProducts(count, left.biasFactor[row], biases[block], chunk.tangent);
            }
        };
    }

    private Side side(RowState before) {
        int n = before.size();
        RowState after = rows(before);
        double biasDeviation = Math.sqrt(dense.biasVarianceOrZero());
        boolean standardBias = dense.parameterization() == Parameterization.STANDARD
                && dense.biasVariance().isPresent();
        Side side = new Side(
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                before.width());
        for (int i = 0; i < n; i++) {
            double deviation = Math.sqrt(after.variance()[i]);
            boolean present = deviation > 0;
            // one root of the quotient: σ_w rounded once and used in every layer would bias all layers alike
            side.weight[i] =
                    present ? Math.sqrt(dense.weightVariance() * before.variance()[i] / after.variance()[i]) : 0;
            side.bias[i] = present ? biasDeviation / deviation : 0;
            side.missing[i] = present ? 0 : 1;
            side.tangentFactor[i] = side.weight[i] > 0
                    ? side.weight[i]
                    : Math.sqrt(dense.weightVariance()) * before.scale()[i] / after.scale()[i];
            side.previousFactor[i] = Math.sqrt(before.variance()[i]) / after.scale()[i];
            side.biasFactor[i] = standardBias ? 1 / after.scale()[i] : 0;
        }
        return side;
    }

    /**
     * What the pair formula needs of single inputs.
     *
     * @param weight α_i
     * @param bias β_i
     * @param missing 1 where p_i′ = 0
     * @param tangentFactor σ_w m_i/m_i′
     * @param previousFactor √p_i/m_i′
     * @param biasFactor 1/m_i′ where a bias is trained itself, otherwise 0
     * @param width inputs in a block of columns
     */
    record Side(
            double[] weight,
            double[] bias,
            double[] missing,
            double[] tangentFactor,
            double[] previousFactor,
            double[] biasFactor,
            int width) {
        double[][] split(double[] values) {
            return RowState.split(values, width);
        }

        /** 1 where p_i′ &gt; 0, otherwise 0. */
        double[] present() {
            return Arrays.stream(missing).map(value -> 1 - value).toArray();
        }

        boolean regular() {
            return Arrays.stream(missing).allMatch(value -> value == 0);
        }
    }
}
