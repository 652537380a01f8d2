package meanfield.grokking.training;

import java.util.List;
import meanfield.core.Require;
import meanfield.core.activation.StandardActivation;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.random.PortableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * A student network that learns from a teacher network of the same shape.
 *
 * <p>tanh layers with biases; the teacher has the usual start ({@link PortableStart} with scale 1), the student one of scale s.
 * Inputs are standard normal. Published streams: training inputs from the seed, test inputs from seed + 1, teacher from seed +
 * 100, student from seed + 200. Source: [Liu2023].
 *
 * @param student the student before training
 * @param trainInputs P × D
 * @param trainTargets the teacher's outputs
 * @param testInputs Q × D
 * @param testTargets the teacher's outputs
 */
public record StudentTeacher(
        FiniteNetwork student,
        DMatrixRMaj trainInputs,
        DMatrixRMaj trainTargets,
        DMatrixRMaj testInputs,
        DMatrixRMaj testTargets) {

    /** The published draw. */
    public static StudentTeacher portable(
            List<Integer> sizes, double studentScale, int trainSize, int testSize, long seed, LinearAlgebra algebra) {
        Require.atLeast("trainSize", trainSize, 1);
        Require.atLeast("testSize", testSize, 1);
        FiniteNetwork teacher = PortableStart.network(sizes, StandardActivation.TANH, 1, seed + 100, algebra);
        FiniteNetwork student =
                PortableStart.network(sizes, StandardActivation.TANH, studentScale, seed + 200, algebra);
        DMatrixRMaj train = normals(seed, trainSize, sizes.get(0));
        DMatrixRMaj test = normals(seed + 1, testSize, sizes.get(0));
        return new StudentTeacher(student, train, teacher.outputs(train), test, teacher.outputs(test));
    }

    private static DMatrixRMaj normals(long seed, int rows, int columns) {
        return DMatrixRMaj.wrap(rows, columns, PortableRandom.gaussians(seed, rows * columns));
    }

    /** Share of rows whose mean squared error is below a threshold: the "accuracy" of regression. */
    public static double accuracy(DMatrixRMaj outputs, DMatrixRMaj targets, double threshold) {
        int right = 0;
        int columns = outputs.numCols;
        for (int i = 0; i < outputs.numRows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                double error = outputs.data[i * columns + j] - targets.data[i * columns + j];
                sum += error * error;
            }
            right += sum / columns < threshold ? 1 : 0;
        }
        return right / (double) outputs.numRows;
    }

    /** Mean squared error over all entries. */
    public static double meanSquare(DMatrixRMaj outputs, DMatrixRMaj targets) {
        double sum = 0;
        for (int i = 0; i < outputs.data.length; i++) {
            double error = outputs.data[i] - targets.data[i];
            sum += error * error;
        }
        return sum / outputs.data.length;
    }
}
