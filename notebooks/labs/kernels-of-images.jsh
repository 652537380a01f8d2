// %% [markdown]
// # Kernels of images
//
// A dense network sees an image as a list of numbers: shuffle the pixels of all images alike and it learns just as well. A convolutional
// network shares its weights between places. What is left of that when the network becomes infinitely wide? The answer surprised
// people (Novak et al. 2019; Arora et al. 2019), and you will find it with two formulas and a few digits.
//
// Write down a guess before you run the cells marked **Predict**. Answers to the exercises are folded away at the end of each section.

// %%
var digits = DataSets.embedded(EmbeddedDataSet.MNIST);
show(images(digits.train(), 10))

// %% [markdown]
// ## 1. Smaller images
//
// Kernels of convolutional networks compare every place with every place, so their cost grows with the fourth power of the side. We average
// blocks of $2\times2$ pixels and go on with $14\times14$.

// %%
int side = 14;
DMatrixRMaj small(DataSet data, int count) {
    DMatrixRMaj result = new DMatrixRMaj(count, side * side);
    for (int image = 0; image < count; image++) {
        for (int pixel = 0; pixel < 28 * 28; pixel++) {
            int place = pixel / 28 / 2 * side + pixel % 28 / 2;
            result.add(image, place, data.inputs().get(image, pixel) / 4);
        }
    }
    return result;
}
DMatrixRMaj x = small(digits.train(), 20);
show(images(DataSet.ofImages("small", x, DataSet.oneHotTargets(Arrays.copyOf(digits.train().labels(), 20), 10), side, List.of()), 10))

// %% [markdown]
// ## 2. One convolution, by hand
//
// A layer of infinitely many channels reads $3\times3$ pixels around each place. The preactivations at place $a$ of image $x$ and place $b$ of image $x'$ are
// Gaussian, with covariance
//
// $$k(a, b) = \frac{\sigma_w^2}{9}\sum_f x_{a+f}\,x'_{b+f},$$
//
// and after the ReLU (with $\sigma_w^2 = 2$ in the next layer) it is $\sqrt{p_a q_b}\,\kappa_1(c)$, where $c$ is the correlation, $p_a = k(a,a)$ of $x$ with itself, and
// $\kappa_1(c) = (\sin\theta + (\pi-\theta)\cos\theta)/\pi$. We let the borders meet (`CIRCULAR`), which makes the argument exact.

// %%
double pixel(int image, int row, int column) {
    return x.get(image, Math.floorMod(row, side) * side + Math.floorMod(column, side));
}
double patches(int first, int a, int second, int b) {
    double sum = 0;
    for (int i = -1; i <= 1; i++) {
        for (int j = -1; j <= 1; j++) {
            sum += pixel(first, a / side + i, a % side + j) * pixel(second, b / side + i, b % side + j);
        }
    }
    return 2 * sum / 9;
}
double afterRelu(int first, int a, int second, int b) {
    double scale = Math.sqrt(patches(first, a, first, a) * patches(second, b, second, b));
    if (scale == 0) {
        return 0;
    }
    double angle = Math.acos(Math.max(-1, Math.min(1, patches(first, a, second, b) / scale)));
    return scale * (Math.sin(angle) + (Math.PI - angle) * Math.cos(angle)) / Math.PI;
}
double flattened(int first, int second) {
    double sum = 0;
    for (int a = 0; a < side * side; a++) {
        sum += afterRelu(first, a, second, a);
    }
    return sum / (side * side);
}
double pooled(int first, int second) {
    double sum = 0;
    for (int a = 0; a < side * side; a++) {
        for (int b = 0; b < side * side; b++) {
            sum += afterRelu(first, a, second, b);
        }
    }
    return sum / Math.pow(side, 4);
}
flattened(0, 1) + " flattened, " + pooled(0, 1) + " pooled"

// %% [markdown]
// The library has the same networks as lists of layers:

// %%
Architecture convolution(int depth, meanfield.ntk.network.Layer last) {
    List<meanfield.ntk.network.Layer> layers = new ArrayList<>();
    for (int l = 0; l < depth; l++) {
        layers.add(Conv.of(64, Window.of(Padding.CIRCULAR, 3, 3), 2));
        layers.add(ActivationLayer.of(StandardActivation.RELU));
    }
    layers.add(last);
    layers.add(Dense.of(1, 2));
    return new Architecture(layers).withInputShape(ArrayShape.of(List.of(side, side, 1)));
}
Architecture dense(int depth) {
    return WideNetwork.of(StandardActivation.RELU).withWeightVariance(2).withDepth(depth).architecture();
}
DMatrixRMaj nngp(Architecture network, DMatrixRMaj inputs) {
    return KernelRecursion.of(network).kernel(KernelKind.NNGP, inputs);
}
check("flattened kernel of digits 0 and 1", flattened(0, 1), nngp(convolution(1, new Flatten()), x).get(0, 1), 1e-12)

// %%
check("pooled kernel of digits 0 and 1", pooled(0, 1), nngp(convolution(1, new GlobalAveragePool()), x).get(0, 1), 1e-12)

// %% [markdown]
// **Exercise 1.** Look at `flattened`. Nowhere does place $a$ of one image meet another place $b$ of the other. Which network *without* shared weights has the
// same kernel?
//
// <details><summary>Answer</summary>The locally connected network: the same $3\times3$ windows, but weights of their own at every place. Independent weights at different places
// have the same covariance at the same place, and the flattened kernel asks for nothing else. In the limit of many channels weight sharing is invisible
// unless something later brings different places together.</details>

// %% [markdown]
// ## 3. Move the digit
//
// Shift an image to the right, pixel by pixel, and ask each kernel how similar the moved image is to the original (1 means identical).
//
// **Predict** three curves before you run the cell: dense, convolution and flattening, convolution and pooling.

// %%
DMatrixRMaj moved(int image) {
    DMatrixRMaj shifts = new DMatrixRMaj(side, side * side);
    for (int shift = 0; shift < side; shift++) {
        for (int place = 0; place < side * side; place++) {
            shifts.set(shift, place, pixel(image, place / side, place % side - shift));
        }
    }
    return shifts;
}
double[] similarity(Architecture network) {
    DMatrixRMaj kernel = nngp(network, moved(0));
    return IntStream.range(0, side).
            mapToDouble(shift -> kernel.get(0, shift) / Math.sqrt(kernel.get(0, 0) * kernel.get(shift, shift))).toArray();
}
double[] shifts = IntStream.range(0, side).asDoubleStream().toArray();
double[] dense = similarity(dense(2));
double[] flat = similarity(convolution(2, new Flatten()));
double[] pool = similarity(convolution(2, new GlobalAveragePool()));
show(Figure.xy("moved", "shift", "dense").
        with(Layer.line("pool").labelled("convolution, pooling")).
        with(Layer.line("flat").labelled("convolution, flattening")).
        with(Layer.line("dense").labelled("dense")).
        withLabels("shift (pixels)", "similarity to the original").withYRange(0, 1.05),
    table("shift", shifts, "dense", dense, "flat", flat, "pool", pool))

// %%
check("pooling does not see a shift by 5 pixels", pool[5], 1, 1e-12)

// %% [markdown]
// **Exercise 2.** Every layer of the flattened network is a convolution, and yet it is the *least* tolerant of the three: the dense kernel never falls below one half. Why? And which shift of *both* images
// leaves all three kernels unchanged?
//
// <details><summary>Answer</summary>Flattening compares each place with the same place. Where one of the images is empty the patch is zero and contributes nothing. The dense ReLU kernel has one covariance for the whole image, and maps even orthogonal
// images to a positive similarity, more so in each layer. A shift of both images alike changes none of the three (with borders that meet): that is equivariance, which is not the invariance that helps to classify.</details>
//
// ## 4. Does it help?
//
// **Predict:** with 100 labelled digits the dense kernel is right on about three digits out of four. How far apart will the three be? Then run the experiment (images of
// $8\times8$ pixels, to keep it short).

// %%
var curve = compute(sweep("ntk.convolution").with("imageSize", 8).with("testSize", 200).
        with("networks", 3).with("channels", 64).
        axis("trainSize", values(12, 25, 50, 100)));
show(curve)

// %%
var largest = curve.resultTable().where(Map.of("trainSize", "100", "source", "theory", "kernel", "ntk"));
double lead = largest.where(Map.of("architecture", "pool")).number(0, "accuracy") -
        largest.where(Map.of("architecture", "dense")).number(0, "accuracy");
check("lead of pooling over dense with 100 digits, tangent kernel", lead, 0.08, 0.06)

// %% [markdown]
// The points are real networks of 64 channels: random hidden layers, only the last one trained, which is what the NNGP describes.
//
// **Think:** why do flattened networks lie on their line already, and pooled ones below theirs? Flattening hands $64\times64$ numbers to the last layer, pooling only 64, which is few for 100 examples. Pooled networks need more channels to show
// what they know; run the cell with `.with("channels", 256)` if you have a minute.
//
// **Exercise 3.** Pooling costs as many pairs of places as there are: $8^4$ against $8^2$ for flattening. How long would $n = 60{,}000$ digits of $28\times28$ pixels take at 15 ns for each pair of
// places and layer, two layers, on one core?
//
// <details><summary>Answer</summary>$\tfrac12 n^2\cdot 28^4\cdot 2\cdot 15\,\mathrm{ns} \approx 3.3\cdot10^{7}$ s, about a year. Flattening takes 784 times less, half a day. That is why the papers on pooled kernels reported
// core-years, and why averages over small windows are used instead.</details>
//
// **Exercise 4.** Repeat section 4 with `.with("dataSet", "fashion-mnist")`. The lead of pooling shrinks. Look at ten of the images, `images(DataSets.embedded(EmbeddedDataSet.FASHION_MNIST).train(), 10)`, and
// explain it.
//
// <details><summary>Answer</summary>Clothes are centred and fill the frame: where something is tells as much as what it is, and invariance under shifts throws that away. Digits are strokes that stand a little
// differently in each image.</details>
//
// **Where to go from here.** `./meanfield describe ntk.convolution`; `.axis("depth", values(1, 2, 4))` in place of the training sizes; your own network as a JSON list of layers
// with `./meanfield kernel`.
