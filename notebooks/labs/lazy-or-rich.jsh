// %% [markdown]
// # Lazy or rich?
//
// Two networks of the same architecture, the same data, the same loss. One keeps the features it was born with and only
// reweights them; the other bends its features towards the task. What decides is a single number, the **richness** $\gamma_0$, the
// inverse of the scale of the output (Chizat et al. 2019; Bordelon and Pehlevan 2022).
//
// In this lab you move $\gamma_0$ and predict, before each cell, what will happen.

// %% [markdown]
// ## 1. Two numbers are enough
//
// Take the smallest network that can learn features: linear, one hidden layer, one sample $x$ with $x^2 = 1$,
//
// $$f = \frac{1}{\gamma_0 N}\sum_i z_i h_i,\qquad h_i = w_i x.$$
//
// Gradient flow with learning rate $\gamma_0^2 N$ moves all pairs $(z_i, h_i)$ alike. Let $c = \langle z h\rangle$ and
// $\kappa = \langle z^2 + h^2\rangle$ be averages over neurons. Then
//
// $$\dot c = \gamma_0 (y - f)\,\kappa,\qquad \dot\kappa = 4\gamma_0 (y - f)\, c,\qquad f = c/\gamma_0 .$$
//
// **Question 1.** Which combination of $c$ and $\kappa$ does not change? (Differentiate $\kappa^2 - 4c^2$.)
//
// Integrate the two equations by hand, with small steps, from $c = 0$ and $\kappa = 2$ (many neurons, all $N(0,1)$).

// %%
double[] learn(double gamma0, double y, double time, double step) {
    double c = 0;
    double kappa = 2;
    for (int k = 0; k < Math.round(time / step); k++) {
        double error = y - c / gamma0;
        double half = c + 0.5 * step * gamma0 * error * kappa;           // midpoint rule
        double halfKappa = kappa + 0.5 * step * 4 * gamma0 * error * c;
        double halfError = y - half / gamma0;
        c += step * gamma0 * halfError * halfKappa;
        kappa += step * 4 * gamma0 * halfError * half;
    }
    return new double[] {c / gamma0, kappa, kappa * kappa - 4 * c * c};
}
double[] mine = learn(2, 1, 1, 1e-4);
check("κ² - 4c² stays what it was", mine[2], 4, 1e-5)

// %% [markdown]
// The library has the exact solution of these equations, and draws real networks beside it.

// %%
var exact = compute(sweep("dmft.two-layer-linear").with("gamma0", 2.0).with("target", 1.0).
        with("times", List.of(0.0, 0.5, 1.0, 2.0)).with("networks", 0));
check("your output at time 1", mine[0], exact.resultTable().number(2, "output1"), 1e-6)

// %%
check("your tangent kernel at time 1", mine[1], exact.resultTable().number(2, "ntk"), 1e-5)

// %% [markdown]
// **Question 2.** $\kappa$ is the tangent kernel of the sample. For which $\gamma_0$ does it stay at 2? What does that mean for the
// speed of learning? Write your guess down, then look.

// %%
show(compute(sweep("dmft.two-layer-linear").with("networks", 32).with("simulationWidths", List.of(100)).
        axis("gamma0", values(0.1, 1, 3))))

// %% [markdown]
// A rich network learns **faster and faster**: what it has learned makes its own kernel larger. A lazy one learns at constant
// speed, $e^{-2t}$, and its kernel never moves.

// %% [markdown]
// ## 2. A rescaling that changes nothing
//
// **Question 3.** Double $\gamma_0$ and halve the target. What happens to $\gamma_0 f(t)$? Look at the equations above before you run the cell.

// %%
double[] original = learn(1, 1, 0.7, 1e-4);
double[] rescaled = learn(2, 0.5, 0.7, 1e-4);
check("γ₀ f is the same", 2 * rescaled[0], 1 * original[0], 1e-12)

// %% [markdown]
// So a small target is as lazy as a small $\gamma_0$: only the product $\gamma_0 y$ matters.

// %% [markdown]
// ## 3. Nonlinear and deep
//
// With tanh units and two hidden layers there is no formula any more, but there is a theory: a single representative neuron
// of each layer in random fields whose covariances are made by all the others. Lines are that theory ($N=\infty$), points are
// networks of 200 units.

// %%
show(compute(sweep("dmft.richness").quick().with("sites", 300).with("draws", 2).with("networks", 6).
        axis("gamma0", values(0.1, 1, 3))))

// %% [markdown]
// **Question 4.** The middle panel shows how far the feature kernel of the last hidden layer has moved. By which factor does it shrink from
// $\gamma_0 = 1$ to $\gamma_0 = 0.1$? Theory says $\gamma_0^2$, so 100. Why do networks of finite width move a little more?
// (Look at the spread of single neurons: $\gamma_0/\sqrt N$.)

// %% [markdown]
// ## 4. When is infinite width a good story?
//
// Deep linear networks have a deterministic theory: no sampling, only matrices over time. Compare its tangent kernel with networks
// of width 50 and 400.

// %%
show(compute(sweep("dmft.deep-linear").quick().with("simulationWidths", List.of(50, 400)).with("networks", 16)))

// %% [markdown]
// **Find it yourself.** At which $\gamma_0$ has the final tangent kernel of the network of section 1 grown to three times its start, with
// $y = 1$? Use $\kappa_\infty = 2\sqrt{1 + \gamma_0^2 y^2}$.

// %%
double found = Math.sqrt(8);
check("κ at the end", learn(found, 1, 6, 1e-4)[1], 6, 1e-3)

// %% [markdown]
// **Where to go from here.** `dmft.committee` shows feature learning from a stream of samples, with its plateau; `dmft.scaling-laws`
// what happens when features do not move at all; the notebook *Why does it suddenly understand?* what happens when a network
// starts lazy and becomes rich.
