package meanfield.core.random;

import java.nio.charset.StandardCharsets;
import meanfield.core.Require;
import meanfield.core.checkpoint.Resumable;
import meanfield.core.checkpoint.StateReader;
import meanfield.core.checkpoint.StateWriter;

/**
 * A named source of random numbers. Its numbers are a pure function of the root seed and of the names on the way from
 * the root: asking for another child, or for more numbers of another stream, changes nothing here.
 *
 * <pre>
 *   RandomStream.of(7).child("teacher").child(3)
 * </pre>
 *
 * The generator is xoshiro256++ seeded by SplitMix64; children are seeded by a 64-bit FNV-1a/SplitMix hash of their
 * name. A stream holds a position and belongs to one thread; children may be used on other threads. The position is what
 * {@link #save} writes.
 *
 * <p>Source: [Blackman2021].
 */
public final class RandomStream implements Resumable {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long key;
    private long s0;
    private long s1;
    private long s2;
    private long s3;
    private double spareGaussian = Double.NaN;

    private RandomStream(long key) {
        this.key = key;
        long x = key;
        s0 = mix(x += GOLDEN);
        s1 = mix(x += GOLDEN);
        s2 = mix(x += GOLDEN);
        s3 = mix(x + GOLDEN);
    }

    private RandomStream(long s0, long s1, long s2, long s3) {
        this.key = s0;
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /** The generator in a given state, to compare with published numbers; its children mean nothing. */
    static RandomStream ofState(long s0, long s1, long s2, long s3) {
        return new RandomStream(s0, s1, s2, s3);
    }

    /** The root stream of a seed. */
    public static RandomStream of(long seed) {
        return new RandomStream(mix(seed ^ 0x6D65616E6669656CL));
    }

    /** The stream of this name below this one; the same at every call, wherever this stream stands. */
    public RandomStream child(String name) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
        }
        return new RandomStream(mix(key + GOLDEN * 3) ^ mix(hash));
    }

    /** The stream of this index below this one. */
    public RandomStream child(long index) {
        return new RandomStream(mix(key + GOLDEN * 5) ^ mix(index * GOLDEN + 1));
    }

    /** The next 64 random bits. */
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Uniform on [0, 1), a multiple of 2⁻⁵³. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform on 0 … bound-1, without bias: Lemire's multiplication with rejection. */
    public int nextInt(int bound) {
        Require.atLeast("bound", bound, 1);
        long product = (nextLong() >>> 32) * bound;
        long low = product & 0xFFFFFFFFL;
        if (low < bound) {
            long threshold = (1L << 32) % bound;
            while (low < threshold) {
                product = (nextLong() >>> 32) * bound;
                low = product & 0xFFFFFFFFL;
            }
        }
        return (int) (product >>> 32);
    }

    /** Standard normal, by the polar method in StrictMath, so that every platform gives the same bits. */
    public double nextGaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double result = spareGaussian;
            spareGaussian = Double.NaN;
            return result;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * nextDouble() - 1;
            y = 2 * nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spareGaussian = y * factor;
        return x * factor;
    }

    /** Fills an array with standard normals. */
    public void fillGaussian(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = nextGaussian();
        }
    }

    /** A uniformly random order of 0 … size-1 (Fisher and Yates). */
    public int[] permutation(int size) {
        Require.atLeast("size", size, 0);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        for (int i = size - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int keep = order[i];
            order[i] = order[j];
            order[j] = keep;
        }
        return order;
    }

    @Override
    public void save(StateWriter out) {
        out.write(s0).write(s1).write(s2).write(s3).write(spareGaussian);
    }

    @Override
    public void restore(StateReader in) {
        s0 = in.readLong();
        s1 = in.readLong();
        s2 = in.readLong();
        s3 = in.readLong();
        spareGaussian = in.readDouble();
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
