// %% [markdown]
// # Why does early stopping help score matching?
//
// Diffusion models draw pictures by following the *score* $\nabla\ln p_t$ of noisy data, and a network learns that score by removing noise from examples. Train it to the end and it has learned the examples by heart.
// In one dimension, with a mixture of two Gaussians, everything can be seen and most of it computed: the exact score, what a wide network learns at every time, and why the best time to stop is neither early nor late.
//
// Guess where it says **Predict**; answers to the exercises are folded away.

// %% [markdown]
// ## 1. A score that is known
//
// Data $x_0$ come from $0.3\,N(-1.5, 0.2) + 0.7\,N(1, 0.4)$; noise is added, $x = \alpha x_0 + \sigma z$ with $\alpha = 0.8$, $\sigma = 0.6$. Both the density of $x$ and the best guess of $x_0$, $m(x) = E[x_0|x]$, are sums over the two components.

// %%
double alpha = 0.8;
double sigma = 0.6;
double[] weight = {0.3, 0.7};
double[] mean = {-1.5, 1};
double[] variance = {0.2, 0.4};
double part(int k, double x) {
    double v = alpha * alpha * variance[k] + sigma * sigma;
    return weight[k] * Math.exp(-(x - alpha * mean[k]) * (x - alpha * mean[k]) / (2 * v)) / Math.sqrt(2 * Math.PI * v);
}
double density(double x) {
    return part(0, x) + part(1, x);
}
double regression(double x) {
    double sum = 0;
    for (int k = 0; k < 2; k++) {
        double v = alpha * alpha * variance[k] + sigma * sigma;
        sum += part(k, x) * (mean[k] + alpha * variance[k] / v * (x - alpha * mean[k]));
    }
    return sum / density(x);
}
double score(double x, double guess) {
    return (alpha * guess - x) / (sigma * sigma);
}
double slope = (Math.log(density(0.3 + 1e-5)) - Math.log(density(0.3 - 1e-5))) / 2e-5;
check("Tweedie: the score at 0.3 from the best guess of x₀", score(0.3, regression(0.3)), slope, 1e-8)

// %% [markdown]
// So learning the score *is* regression: guess $x_0$ from $x$. The catch is in the labels.
//
// ## 2. Noisy labels
//
// Draw 60 pairs. **Predict:** plotted against $x$, how close do the labels $x_0$ lie to the curve $m(x)$?

// %%
int n = 60;
double[][] draw(int count, RandomStream random) {
    double[][] pairs = new double[count][2];
    for (double[] pair : pairs) {
        int k = random.nextDouble() < weight[0] ? 0 : 1;
        pair[1] = mean[k] + Math.sqrt(variance[k]) * random.nextGaussian();
        pair[0] = alpha * pair[1] + sigma * random.nextGaussian();
    }
    return pairs;
}
double[][] pairs = draw(n, RandomStream.of(5));
double[] points = Arrays.stream(pairs).mapToDouble(p -> p[0]).toArray();
double[] labels = Arrays.stream(pairs).mapToDouble(p -> p[1]).toArray();
double[] line = IntStream.range(0, 121).mapToDouble(i -> -3 + i * 0.05).toArray();
double[] exact = Arrays.stream(line).map(v -> regression(v)).toArray();
double[] padded(double[] before, int from, double[] values, int size) {
    double[] all = new double[size];
    Arrays.fill(all, Double.NaN);
    System.arraycopy(values, 0, all, from, values.length);
    return all;
}
int size = n + line.length;
double[] at = DoubleStream.concat(Arrays.stream(points), Arrays.stream(line)).toArray();
show(Figure.xy("labels", "x", "exact").
        with(Layer.line("exact").labelled("best guess m(x)")).
        with(Layer.points("label").labelled("labels x_0")).
        withLabels("noisy input x", "x_0"),
    table("x", at, "label", padded(at, 0, labels, size), "exact", padded(at, n, exact, size)))

// %% [markdown]
// The spread of the points around the curve is the *label noise* $\tau^2 = \mathrm{Var}(x_0|x)$: no amount of training removes it from the loss, and whoever fits the labels exactly has fitted it.
//
// ## 3. What a wide network learns, at every time
//
// A wide network with one hidden ReLU layer, trained by gradient flow, is $f_t(x) = \Theta(x,X)\,\Theta^{-1}(1-e^{-\Theta t/n})\,y$. Its input is $(x, 1)$. Compare two trainings at the same 60 points: with the labels as they are, and with perfect labels $m(x_i)$.
//
// **Predict:** sketch both errors against training time.

// %%
DMatrixRMaj lifted(double[] values) {
    DMatrixRMaj inputs = new DMatrixRMaj(values.length, 2);
    for (int i = 0; i < values.length; i++) {
        inputs.set(i, 0, values[i]);
        inputs.set(i, 1, 1);
    }
    return inputs;
}
DMatrixRMaj column(double[] values) {
    return new DMatrixRMaj(values.length, 1, true, values);
}
var wide = KernelRecursion.of(WideNetwork.of(StandardActivation.RELU).withWeightVariance(2));
double[] fresh = Arrays.stream(draw(1000, RandomStream.of(6))).mapToDouble(p -> p[0]).toArray();
double error(DMatrixRMaj outputs) {
    double sum = 0;
    for (int i = 0; i < fresh.length; i++) {
        sum += Math.pow(outputs.get(i, 0) - regression(fresh[i]), 2);
    }
    return sum / fresh.length;
}
DMatrixRMaj train = wide.kernel(KernelKind.NTK, lifted(points));
DMatrixRMaj cross = wide.kernel(KernelKind.NTK, lifted(fresh), lifted(points));
var noisy = LinearizedTraining.of(train, column(labels));
var clean = LinearizedTraining.of(train, column(Arrays.stream(points).map(v -> regression(v)).toArray()));
double[] times = IntStream.range(0, 46).mapToDouble(i -> Math.pow(10, -1 + i / 5.0)).toArray();
double[] noisyError = Arrays.stream(times).map(t -> error(noisy.predict(cross, t))).toArray();
double[] cleanError = Arrays.stream(times).map(t -> error(clean.predict(cross, t))).toArray();
show(Figure.xy("times", "time", "noisy").
        with(Layer.line("noisy").labelled("labels x_0")).
        with(Layer.dashed("clean").labelled("perfect labels m(x)")).
        withLogX().withLogY().withLabels("training time t", "squared distance from m(x)"),
    table("time", times, "noisy", noisyError, "clean", cleanError))

// %%
int bestIndex = IntStream.range(0, times.length).boxed().min(Comparator.comparing(i -> noisyError[i])).orElseThrow();
check("error at the best time over the error at the end", noisyError[bestIndex] / noisyError[45], 0.1, 0.05)

// %% [markdown]
// With perfect labels training only helps. With real ones the error falls while the network learns the shape of $m$, and rises when it starts to learn the noise: gradient flow fits an eigenfunction of $\Theta$ with eigenvalue $\lambda$ at time $n/\lambda$, smooth ones
// first, and noise is mostly rough.
//
// **Exercise 1.** How large is the error of the noisy training at the end, compared with $E\tau^2$? Why is it of that order?
//
// <details><summary>Answer</summary>Of the same order, as a rule a good part of it: a function that passes through all labels carries their noise from each training point to its neighbourhood, where the fresh points are. In one dimension interpolation is local: nothing averages the noise
// of many points away.</details>

// %% [markdown]
// ## 4. See the score
//
// The learned score at the best time and at the end, beside the exact one:

// %%
DMatrixRMaj slice = wide.kernel(KernelKind.NTK, lifted(line), lifted(points));
double[] learned(double time) {
    DMatrixRMaj guess = noisy.predict(slice, time);
    return IntStream.range(0, line.length).mapToDouble(i -> score(line[i], guess.get(i, 0))).toArray();
}
double[] truth = Arrays.stream(line).map(v -> score(v, regression(v))).toArray();
show(Figure.xy("score", "x", "exact").
        with(Layer.line("late").labelled("trained to the end")).
        with(Layer.line("early").labelled("stopped at the best time")).
        with(Layer.dashed("exact").labelled("exact score")).
        withLabels("x", "score"),
    table("x", line, "late", learned(times[45]), "early", learned(times[bestIndex]), "exact", truth))

// %% [markdown]
// A sampler that follows the jagged line is drawn to the training points: it gives the examples back. That is memorization, and stopping is one cure.
//
// ## 5. Finite networks, and exact theory
//
// Given the inputs, the mean of the error over the label noise can be computed exactly. The experiment `ntk.score-matching` (two dimensions) draws it with regressions on redrawn labels and trained networks of 128 units.
// **Predict:** do finite networks have a minimum too, and at the same time?

// %%
show(compute(sweep("ntk.score-matching").with("testSize", 400).with("labelDraws", 60).
        with("networks", 4).with("width", 128).with("networkTime", 150.0)))

// %% [markdown]
// ## 6. More data: stop later
//
// **Predict:** four times as many examples: does the best time grow, and does the error fall to a quarter?

// %%
double[] sizes = {32, 64, 128, 256};
double[] stops = new double[sizes.length];
double[] errors = new double[sizes.length];
for (int i = 0; i < sizes.length; i++) {
    var result = compute(sweep("ntk.score-matching").with("trainSize", (int) sizes[i]).
            with("testSize", 500).with("labelDraws", 0).with("networks", 0));
    stops[i] = ((Number) result.summary().get("optimalTime")).doubleValue();
    errors[i] = ((Number) result.summary().get("minimumExcessRisk")).doubleValue();
}
show(Figure.xy("sizes", "n", "error").
        with(Layer.points("error").labelled("error at the best time")).
        with(Layer.powerFit("error")).
        withLogX().withLogY().withLabels("training examples n", "smallest excess risk"),
    table("n", sizes, "error", errors))

// %%
check("the best time grows with n: from 32 to 256 examples by a factor above 2", stops[3] / stops[0] > 2 ? 1 : 0, 1, 0)

// %% [markdown]
// **Exercise 2.** The error falls more slowly than $1/n$: four times as many examples leave more than a third of it. Which two parts of it are in balance at the best time, and which of them would fall like $1/n$ if the time were kept fixed?
//
// <details><summary>Answer</summary>The part of $m$ that is not learned yet (bias) and the noise that is learned already (variance). At fixed $t$ the variance falls like $1/n$ and the bias stays; waiting longer trades one for the other, so that the sum falls
// more slowly than either could.</details>
//
// ## 7. A ridge in place of a clock
//
// A ridge $\rho$ and $t = \infty$ also leave small eigenvalues unlearned.

// %%
double[] ridges = {1, 3, 10, 30};
double[] ends = new double[ridges.length];
for (int i = 0; i < ridges.length; i++) {
    var result = compute(sweep("ntk.score-matching").with("ridge", ridges[i]).with("testSize", 500).with("labelDraws", 0).with("networks", 0));
    ends[i] = ((Number) result.summary().get("finalExcessRisk")).doubleValue();
}
double ridgeBest = Arrays.stream(ends).min().orElseThrow();
check("best ridge over best time, smallest errors", ridgeBest / errors[2], 1, 0.25)

// %% [markdown]
// **Exercise 3.** Both cures need a number, the time or the ridge. How would you choose it without knowing $m$? Try it: `ntk.model-selection` does it for digits.
//
// <details><summary>Answer</summary>By the denoising loss on examples that were held out: it differs from the error by the constant $E\tau^2$, so that it has its minimum at the same time, although it never comes near zero.</details>
