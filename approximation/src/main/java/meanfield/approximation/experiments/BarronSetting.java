package meanfield.approximation.experiments;

import java.util.List;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link BarronMonteCarloExperiment}.
 *
 * @param features what is averaged
 * @param inputDimension d
 * @param degree k of the harmonic, for relu-sphere
 * @param units N, ascending
 * @param replicates R draws of each size; 0 for theory alone
 */
public record BarronSetting(
        @Parameter(
                meaning = "cosines with normal or uniform inputs, ReLU ridges on the sphere, or three ways to sample"
                        + " the circle")
        Features features,

        @Parameter(symbol = "d", meaning = "input dimension", range = "[1, 1000]")
        int inputDimension,

        @Parameter(symbol = "k", meaning = "degree of the harmonic for relu-sphere", range = "[0, 100]")
        int degree,

        @Parameter(symbol = "N", meaning = "units, ascending; one fit", range = "[1, 8192]", lone = true)
        List<Integer> units,

        @Parameter(symbol = "R", meaning = "draws of each size; 0 for theory alone", range = "[0, 100000]")
        int replicates) {
    /** What is averaged. */
    public enum Features {
        /** cos(w·x), x normal. */
        COSINE_GAUSSIAN,
        /** cos(w·x), x uniform on the cube. */
        COSINE_CUBE,
        /** P_k(w·e)(w·x)₊ on the sphere. */
        RELU_SPHERE,
        /** cos 2w cos(θ-w)₊ on the circle, independent draws. */
        CIRCLE_PLAIN,
        /** The same, one draw in each arc. */
        CIRCLE_STRATIFIED,
        /** The same, equispaced. */
        CIRCLE_EQUISPACED;

        boolean onCircle() {
            return this == CIRCLE_PLAIN || this == CIRCLE_STRATIFIED || this == CIRCLE_EQUISPACED;
        }
    }

    /** Checks every range. */
    public BarronSetting {
        Require.present("features", features);
        SizeList.between("inputDimension", inputDimension, 1, 1000);
        SizeList.between("degree", degree, 0, 100);
        units = SizeList.ascending("units", units, 1, 8192);
        SizeList.between("replicates", replicates, 0, 100_000);
        Require.that(replicates != 1, "replicates", "be 0 (theory alone) or at least 2 (for a standard error)", 1);
        boolean sphere = features == Features.RELU_SPHERE;
        Require.that(!sphere || inputDimension >= 2, "inputDimension", "be >= 2 on the sphere", inputDimension);
        Require.that(
                !features.onCircle() || inputDimension == 2, "inputDimension", "be 2 on the circle", inputDimension);
    }
}
