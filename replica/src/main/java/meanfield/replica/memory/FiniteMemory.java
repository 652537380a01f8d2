package meanfield.replica.memory;

import meanfield.core.Require;

/**
 * A finite associative memory: N Ising spins with interactions of order P that store K archetypes.
 *
 * <pre>
 *   h_i = c Σ_μ x_i^μ e_{P-1}(x_j^μ s_j, j ≠ i)                                                                  (1)
 *   α = K/binom(N-1, P-1)   (distinct spins),   α = (P-1)! K/N^{P-1}   (full power)                              (2)
 * </pre>
 *
 * Symbols: N size, P interactionOrder, K archetypes, e_k elementary symmetric polynomial, c {@link #coupling}.
 *
 * <p>Convention: (2) is the finite-size form of the load of the canonical normalization, K (P-1)!/N^{P-1}; with it the
 * retrieval field of a perfectly recalled pattern is exactly 1 and no bias of order P²/N is left. P = 2 is the Hopfield
 * model [Amit1987], P ≥ 3 the dense network of [Gardner1987].
 *
 * @param size N
 * @param interactionOrder P
 * @param archetypes K
 * @param interaction which products of spins
 * @param storage what was stored of each archetype
 */
public record FiniteMemory(int size, int interactionOrder, int archetypes, Interaction interaction, Storage storage) {
    /** Largest interaction order; beyond it the symmetric polynomials lose digits. */
    public static final int LARGEST_ORDER = 12;

    /** Checks every part; full power needs patterns of entries ±1. */
    public FiniteMemory {
        Require.that(
                interactionOrder >= 2 && interactionOrder <= LARGEST_ORDER,
                "interactionOrder",
                "be in [2, " + LARGEST_ORDER + "]",
                interactionOrder);
        Require.that(
                size >= interactionOrder && size <= 1 << 20,
                "size",
                "be between interactionOrder and " + (1 << 20),
                size);
        Require.atLeast("archetypes", archetypes, 1);
        Require.present("interaction", interaction);
        Require.present("storage", storage);
        Require.that(
                interactionOrder == 4 || !(storage instanceof Storage.NoisyTensors),
                "interactionOrder",
                "be 4 where noisy tensors are stored",
                interactionOrder);
        Require.that(
                interaction == Interaction.DISTINCT
                        || !(storage instanceof Storage.Supervised || storage instanceof Storage.NoisyTensors),
                "interaction",
                "be over distinct spins where means of examples or noisy tensors are stored",
                interaction);
    }

    /** One archetype in N spins. */
    public static FiniteMemory of(int size, int interactionOrder) {
        return new FiniteMemory(size, interactionOrder, 1, Interaction.DISTINCT, new Storage.Archetypes());
    }

    /** With K archetypes. */
    public FiniteMemory withArchetypes(int count) {
        return new FiniteMemory(size, interactionOrder, count, interaction, storage);
    }

    /** With the whole number of archetypes, at least 1, whose load (2) is nearest to this one. */
    public FiniteMemory withLoad(double load) {
        Require.nonNegative("load", load);
        double count = Math.max(1, Math.rint(load * archetypesAtUnitLoad()));
        Require.that(
                count <= Integer.MAX_VALUE,
                "load",
                "give at most " + Integer.MAX_VALUE + " archetypes at size " + size,
                load);
        return withArchetypes((int) count);
    }

    /** With another interaction; the number of archetypes is kept. */
    public FiniteMemory withInteraction(Interaction other) {
        return new FiniteMemory(size, interactionOrder, archetypes, other, storage);
    }

    /** With archetypes stored in another way; their number is kept. */
    public FiniteMemory withStorage(Storage other) {
        return new FiniteMemory(size, interactionOrder, archetypes, interaction, other);
    }

    /** The load (2); K/N for noisy tensors. */
    public double load() {
        return archetypes / archetypesAtUnitLoad();
    }

    /** K at load 1 of (2), not rounded; N for noisy tensors. */
    public double archetypesAtUnitLoad() {
        if (storage instanceof Storage.NoisyTensors) {
            return size;
        }
        return interaction == Interaction.DISTINCT
                ? binomial(size - 1, interactionOrder - 1)
                : Math.pow(size, interactionOrder - 1) / factorial(interactionOrder - 1);
    }

    /**
     * c of (1), with the factor 1/(M R^{P/2}) of unsupervised storage; for full power N^{1-P}; for noisy tensors
     * 1/((N-1)²(N-2)), which makes the retrieval field 1 there as well.
     */
    public double coupling() {
        if (storage instanceof Storage.NoisyTensors) {
            return 1 / ((size - 1.0) * (size - 1.0) * (size - 2.0));
        }
        double coupling = interaction == Interaction.DISTINCT
                ? 1 / binomial(size - 1, interactionOrder - 1)
                : Math.pow(size, 1 - interactionOrder);
        if (storage instanceof Storage.Unsupervised shown) {
            double meanSquare = Storage.meanSquare(shown.examples(), shown.quality());
            return coupling / (shown.examples() * Math.pow(meanSquare, interactionOrder / 2.0));
        }
        return coupling;
    }

    /** Patterns in the Hamiltonian: K, or K M where every example is stored by itself. */
    public long patterns() {
        return storage instanceof Storage.Unsupervised shown ? (long) archetypes * shown.examples() : archetypes;
    }

    static double binomial(int n, int k) {
        double value = 1;
        for (int j = 1; j <= k; j++) {
            value = value * (n - k + j) / j;
        }
        return value;
    }

    private static double factorial(int n) {
        double value = 1;
        for (int j = 2; j <= n; j++) {
            value *= j;
        }
        return value;
    }
}
