// %% [markdown]
// # Which activation, which rate?
//
// How many parameters does a network need to approximate a smooth function to accuracy $\varepsilon$? For some activations this has an
// exact answer, with explicit weights. You will build the first gate by hand, watch its error, and then see who wins.

// %% [markdown]
// ## 1. Squaring with ReLU
//
// A ReLU network computes piecewise linear functions. To square, it must bend often. The tooth
//
// $$g(x) = 2x_+ - 4(x-\tfrac12)_+$$
//
// maps $[0,1]$ onto itself twice. Composed $s$ times it has $2^{s-1}$ teeth: **depth makes bends cheap**. Yarotsky's square gate is
//
// $$f_m(x) = x - \sum_{s=1}^m \frac{g_s(x)}{4^s}.$$
//
// **Question 1.** $f_m$ agrees with $x^2$ at all $k/2^m$. How large is the error in between? (What is the error of linear
// interpolation of $x^2$ on an interval of length $h$? It is $h^2/4$.)

// %%
double relu(double x) {
    return Math.max(0, x);
}
double tooth(double x) {
    return 2 * relu(x) - 4 * relu(x - 0.5);
}
double square(double x, int levels) {
    double g = x;
    double f = x;
    for (int s = 1; s <= levels; s++) {
        g = tooth(g);
        f -= g / Math.pow(4, s);
    }
    return f;
}
double worst(int levels) {
    double worst = 0;
    int points = 1 << (levels + 1);                   // midpoints are odd multiples of 2^-(m+1)
    for (int k = 0; k <= points; k++) {
        double x = (double) k / points;
        worst = Math.max(worst, Math.abs(square(x, levels) - x * x));
    }
    return worst;
}
check("error of five levels", worst(5), Math.pow(4, -6), 0)

// %% [markdown]
// Equality to the last bit: all numbers are dyadic. Every level costs eight parameters and divides the error by four.

// %%
var gate = compute(sweep("approximation.square-gate").with("levels", List.of(1, 2, 3, 4, 5, 6, 7, 8)));
check("parameters of eight levels", gate.resultTable().number(7, "parameters"), 8 * 8 - 1, 0)

// %%
show(gate)

// %% [markdown]
// **Question 2.** Look at a grid of $2^m$ points only: how large does the error seem? (Change `points` above to `1 << levels`.) This is
// why sup errors must not be measured on dyadic grids.

// %% [markdown]
// ## 2. Two units instead of many
//
// The unit $a_1 x_+ + a_2 x_+^2$ (PolyReLU) squares exactly: $x_+^2 + (-x)_+^2 = x^2$. And products follow from squares.

// %%
double polyRelu(double x) {
    return relu(x) * relu(x);
}
double product(double x, double y) {
    return 0.25 * (polyRelu(x + y) + polyRelu(-x - y) - polyRelu(x - y) - polyRelu(y - x));
}
check("π · e", product(Math.PI, Math.E), Math.PI * Math.E, 1e-14)

// %% [markdown]
// ## 3. Approximating a function
//
// Local Taylor polynomials, glued by hats, on $N$ cells: with exact products the error is $C N^{-n}$ and the parameters are $C'N^d$. ReLU
// pays a logarithm for its products.
//
// **Question 3.** The kink $(x - 1/3)_+^2/2$ has two bounded derivatives. Which slope of error against parameters do you expect in
// one dimension?

// %%
var poly = compute(sweep("approximation.sobolev-rates").with("target", "kink").with("smoothness", 2).
        with("activation", "polyrelu").with("cells", List.of(16, 32, 64, 128, 256)));
show(poly)

// %%
ResultTable rows = poly.resultTable();
double gain = Math.log(rows.number(0, "supError") / rows.number(4, "supError"));
double price = Math.log(rows.number(4, "parameters") / rows.number(0, "parameters"));
check("your slope from the first and last point", -gain / price, -2, 0.1)

// %% [markdown]
// Now every kind of unit on the same axes. **Question 4.** Four of the five fits have about the slope $-2$. Which one is flatter, and what does
// it pay for? (Its gates need $m \approx \log_2 N$ levels for every product, so that $W \sim N \log N$: there is a logarithm in its parameters, not
// in its error.)

// %%
show(compute(sweep("approximation.sobolev-rates").with("target", "kink").with("smoothness", 2).
        with("cells", List.of(16, 32, 64, 128, 256)).
        axis("activation", values("polyrelu", "relu", "requ", "quadratic", "rational"))))

// %% [markdown]
// ## 4. How far from the best?
//
// No method whose weights depend continuously on the function can beat $W^{-n/d}$ (DeVore, Howard and Micchelli). The optimal line in the
// figures is that bound with its constant, for the worst function of the class: one function may lie below it. Here it is beside
// the constructions, polynomials, splines and networks that were trained.

// %%
show(compute(sweep("approximation.optimal-line").with("target", "kink").with("smoothness", 2).with("cells", List.of(8, 16, 32, 64, 128))))

// %% [markdown]
// **Question 5.** Splines run along the line with two hundred coefficients; PolyReLU runs parallel to it, several times to the right. What does
// the distance cost, and what does the slope? The classical baselines in one number each: on $|x|$ best polynomials gain only $0.2802/n$,
// best rational functions $8e^{-\pi\sqrt n}$.

// %%
var best = compute(sweep("approximation.polynomial-minimax").with("function", "abs").with("degree", 40));
check("degree times error approaches Bernstein's constant", 40 * best.resultTable().number(0, "minimaxError"), 0.28016949902, 1e-3)

// %% [markdown]
// **Find it yourself.** How many levels does the ReLU square gate need for an error below $10^{-6}$, and how many parameters is that?

// %%
int levels = 9;
check("error below one in a million", worst(levels) < 1e-6 ? 1 : 0, 1, 0)

// %% [markdown]
// **Where to go from here.** `approximation.activations` trains networks against these constructions; `approximation.zolotarev` composes
// rational functions of degree three, which double their digits with every few parameters; `approximation.barron-monte-carlo` has a rate that
// does not know the dimension.
