// %% [markdown]
// # Why does it suddenly understand?
//
// A network fits its training data. For a long time nothing else happens. Then, thousands of epochs later, it starts to
// predict data it has never seen. This is **grokking** (Power et al. 2022). It looks like magic; here is an explanation that fits on
// a page, and that you can switch on and off (Kumar et al. 2024).
//
// **The claim.** The network first learns with the features it has (lazy). If they are bad, it memorises. Only later do the features
// themselves move (rich), and with them comes understanding.

// %% [markdown]
// ## 1. The smallest network that groks
//
// Inputs $x\in\mathbb R^{40}$, target $y = (\beta\cdot x)^2/2$: a direction $\beta$ to be found. The network
//
// $$f(x) = \frac{\alpha}{N}\sum_i \left(h_i + \tfrac{\epsilon}{2} h_i^2\right),\qquad h_i = w_i\cdot x,$$
//
// is mostly linear ($\epsilon = 0.05$): its features are badly suited to a quadratic target. $\alpha$ sets how far weights must
// move to change the output: large $\alpha$ is lazy.
//
// **Question 1.** Before you run it: which loss falls first, and how far apart are the two falls, for $\alpha = 16$?

// %%
var lazy = compute(sweep("grokking.polynomial").with("alpha", 16.0).with("learningRate", 13.0).with("steps", 16000));
show(lazy)

// %%
int last = lazy.resultTable().size() - 1;
double gap = lazy.resultTable().number(last, "grokkingGap");
check("decades between the two falls", gap, 1.1, 0.3)

// %% [markdown]
// ## 2. The rich network
//
// **Question 2.** Same data, same architecture, $\alpha = 0.05$. What happens to the gap?

// %%
var rich = compute(sweep("grokking.polynomial").with("alpha", 0.05).with("learningRate", 4.0).with("steps", 800));
show(rich)

// %%
int end = rich.resultTable().size() - 1;
check("decades between the two falls, rich", rich.resultTable().number(end, "grokkingGap"), 0.25, 0.1)

// %% [markdown]
// ## 3. Where is the understanding?
//
// The test error has three parts, and each has a formula: a constant, a linear function that should not be there, and features that
// point elsewhere than $\beta$ (misalignment). Look at them over time.

// %%
double at(RunResult run, int epoch, String column) {
    ResultTable rows = run.resultTable();
    for (int i = 0; i < rows.size(); i++) {
        if (rows.text(i, "source").equals("theory") && rows.number(i, "epoch") == epoch) {
            return rows.number(i, column);
        }
    }
    throw new IllegalArgumentException("no epoch " + epoch);
}
double sum = at(lazy, 800, "varianceLoss") + at(lazy, 800, "misalignmentLoss") + at(lazy, 800, "linearLoss");
check("the parts make the whole", sum, at(lazy, 800, "testLoss"), 1e-12)

// %%
System.out.printf("epoch   800: train %.3f  test %.3f  misalignment %.3f  alignment of the kernel %.2f%n",
        at(lazy, 800, "trainLoss"), at(lazy, 800, "testLoss"), at(lazy, 800, "misalignmentLoss"), at(lazy, 800, "kernelAlignment"));
System.out.printf("epoch 16000: train %.3f  test %.3f  misalignment %.3f  alignment of the kernel %.2f%n",
        at(lazy, 16000, "trainLoss"), at(lazy, 16000, "testLoss"), at(lazy, 16000, "misalignmentLoss"), at(lazy, 16000, "kernelAlignment"));

// %% [markdown]
// When the training loss has fallen by ten, nearly all of the test loss is misalignment. Later it melts away, and the part of the
// kernel that was learned points to the target.

// %% [markdown]
// ## 4. Three knobs
//
// **Question 3.** More training examples: does the gap open or close? And where is there no understanding at all?

// %%
show(compute(sweep("grokking.phase-diagram").with("inputDimension", 20).with("width", 0).with("learningRate", 0.0).
        with("steps", 4000).axis("sampleRatio", linear(3, 10, 8)).axis("alpha", logarithmic(0.1, 16, 6))))

// %% [markdown]
// ## 5. Adding modulo 23
//
// The best-known example: a network that learns $a + b \bmod 23$ from 70 % of all pairs (Gromov 2023).

// %%
show(compute(sweep("grokking.modular-addition").with("steps", 4000)))

// %% [markdown]
// The right panel shows the inverse participation ratio of the Fourier transform of the weights: it rises when rows of weights become
// single waves. The closed-form solution, where every row is one wave, has 1.
//
// **Find it yourself.** Give the lazy network of section 1 more examples. From how many per dimension on do both losses fall together
// (a gap below 0.4 decades, "tracking")? Try 8, 10, 12.

// %%
double mine = 12.0;
var better = compute(sweep("grokking.phase-diagram").with("alpha", 16.0).with("sampleRatio", mine).with("width", 0).
        with("learningRate", 0.0).with("steps", 6000));
System.out.println(better.resultTable().text(0, "label") + ": " + better.resultTable().text(0, "verdict"))

// %% [markdown]
// **Where to go from here.** `grokking.digits` shows it on handwritten digits with large initial weights, `grokking.student-teacher` how an
// accuracy with a threshold manufactures a jump where the loss falls smoothly.
