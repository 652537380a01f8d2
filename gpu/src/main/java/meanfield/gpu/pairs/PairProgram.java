package meanfield.gpu.pairs;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meanfield.core.pairs.PairFactor;
import meanfield.core.pairs.PairProblem;
import meanfield.core.pairs.PairStep;
import meanfield.gpu.device.ElementType;

/**
 * The steps of a problem as {@code pairs.cu} reads them: {@value #STEP_SIZE} whole numbers a step, constants, and tables of
 * the values of single inputs. The numbers of the kinds and of the first three values are those of that file.
 */
final class PairProgram {
    static final int STEP_SIZE = 5;

    private static final int ADD_CORRELATION = 0;
    private static final int TANGENT = 1;
    private static final int AFFINE = 2;
    private static final int RECTIFIER = 3;
    private static final int ERROR_FUNCTION = 4;
    private static final int ZONAL = 5;
    /** In place of a value that a step does not have. */
    private static final int NONE = -1;

    private final List<PairFactor> values = new ArrayList<>();
    private final Map<PairFactor, Integer> places = new IdentityHashMap<>();
    private final List<int[]> steps = new ArrayList<>();
    private final List<Double> constants = new ArrayList<>();

    private PairProgram() {}

    /**
     * The program of a problem. In single precision the device has normalized inputs and gives r and τ, so that norms of any size
     * stay in range: the host multiplies by √p and m.
     */
    static PairProgram of(PairProblem problem, ElementType type) {
        PairProgram program = new PairProgram();
        boolean normalized = type == ElementType.SINGLE;
        program.place(new PairFactor(
                normalized
                        ? present(problem.rows().inverseNorm())
                        : problem.rows().inverseNorm(),
                normalized
                        ? present(problem.columns().inverseNorm())
                        : problem.columns().inverseNorm()));
        program.place(
                normalized
                        ? ones(problem)
                        : new PairFactor(
                                problem.rows().deviation(), problem.columns().deviation()));
        program.place(
                normalized
                        ? ones(problem)
                        : new PairFactor(
                                problem.rows().scale(), problem.columns().scale()));
        problem.steps().forEach(program::add);
        return program;
    }

    private static double[] present(double[] inverseNorm) {
        double[] present = new double[inverseNorm.length];
        for (int i = 0; i < present.length; i++) {
            present[i] = inverseNorm[i] == 0 ? 0 : 1;
        }
        return present;
    }

    private static PairFactor ones(PairProblem problem) {
        double[] rows = new double[problem.rows().size()];
        double[] columns = new double[problem.columns().size()];
        java.util.Arrays.fill(rows, 1);
        java.util.Arrays.fill(columns, 1);
        return new PairFactor(rows, columns);
    }

    private void add(PairStep step) {
        if (step instanceof PairStep.AddCorrelation) {
            add(ADD_CORRELATION);
        } else if (step instanceof PairStep.Tangent dense) {
            add(TANGENT, place(dense.correlation()), place(dense.tangent()), place(dense.constant()));
        } else if (step instanceof PairStep.Affine affine) {
            add(AFFINE, place(affine.weight()), place(affine.bias()), place(affine.missing()));
        } else if (step instanceof PairStep.Rectifier rectifier) {
            add(RECTIFIER, constants(rectifier.mixing(), (1 + rectifier.mixing()) / Math.PI));
        } else if (step instanceof PairStep.ErrorFunction erf) {
            add(ERROR_FUNCTION, place(erf.weight()), place(erf.bias()), place(erf.value()), place(erf.slope()));
        } else if (step instanceof PairStep.Zonal zonal) {
            addZonal(zonal);
        } else {
            throw new IllegalStateException("unknown step " + step);
        }
    }

    /** Pieces over π, then the pieces' coefficients in pairs, which are read at once and so start at an even place. */
    private void addZonal(PairStep.Zonal zonal) {
        PieceTable table = PieceTable.of(zonal.nngp(), zonal.ntk());
        if (constants.size() % 2 != 0) {
            constants.add(0.0);
        }
        int at = constants(table.pieces() / Math.PI, 0);
        constants(table.coefficients(zonal.tangentRatio()));
        add(ZONAL, at, table.pieces());
    }

    private void add(int... words) {
        int[] step = new int[STEP_SIZE];
        java.util.Arrays.fill(step, NONE);
        System.arraycopy(words, 0, step, 0, words.length);
        steps.add(step);
    }

    private int constants(double... numbers) {
        int at = constants.size();
        for (double number : numbers) {
            constants.add(number);
        }
        return at;
    }

    private int place(Optional<PairFactor> factor) {
        return factor.isPresent() ? place(factor.get()) : NONE;
    }

    private int place(PairFactor factor) {
        return places.computeIfAbsent(factor, fresh -> {
            values.add(fresh);
            return values.size() - 1;
        });
    }

    /** Values of single inputs, in the order of the tables. */
    List<PairFactor> values() {
        return values;
    }

    /** All steps, one after the other. */
    int[] words() {
        int[] words = new int[steps.size() * STEP_SIZE];
        for (int l = 0; l < steps.size(); l++) {
            System.arraycopy(steps.get(l), 0, words, l * STEP_SIZE, STEP_SIZE);
        }
        return words;
    }

    int size() {
        return steps.size();
    }

    double[] constants() {
        return constants.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
