"""Times the NNGP and NTK of a ReLU network in JAX, for comparison with gpu-check on the same card.

    python docs/time-in-jax.py [INPUTS] [FEATURES] [DEPTH]        (default: 20000 784 10)

Needs jax. Where neural-tangents is installed its kernels are timed, else the textbook's recursion, which is the same sum of
operations. Tiles of 2,000 inputs of the lower triangle, as in Meanfield; float64; results are fetched to the host. The first tile
compiles and is not counted.
"""

import sys
import time

import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)
inputs, features, depth = (int(a) for a in (sys.argv[1:4] + ["20000", "784", "10"][len(sys.argv) - 1 :]))
tile = min(2000, inputs)


def recursion(x, y):
    """k' = sqrt(pq) (sin a + (pi - a) cos a)/pi, t' = k' + t (pi - a)/pi, with weight variance 2 and no biases."""
    k = 2 * x @ y.T / x.shape[1]
    scale = 2 * jnp.sqrt(jnp.outer((x * x).sum(1), (y * y).sum(1))) / x.shape[1]
    t = k
    for _ in range(depth):
        c = jnp.clip(k / scale, -1, 1)
        rest = (jnp.pi - jnp.arccos(c)) / jnp.pi
        k = scale * (jnp.sqrt(1 - c * c) / jnp.pi + rest * c)
        t = k + t * rest
    return k, t


try:
    from neural_tangents import stax

    layers = [stax.Dense(1, W_std=2**0.5, b_std=None), stax.Relu()] * depth
    network = stax.serial(*layers, stax.Dense(1, W_std=2**0.5, b_std=None))[2]
    name, kernels = "neural-tangents", jax.jit(lambda x, y: tuple(network(x, y, ("nngp", "ntk"))))
except ImportError:
    name, kernels = "jax.numpy", jax.jit(recursion)

x = np.random.default_rng(1).standard_normal((inputs, features))
jax.block_until_ready(kernels(x[:tile], x[:tile]))
begin = time.perf_counter()
pairs = 0
for i in range(0, inputs, tile):
    for j in range(0, i + 1, tile):
        nngp, ntk = (np.asarray(k) for k in kernels(x[i : i + tile], x[j : j + tile]))
        pairs += nngp.size
seconds = time.perf_counter() - begin
print(
    f"{jax.devices()[0].device_kind}, {name}: n = {inputs}, d = {features}, depth {depth}: "
    f"{seconds:.3f} s, {1e9 * seconds / pairs:.3f} ns a pair"
)
