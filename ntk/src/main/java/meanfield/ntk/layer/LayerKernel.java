package meanfield.ntk.layer;

import java.util.List;
import java.util.Optional;
import meanfield.core.Require;
import meanfield.core.activation.HomogeneousDual;
import meanfield.core.network.Parameterization;
import meanfield.core.pairs.PairStep;
import meanfield.ntk.network.ActivationLayer;
import meanfield.ntk.network.ArrayShape;
import meanfield.ntk.network.Dense;
import meanfield.ntk.network.Dropout;
import meanfield.ntk.network.Layer;
import meanfield.ntk.network.LayerNorm;

/**
 * What one layer that treats every pair by itself does to kernels, in two formulas: to the variances of single inputs and
 * to blocks of pairs. A new kind of layer is one class here and one record in {@code meanfield.ntk.network}.
 */
public interface LayerKernel {
    /** The state of single inputs after the layer. */
    RowState rows(RowState before);

    /**
     * The pair formula for these inputs, with whatever depends on one input only computed once.
     *
     * @param rows states before the layer of the inputs that index rows
     * @param columns the same for columns
     * @param signs whether correlations before the layer may be negative
     */
    PairMap pairs(RowState rows, RowState columns, Signs signs);

    /** Whether correlations after the layer may be negative. */
    Signs signs(Signs before);

    /**
     * The pair formula as steps that another machine can run; empty where there are none for it, or not for these inputs.
     *
     * @param rows states before the layer of the inputs that index rows
     * @param columns the same for columns
     */
    default Optional<List<PairStep>> steps(RowState rows, RowState columns) {
        return Optional.empty();
    }

    /** Sign of the correlations between two layers. */
    enum Signs {
        /** Never negative: the antigap is not kept. */
        NON_NEGATIVE,
        /** Any. */
        ANY
    }

    /** The pair formula of one layer, bound to its inputs. Thread-safe. */
    interface PairMap {
        /** Maps the pairs of a row with the first {@code count} columns of a block of {@link RowState#width}, in place. */
        void apply(int row, int block, int count, PairChunk chunk);
    }

    /** Whether a layer treats every pair by itself. */
    static boolean covers(Layer layer) {
        return layer instanceof Dense
                || layer instanceof ActivationLayer
                || layer instanceof LayerNorm
                || layer instanceof Dropout;
    }

    /** Whether an activation is positively homogeneous of degree one, and not the zero function. */
    static boolean isRectifier(ActivationLayer layer) {
        return RectifierKernel.covers(layer);
    }

    /** The formulas of a covered layer for inputs of this shape. */
    static LayerKernel of(Layer layer, ArrayShape input) {
        if (layer instanceof Dense dense) {
            Require.that(
                    dense.parameterization() == Parameterization.NTK || input.channels() > 0,
                    "Dense",
                    "have inputs of known width in the standard parameterization",
                    "a sum of branches of different widths");
            return new DenseKernel(dense, input.channels());
        }
        if (layer instanceof ActivationLayer activation) {
            return of(activation);
        }
        if (layer instanceof LayerNorm norm) {
            return new LayerNormKernel(norm.epsilon());
        }
        if (layer instanceof Dropout dropout) {
            return new DropoutKernel(dropout.keepRate());
        }
        throw new IllegalStateException("layer " + layer.kind() + " does not treat every pair by itself");
    }

    private static LayerKernel of(ActivationLayer layer) {
        if (RectifierKernel.covers(layer)) {
            return RectifierKernel.of(layer);
        }
        if (layer.dual() instanceof HomogeneousDual dual && AngularKernel.covers(dual)) {
            return new AngularKernel(dual);
        }
        return ErfKernel.of(layer).orElseGet(() -> new DualKernel(layer.dual()));
    }
}
