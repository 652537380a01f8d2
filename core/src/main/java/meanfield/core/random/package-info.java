/**
 * Random numbers that are a pure function of a seed and a path of names, so that a run can be repeated in any order and on
 * any number of threads.
 *
 * <pre>
 *   RandomStream.of(seed).child("network").child(replicate).child("weights").fillGaussian(w)
 * </pre>
 *
 * <p>{@link meanfield.core.random.RandomStream} is the class to use; {@link meanfield.core.random.PortableRandom} repeats data
 * sets that were published with a seed. Give every independent ingredient (weights, data, noise)
 * and every replicate a child of its own, and hand children, never one stream, to parallel tasks. Asking for one more
 * child, or drawing more numbers from one, changes no other: a new ingredient leaves old results as they were.
 *
 * <p>The generator, xoshiro256++, has period 2²⁵⁶ - 1. Its state is filled by SplitMix64 from a 64-bit key, the hash of the
 * path; streams are told apart by these 64 bits, so that among a million of them two coincide with a probability below
 * 10⁻⁷. Uniform numbers are multiples of 2⁻⁵³ in [0, 1); bounded integers are unbiased (Lemire's multiplication with
 * rejection). Gaussians are made by Marsaglia's polar method with the logarithm of {@code StrictMath}: the same bits on
 * every platform, ten million in about 0.1 s.
 *
 * <p>Conventions: a stream holds a position and belongs to one thread; its children may go to others. Not for
 * cryptography.
 *
 * <p>Source: [Blackman2021].
 */
package meanfield.core.random;
