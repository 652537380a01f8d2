package meanfield.ntk.large;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import meanfield.core.activation.DualActivation;
import meanfield.core.activation.StandardActivation;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.random.RandomStream;
import meanfield.experiment.parameters.StrictJson;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.network.ActivationLayer;
import meanfield.ntk.network.Architecture;
import meanfield.ntk.network.json.ArchitectureReader;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTilesTest {
    private static DMatrixRMaj inputs(int rows, int columns) {
        DMatrixRMaj inputs = new DMatrixRMaj(rows, columns);
        RandomStream.of(3).fillGaussian(inputs.data);
        return inputs;
    }

    private static KernelTiles travelled(KernelTiles tiles) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(tiles);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (KernelTiles) in.readObject();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'layer':'Dense','out':8,'W_std':1.4,'b_std':0.1},{'layer':'Activation','name':'Gelu'},"
                        + "{'layer':'LayerNorm'},{'layer':'Dense','out':1,'W_std':1,'b_std':null}]",
                "[{'layer':'Residual','branches':[[{'layer':'Dense','out':4,'W_std':1,'b_std':0.2},"
                        + "{'layer':'Activation','name':'Rbf','gamma':0.7}],[{'layer':'Dense','out':4,'W_std':1,'b_std':0}]]},"
                        + "{'layer':'Dense','out':1,'W_std':1.1,'b_std':0.3,'parameterization':'standard'}]",
                "{'input_shape':[2,3,2],'architecture':[{'layer':'Conv','out':4,'filter':[2,2],'strides':[1,1],"
                        + "'padding':'SAME','W_std':1.2,'b_std':0.1},{'layer':'Activation','name':'Relu'},"
                        + "{'layer':'GlobalAvgPool'},{'layer':'Dense','out':1,'W_std':1,'b_std':0}]}"
            })
    void tilesAreThoseOfTheNetworkAfterTheJourney(String text) throws IOException, ClassNotFoundException {
        Architecture architecture = ArchitectureReader.read(StrictJson.read(text.replace('\'', '"'), "network"));
        DMatrixRMaj inputs = inputs(9, 12);
        for (KernelKind kind : KernelKind.values()) {
            KernelTiles here = KernelTiles.of(kind, architecture, inputs);
            KernelTiles there = travelled(here);
            DMatrixRMaj whole = KernelRecursion.of(architecture).kernel(kind, inputs);
            DMatrixRMaj diagonal = there.tile(2, 4, 2, 4, LinearAlgebras.automatic());
            DMatrixRMaj below = there.tile(5, 4, 0, 3, LinearAlgebras.automatic());
            assertArrayEquals(here.tile(5, 4, 0, 3, LinearAlgebras.automatic()).data, below.data);
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    double expected = whole.get(2 + i, 2 + j);
                    assertTrue(Math.abs(diagonal.get(i, j) - expected) <= 1e-13 * whole.get(2 + i, 2 + i) + 1e-13);
                    assertTrue(diagonal.get(i, j) == diagonal.get(j, i));
                }
            }
        }
    }

    @Test
    void activationOfOnesOwnThatCannotTravelIsNamed() {
        Architecture architecture =
                Architecture.of(ActivationLayer.ofDual("mine", DualActivation.of(StandardActivation.SILU)));
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> travelled(KernelTiles.of(KernelKind.NTK, architecture, inputs(3, 2))));
        assertTrue(refused.getMessage().contains("must consist of serializable values"), refused.getMessage());
    }
}
