package meanfield.grokking.hierarchical;

import meanfield.core.Require;

/** How the two stages of layerwise learning are carried out. */
public sealed interface LayerwiseTraining {
    /** N₁: ReLU features of the second stage. */
    int scalarFeatures();

    /**
     * Both stages solved as ridge regressions, the first one over all degree-2 Hermite polynomials: the published
     * surrogate.
     *
     * @param scalarFeatures N₁ &ge; 1
     */
    record Solved(int scalarFeatures) implements LayerwiseTraining {
        /** Checks N₁. */
        public Solved {
            Require.atLeast("scalarFeatures", scalarFeatures, 1);
        }
    }

    /**
     * Both stages by gradient descent on a network with random first-layer weights: the algorithm itself.
     *
     * @param scalarFeatures N₁ &ge; 1, units of the middle layer
     * @param randomFeatures N₂ &ge; 1, units of the first layer
     * @param featureSteps steps on the middle layer &ge; 1
     * @param readoutSteps steps on the last layer &ge; 1
     */
    record Descended(int scalarFeatures, int randomFeatures, int featureSteps, int readoutSteps)
            implements LayerwiseTraining {
        /** Checks every value. */
        public Descended {
            Require.atLeast("scalarFeatures", scalarFeatures, 1);
            Require.atLeast("randomFeatures", randomFeatures, 1);
            Require.atLeast("featureSteps", featureSteps, 1);
            Require.atLeast("readoutSteps", readoutSteps, 1);
        }
    }
}
