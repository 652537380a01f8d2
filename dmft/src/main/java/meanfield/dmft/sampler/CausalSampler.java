package meanfield.dmft.sampler;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.Require;
import meanfield.core.activation.Activation;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.feature.LearningTrajectory;

/**
 * Feature learning of infinitely wide deep nonlinear networks, by Monte Carlo over representative neurons in one pass.
 *
 * <pre>
 *   h^l(t) = u^l(t) + Σ_{s &lt; t} [A^{l-1}(t,s) + k Φ^{l-1}(t,s) Δ(s)] g^l(s),        u^l ~ GP(0, Φ^{l-1})         (1)
 *   z^l(t) = r^l(t) + Σ_{s ≤ t} [B^l(t,s) + k G^{l+1}(t,s) Δ(s)] φ(h^l(s)),       r^l ~ GP(0, G^{l+1})         (2)
 *   g = φ′(h) z,   Φ = ⟨φ φ⟩,   G = ⟨g g⟩,   f = ⟨z^L φ(h^L)⟩/γ₀                                                 (3)
 *   A^l(t,s) = ⟨∂φ(h^l(t))/∂r^l(s)⟩,   B^l(t,s) = ⟨∂g^{l+1}(t)/∂u^{l+1}(s)⟩                                      (4)
 * </pre>
 *
 * Symbols of {@link LearningProblem}; sample indices are understood, the Δ term of (2) ends at s &lt; t. Whatever enters
 * time t comes from earlier times or from the layer before, so that S sites per layer are moved forward once: forward
 * through the layers, back through the layers, error. The responses (4) come from one backward pass through (1) and (2) a
 * site, sample and time; no array of path derivatives is kept. B(t,t) = ⟨φ″(h) z⟩ + … does not vanish for nonlinear φ.
 *
 * <p>Accuracy: standard error ~ S^(-1/2) and a bias ~ 1/S, because the kernels are averages over the same sites;
 * independent draws of all sites give the standard error. Outputs are centred. With φ linear and exact source moments
 * the result is exact. The Dirac part of φ″ at a kink (ReLU) enters (4) as a kernel density of the sites, with a bias
 * of about one percent of B. A jump of φ has no such average: L ≥ 2 then needs a continuous φ. For L ≥ 2 S
 * must be several times TP, since S sites make kernels of rank S at most. Where finite steps of gradient descent are
 * unstable themselves (η γ₀ too large), networks and draws differ by as much as the kernels: the standard error says so.
 *
 * <p>Cost: (L - 1) · 2/3 S (TP)³ multiplications a draw and S TP evaluations of φ, φ′, φ″ a layer; memory
 * {@link #bytes}, 72 L S TP bytes and small change. The same stream gives the same bits for any number of
 * threads. Source: [Bordelon2022].
 *
 * @param sites S of one draw, at least 2; rounded up to an even number for exact moments
 * @param draws independent draws, at least 1; one gives no standard error
 * @param moments of the sources
 * @param responses included, or ignored for comparison
 */
public record CausalSampler(int sites, int draws, SourceMoments moments, ResponseTerms responses) {
    /** Checked. */
    public CausalSampler {
        Require.atLeast("sites", sites, 2);
        Require.atLeast("draws", draws, 1);
        Require.present("moments", moments);
        Require.present("responses", responses);
    }

    /** 500 sites, 8 draws, exact moments, with responses. */
    public static CausalSampler withDefaults() {
        return new CausalSampler(500, 8, SourceMoments.EXACT, ResponseTerms.INCLUDED);
    }

    /** With S sites in each draw. */
    public CausalSampler withSites(int sites) {
        return new CausalSampler(sites, draws, moments, responses);
    }

    /** With so many draws. */
    public CausalSampler withDraws(int draws) {
        return new CausalSampler(sites, draws, moments, responses);
    }

    /** With such sources. */
    public CausalSampler withMoments(SourceMoments moments) {
        return new CausalSampler(sites, draws, moments, responses);
    }

    /** With the responses included or ignored. */
    public CausalSampler withResponses(ResponseTerms responses) {
        return new CausalSampler(sites, draws, moments, responses);
    }

    /** All draws, one after the other, each on all workers. */
    public SampledDynamics solve(LearningProblem problem, RandomStream random, Workers workers) {
        Require.present("problem", problem);
        Require.present("random", random);
        Require.that(
                problem.hiddenLayers() == 1 || isContinuous(problem.activation()),
                "activation",
                "be continuous for more than one hidden layer",
                problem.activation().label());
        List<SampledDynamics.Draw> all = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            all.add(draw(problem, random.child(draw), workers));
        }
        return new SampledDynamics(problem, all);
    }

    private SampledDynamics.Draw draw(LearningProblem problem, RandomStream random, Workers workers) {
        SiteProcess process = new SiteProcess(problem, this, random, workers);
        KernelState state = new KernelState(problem);
        LearningTrajectory.Recorder recorder = LearningTrajectory.recorder(problem);
        for (int t = 0; t <= problem.steps(); t++) {
            process.advance(state, state, t);
            if (!process.convergence().isConverged() || !state.record(t, recorder)) {
                break;
            }
        }
        Convergence verdict = process.convergence();
        return new SampledDynamics.Draw(state, recorder.finish(verdict));
    }

    private static boolean isContinuous(Activation activation) {
        for (double kink : activation.kinks()) {
            double step = 1e-9 * Math.max(1, Math.abs(kink));
            if (Math.abs(activation.value(kink + step) - activation.value(kink - step)) > 1e-6) {
                return false;
            }
        }
        return true;
    }

    /** Memory of arrays while one draw runs. */
    public double bytes(LearningProblem problem) {
        double size = (problem.steps() + 1.0) * problem.samples();
        double layers = problem.hiddenLayers();
        return 8 * layers * (9.0 * sites * size + 12 * size * size) + 32 * layers * draws * size * size;
    }
}
