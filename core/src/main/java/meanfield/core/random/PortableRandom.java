package meanfield.core.random;

/**
 * Random numbers that a few lines in any language give again: for data sets whose draw is part of a published setting.
 * Everything else uses {@link RandomStream}.
 *
 * <pre>
 *   state_k = seed + k · 9E3779B97F4A7C15₁₆ mod 2⁶⁴,   k = 1, 2, …      (SplitMix64)
 *   u_k = ((mix(state_k) ⋙ 11) + ½) 2⁻⁵³
 *   n_{2j-1} = r cos 2πu_{2j},   n_{2j} = r sin 2πu_{2j},   r = √(-2 ln u_{2j-1})      (Box-Muller)
 * </pre>
 *
 * Every method starts at the first number of the seed's stream. Logarithm and cosine are those of {@code StrictMath}: the
 * same bits on every platform, and within two units in the last place of any other correct implementation.
 *
 * <p>Source: [Blackman2021].
 */
public final class PortableRandom {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private PortableRandom() {}

    /** The first uniform numbers of a seed, in (0, 1). */
    public static double[] uniforms(long seed, int count) {
        double[] result = new double[count];
        long state = seed;
        for (int k = 0; k < count; k++) {
            state += GOLDEN;
            result[k] = ((mix(state) >>> 11) + 0.5) * 0x1p-53;
        }
        return result;
    }

    /** The first standard normal numbers of a seed; they are made in pairs, and an odd count drops the last one. */
    public static double[] gaussians(long seed, int count) {
        double[] u = uniforms(seed, count + count % 2);
        double[] result = new double[count];
        for (int k = 0; k < count; k += 2) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(u[k]));
            double angle = 2 * Math.PI * u[k + 1];
            result[k] = radius * StrictMath.cos(angle);
            if (k + 1 < count) {
                result[k + 1] = radius * StrictMath.sin(angle);
            }
        }
        return result;
    }

    /** The indices 0 … count-1 in the order of the seed's first uniform numbers, smallest first: a portable shuffle. */
    public static int[] order(long seed, int count) {
        double[] u = uniforms(seed, count);
        return java.util.stream.IntStream.range(0, count)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(i -> u[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
