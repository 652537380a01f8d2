// %% [markdown]
// # How deep is a wide network?
//
// Theory of wide networks takes the width to infinity. Then depth should not matter, or should it? This lab meets three answers: signals die or blow apart
// over a *depth scale* that no width can change; fluctuations grow like *depth over width*; and at infinite depth the kernel becomes one of three classifiers,
// one of which is the best there is. Guess where it says **Predict**; answers to the exercises are folded away.

// %% [markdown]
// ## 1. How far does a signal reach?
//
// In a random tanh network the correlation of two inputs approaches its fixed point like $e^{-l/\xi_c}$, with $\xi_c^{-1} = -\ln C'(c^*)$. A network that is much deeper than $\xi_c$
// has forgotten what went in, and nothing can be learned from its output.
//
// **Predict:** with $\sigma_b^2 = 0.05$, at which weight variance can a signal cross 100 layers? Over how wide a range?

// %%
var scales = compute(sweep("ntk.order-chaos").with("biasVariance", 0.05).
        with("simulationWidth", 400).with("simulationDepth", 60).with("networks", 6).
        axis("weightVariance", linear(1, 3.5, 21)));
show(scales.figures().get(1), scales)

// %%
var theory = scales.resultTable().where(Map.of("source", "theory"));
double best = 0;
double longest = 0;
for (int i = 0; i < theory.size(); i++) {
    if (theory.number(i, "correlationDepth") > longest) {
        longest = theory.number(i, "correlationDepth");
        best = theory.number(i, "weightVariance");
    }
}
check("weight variance with the longest memory", best, 1.75, 0.13)

// %% [markdown]
// The points are networks of 400 units, started beside the fixed point: how fast they forget the difference. Their width changes nothing but the error bars.
//
// **Exercise 1.** ReLU has $\chi_1 = \sigma_w^2/2$ for every length. What is $\xi_c$ at $\sigma_w^2 = 1.5$? And at $\sigma_w^2 = 2$ without bias: does a signal live for ever?
//
// <details><summary>Answer</summary>$\xi_c = 1/\ln(4/3) = 3.48$ layers at 1.5. At 2 the slope is 1 and the depth scale infinite, but inputs still become alike, like $1/l^2$: a power law in place of an
// exponential. Section 3 shows where it ends.</details>
//
// ## 2. Depth over width
//
// The limit of infinite width is a limit of fixed depth. Give each layer $n$ ReLU units with $\sigma_w^2 = 2$. The length of the signal is multiplied, layer by layer, by
// a random number $\frac2n\sum_i \mathrm{relu}(g_i)^2$ of mean 1 and variance $5/n$, and these numbers multiply up:
//
// $$\frac{E z^4}{3\,(E z^2)^2} = \left(1 + \frac5n\right)^L.$$
//
// A Gaussian has 1 on the right. **Predict:** which of these is closest to a Gaussian: 100 layers of 1000 units, 10 layers of 64 units, 3 layers of 16 units?

// %%
double[] lengths(int depth, int width, int networks) {
    double[] result = new double[networks];
    for (int m = 0; m < networks; m++) {
        var random = RandomStream.of(3).child(depth).child(width).child(m);
        double g = 1;
        for (int l = 0; l < depth; l++) {
            double sum = 0;
            for (int i = 0; i < width; i++) {
                double z = Math.max(0, random.nextGaussian());
                sum += z * z;
            }
            g *= 2 * sum / width;
        }
        result[m] = g;
    }
    return result;
}
double[] drawn = lengths(5, 32, 20_000);
double squares = Arrays.stream(drawn).map(g -> g * g).average().orElseThrow();
check("E z^4/3 of five layers of 32 units", squares, Math.pow(1 + 5.0 / 32, 5), 0.12)

// %% [markdown]
// All three candidates in one variable, $L/n$: the logarithm of the length is nearly Gaussian, with a variance of about $5L/n$, the more exactly the wider the layers.

// %%
double logVariance(int depth, int width) {
    double[] logs = Arrays.stream(lengths(depth, width, 1000)).map(Math::log).toArray();
    double mean = Arrays.stream(logs).average().orElseThrow();
    return Arrays.stream(logs).map(v -> (v - mean) * (v - mean)).sum() / (logs.length - 1);
}
double[] ratios = {1 / 16.0, 1 / 8.0, 3 / 16.0, 1 / 4.0, 3 / 8.0, 1 / 2.0, 3 / 4.0, 1};
double[] narrow = Arrays.stream(ratios).map(r -> logVariance((int) Math.round(16 * r), 16)).toArray();
double[] medium = Arrays.stream(ratios).map(r -> logVariance((int) Math.round(32 * r), 32)).toArray();
double[] wide = Arrays.stream(ratios).map(r -> logVariance((int) Math.round(64 * r), 64)).toArray();
double[] leading = Arrays.stream(ratios).map(r -> 5 * r).toArray();
show(Figure.xy("ratio", "ratio", "leading").
        with(Layer.line("leading").labelled("5 L/n")).
        with(Layer.points("narrow").labelled("n = 16")).
        with(Layer.points("medium").labelled("n = 32")).
        with(Layer.points("wide").labelled("n = 64")).
        withLabels("depth over width L/n", "variance of the logarithm of the length"),
    table("ratio", ratios, "leading", leading, "narrow", narrow, "medium", medium, "wide", wide))

// %%
check("64 layers of 64 units, variance over 5 L/n", wide[7] / 5, 1.06, 0.17)

// %% [markdown]
// **Exercise 2.** The three candidates have $L/n$ = 0.1, 0.16 and 0.19: the deepest is the most Gaussian. How wide must a network of 100 layers be for its kurtosis to lie within 1 % of 3?
//
// <details><summary>Answer</summary>$(1+5/n)^{100} \le 1.01$ asks for $n \ge 500/\ln 1.01 \approx 50{,}000$ units. A factor of ten in the tolerance is a factor of ten in the width.</details>
//
// The tangent kernel fluctuates by the same rule, with a slope of its own. Exact theory beside 2,000 networks a point:

// %%
show(compute(sweep("ntk.depth-to-width").with("networks", 2000).
        with("depths", List.of(1, 3, 8)).with("widths", List.of(16, 32, 64, 128))))

// %% [markdown]
// ## 3. Infinitely deep
//
// Now the width is infinite, and depth grows. For ReLU at $\sigma_w^2 = 2$ the tangent kernel of two inputs at any angle approaches a quarter of its diagonal. Iterate
// $K\leftarrow\kappa_1$, $\Theta\leftarrow K + \Theta\,\kappa_0$ with the angle $\theta$ in your hands:

// %%
double reluRatio(double angle, int depth) {
    double theta = angle;
    double tangent = Math.cos(theta);
    for (int l = 0; l < depth; l++) {
        double correlation = (Math.sin(theta) + (Math.PI - theta) * Math.cos(theta)) / Math.PI;
        tangent = correlation + tangent * (Math.PI - theta) / Math.PI;
        theta = Math.acos(Math.min(1, correlation));
    }
    return tangent / (depth + 1);
}
check("tangent kernel over its diagonal, angle 1, 1000 layers", reluRatio(1, 1000), 0.2538835, 1e-6)

// %% [markdown]
// A kernel that is the same for all pairs of different points can only count votes. **Predict:** what does the classifier do that belongs to it, and what would a kernel do that is *zero* for all pairs of different points?
//
// Radhakrishnan, Belkin and Uhler (2023) found three cases, by the averages $A = E\phi$, $A' = E\phi'$ and $B' = E\phi'^2$ (with $E\phi^2 = 1$, on the positive part of the sphere):
// $A \ne 0$: majority vote. $A = A' = 0$: nearest neighbour. $A = 0 \ne A'$: a kernel as singular as $|x-x'|^{-\alpha}$.

// %%
var regimes = compute(sweep("ntk.infinite-depth").with("draws", 0).with("gridSize", 60).with("trainSize", 60).
        with("depths", List.of(1, 100)).
        axis("activation", values("quadratic", "optimal", "mixed")));
show(regimes)

// %% [markdown]
// ## 4. The best of the three
//
// Nearest neighbours never become optimal where classes overlap, and majority votes never learn. The singular kernel does, if $\alpha$ equals the dimension $d$ of the data (the Hilbert kernel). The recipe is
//
// $$\phi = 2^{-d/4}h_3 + \sqrt{1-2\cdot2^{-d/2}}\,h_2 + 2^{-d/4}h_1,\qquad \check\phi(\xi) = 2^{-d/2}(\xi+\xi^3) + (1-2\cdot2^{-d/2})\,\xi^2 .$$
//
// Its limit $C(\xi) = \lim \check\phi^{\circ L}(\xi)/A'^{2L}$ obeys $C(\check\phi(\xi)) = A'^2\,C(\xi)$. Near $\xi = 1$ one step of the map stretches the gap $u = 1-\xi$ by $B'$, and multiplies $C$ by $A'^2$:
// that is the power law, and its exponent in $|x-x'| = \sqrt{2u}$ is $\alpha = -4\ln A'/\ln B'$.

// %%
double stretched(double gap, int d) {
    double b = Math.pow(2, -d / 2.0);
    return b * (4 * gap - 3 * gap * gap + gap * gap * gap) + (1 - 2 * b) * (2 * gap - gap * gap);
}
double exponent(double gap, int d) {
    double slope = Math.pow(2, -d / 2.0);
    return 2 * Math.log(slope) / Math.log(gap / stretched(gap, d));
}
double[] gaps = {0.3, 0.1, 0.03, 0.01, 1e-3, 1e-4, 1e-5, 1e-6};
double[] two = Arrays.stream(gaps).map(u -> exponent(u, 2)).toArray();
double[] three = Arrays.stream(gaps).map(u -> exponent(u, 3)).toArray();
double[] five = Arrays.stream(gaps).map(u -> exponent(u, 5)).toArray();
show(Figure.xy("exponent", "gap", "five").
        with(Layer.line("five").labelled("d = 5")).
        with(Layer.line("three").labelled("d = 3")).
        with(Layer.line("two").labelled("d = 2")).
        withLogX().withLabels("gap 1 - \\xi of the two inputs", "local exponent \\alpha").withYRange(0, 8),
    table("gap", gaps, "two", two, "three", three, "five", five))

// %%
check("exponent in three dimensions", three[7], 3, 1e-3)

// %%
var library = compute(sweep("ntk.infinite-depth").with("inputDimension", 3).with("depths", List.of(10)).with("draws", 0).with("gridSize", 0));
check("the library's fit over one period", ((Number) library.summary().get("fittedExponent")).doubleValue(), 3, 1e-3)

// %% [markdown]
// **Exercise 3.** Which exponent has ReLU after its mean is subtracted and its square normalized? Use $E\,\mathrm{relu}' = 1/2$, $E\,\mathrm{relu}'^2 = 1/2$, $\mathrm{Var}\,\mathrm{relu} = \tfrac12 - \tfrac1{2\pi}$. For which dimension of the data would it be right?
//
// <details><summary>Answer</summary>$A'^2 = \tfrac14/0.3408 = 0.7335$, $B' = \tfrac12/0.3408 = 1.467$, so $\alpha = -2\ln A'^2/\ln B' = 0.620/0.383 = 1.62$: for no whole dimension. Deep ReLU networks, centred, average over too
// large a neighbourhood of two-dimensional data.</details>
//
// **Exercise 4.** All of section 3 took the width to infinity first. What does section 2 say of a network of 1000 layers and 1000 units?
//
// <details><summary>Answer</summary>$L/n = 1$: the logarithm of its length has a variance of about 5, so that lengths of two such networks differ by a factor of ten as a rule. The infinite-depth kernel is a statement about networks much
// wider than deep.</details>
