package meanfield.ntk.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meanfield.core.NonConvergenceException;
import meanfield.core.pairs.PairStep;
import meanfield.ntk.layer.InputRows;
import meanfield.ntk.layer.LayerKernel;
import meanfield.ntk.layer.RowState;
import meanfield.ntk.network.Architecture;
import meanfield.ntk.network.ArrayShape;

/** The formulas of a plain architecture ({@link Architecture#isPlain}) for inputs of one dimension, ready to be bound to rows and columns. */
final class KernelProgram {
    private final CompiledNetwork network;
    private final int inputDimension;
    private final List<LayerKernel> layers = new ArrayList<>();

    KernelProgram(CompiledNetwork network, int inputDimension) {
        Architecture architecture = network.architecture();
        this.network = network;
        this.inputDimension = inputDimension;
        List<ArrayShape> shapes = architecture.shapes(inputDimension);
        for (int l = 0; l < architecture.layers().size(); l++) {
            layers.add(LayerKernel.of(architecture.layers().get(l), shapes.get(l)));
        }
    }

    /** States of single inputs before every layer and after the last. */
    List<RowState> states(InputRows inputs) {
        List<RowState> states = new ArrayList<>(layers.size() + 1);
        states.add(inputs.state());
        for (int l = 0; l < layers.size(); l++) {
            RowState state = layers.get(l).rows(states.get(l));
            requireFinite(state, l, inputs);
            states.add(state);
        }
        return states;
    }

    private static void requireFinite(RowState state, int layer, InputRows inputs) {
        for (int i = 0; i < state.size(); i++) {
            if (!Double.isFinite(state.variance()[i]) || !Double.isFinite(state.tangent()[i])) {
                throw new NonConvergenceException("kernel of " + inputs.name() + " row " + (i + 1)
                        + " leaves the range of doubles at layer " + (layer + 1) + ": variance "
                        + state.variance()[i] + ", tangent kernel " + state.tangent()[i]);
            }
        }
    }

    /** Whether correlations of the output may be negative. */
    LayerKernel.Signs signsAfter() {
        LayerKernel.Signs signs = LayerKernel.Signs.ANY;
        for (LayerKernel layer : layers) {
            signs = layer.signs(signs);
        }
        return signs;
    }

    /** The pair formulas of all layers for these inputs, or one for all of them. */
    List<LayerKernel.PairMap> bind(List<RowState> rows, List<RowState> columns) {
        Optional<LayerKernel.PairMap> zonal = ZonalShortcut.of(network, inputDimension, rows.get(0), columns.get(0));
        if (zonal.isPresent()) {
            return List.of(zonal.get());
        }
        List<LayerKernel.PairMap> maps = new ArrayList<>(layers.size());
        LayerKernel.Signs signs = LayerKernel.Signs.ANY;
        for (int l = 0; l < layers.size(); l++) {
            maps.add(layers.get(l).pairs(rows.get(l), columns.get(l), signs));
            signs = layers.get(l).signs(signs);
        }
        return maps;
    }

    /** The pair formulas as steps for another machine; empty where a layer has none for these inputs. */
    Optional<List<PairStep>> steps(List<RowState> rows, List<RowState> columns) {
        Optional<PairStep> zonal = ZonalShortcut.step(network, inputDimension, rows.get(0), columns.get(0));
        if (zonal.isPresent()) {
            return zonal.map(List::of);
        }
        List<PairStep> steps = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            Optional<List<PairStep>> layer = layers.get(l).steps(rows.get(l), columns.get(l));
            if (layer.isEmpty()) {
                return Optional.empty();
            }
            steps.addAll(layer.get());
        }
        return Optional.of(steps);
    }
}
