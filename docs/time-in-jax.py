"""Times the NNGP and NTK of a ReLU network in JAX, for comparison with gpu-check. Needs jax and neural-tangents.

    python docs/time-in-jax.py [INPUTS] [FEATURES] [DEPTH]        (default: 20000 784 10)

Tiles of 2,000 inputs, float64, results fetched to the host; the first tile compiles and is not counted. Only tiles of the lower
triangle are computed, as in Meanfield. The network and the inputs' law are those of `meanfield gpu-check`.
"""

import sys
import time

import jax
import numpy as np

jax.config.update("jax_enable_x64", True)
from neural_tangents import stax  # noqa: E402  (double precision has to be chosen first)

inputs, features, depth = (int(a) for a in (sys.argv[1:4] + ["20000", "784", "10"][len(sys.argv) - 1 :]))
tile = min(2000, inputs)
layers = [stax.Dense(1, W_std=2**0.5, b_std=None), stax.Relu()] * depth + [stax.Dense(1, W_std=2**0.5, b_std=None)]
kernel = jax.jit(stax.serial(*layers)[2], static_argnames="get")
x = np.random.default_rng(1).standard_normal((inputs, features))
kernel(x[:tile], x[:tile], get=("nngp", "ntk")).nngp.block_until_ready()

begin = time.perf_counter()
pairs = 0
for i in range(0, inputs, tile):
    for j in range(0, i + 1, tile):
        both = kernel(x[i : i + tile], x[j : j + tile], get=("nngp", "ntk"))
        pairs += np.asarray(both.nngp).size + 0 * np.asarray(both.ntk).size
seconds = time.perf_counter() - begin
print(f"{jax.devices()[0].device_kind}: n = {inputs}, d = {features}, depth {depth}: {seconds:.3f} s, "
      f"{1e9 * seconds / pairs:.3f} ns a pair")
