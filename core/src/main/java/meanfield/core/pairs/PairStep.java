package meanfield.core.pairs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import meanfield.core.Require;

/** One formula on the state (u, v, τ) of pairs: a layer, or part of one. The set is closed, so that engines can know it. */
public sealed interface PairStep {
    /** The values of single inputs that the step reads. */
    default List<PairFactor> factors() {
        return List.of();
    }

    /** τ′ = r + τ: a dense layer without bias in the NTK parameterization. */
    record AddCorrelation() implements PairStep {}

    /**
     * τ′ = f_i f_j r + g_i g_j τ + h_i h_j: what any other dense layer adds to the tangent kernel.
     *
     * @param correlation f; 0 where an input has no variance
     * @param tangent g
     * @param constant h, absent where it is 0
     */
    record Tangent(PairFactor correlation, PairFactor tangent, Optional<PairFactor> constant) implements PairStep {
        @Override
        public List<PairFactor> factors() {
            return Stream.concat(Stream.of(correlation, tangent), constant.stream())
                    .toList();
        }
    }

    /**
     * Weights and biases on correlations, with α_i² + β_i² + e_i = 1; nothing cancels in u′ and v′.
     *
     * <pre>
     *   d = ½[(α_i - α_j)² + (β_i - β_j)²] + ½(e_i + e_j) - e_i e_j
     *   u′ = α_i α_j u + d,   v′ = α_i α_j v + d + 2 β_i β_j + 2 e_i e_j
     * </pre>
     *
     * @param weight α
     * @param bias β
     * @param missing e: 1 for an input without variance after the step, otherwise 0; absent where all have some
     */
    record Affine(PairFactor weight, PairFactor bias, Optional<PairFactor> missing) implements PairStep {
        @Override
        public List<PairFactor> factors() {
            return Stream.concat(Stream.of(weight, bias), missing.stream()).toList();
        }
    }

    /**
     * A positively homogeneous activation of degree one, with ψ = arccos(1 - min(u, v)), g = (1+γ)/π, y = g (sin ψ - ψ cos ψ).
     *
     * <pre>
     *   u &le; v:   u′ = u - y,             v′ = v + y,             τ′ = τ (1 - gψ)
     *   u &gt; v:   u′ = 1 - γ + γv - y,    v′ = 1 + γ - γv + y,    τ′ = τ (gψ - γ)
     * </pre>
     *
     * @param mixing γ = 2φ(1)φ(-1)/(φ(1)² + φ(-1)²): 0 for ReLU, 1 for |x|, -1 for the identity
     */
    record Rectifier(double mixing) implements PairStep {
        public Rectifier {
            Require.inRange("mixing", mixing, -1, 1);
        }
    }

    /**
     * The error function a erf(bx), with S = 2b²p, α² = S/(1+S), β² = 1/(1+S), A = arcsin.
     *
     * <pre>
     *   w = α_i α_j min(u, v) + ½[(α_i-α_j)² + (β_i-β_j)²] + β_i β_j,   τ′ = τ g_i g_j/√(w(2-w))
     *   r′ = ±f_i f_j A(1 - w),   1 - |r′| = ½ f_i f_j [A(α_i²) + A(α_j²) - 2A(1-w) - (1/f_i - 1/f_j)²]
     * </pre>
     *
     * with the sign of v - u. The second line's bracket is taken from differences of angles, so that nearly parallel pairs
     * keep their digits where S is 1/4 or more; below, 1e-16/S of the gap is lost.
     *
     * @param weight α
     * @param bias β
     * @param value f = 1/√A(α²)
     * @param slope g, with all scales of the tangent kernel
     */
    record ErrorFunction(PairFactor weight, PairFactor bias, PairFactor value, PairFactor slope) implements PairStep {
        @Override
        public List<PairFactor> factors() {
            return List.of(weight, bias, value, slope);
        }
    }

    /**
     * All layers at once where the kernels depend on the angle θ alone.
     *
     * <pre>
     *   r′ = Σ_k a_k T_k(2θ/π - 1),   τ′ = ρ Σ_k b_k T_k(2θ/π - 1)
     * </pre>
     *
     * @param nngp a_k; not copied, never changed
     * @param ntk b_k
     * @param tangentRatio ρ
     */
    record Zonal(double[] nngp, double[] ntk, double tangentRatio) implements PairStep {
        public Zonal {
            Require.that(nngp.length > 0, "nngp", "have a coefficient", 0);
            Require.that(ntk.length > 0, "ntk", "have a coefficient", 0);
            Require.finite("tangentRatio", tangentRatio);
        }
    }
}
