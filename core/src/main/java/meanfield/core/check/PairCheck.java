package meanfield.core.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import meanfield.core.Require;
import meanfield.core.pairs.PairEngine;
import meanfield.core.pairs.PairOutputs;
import meanfield.core.pairs.PairProblem;
import meanfield.core.pairs.PairTile;
import meanfield.core.pairs.PlainPairs;
import meanfield.core.pairs.Precision;
import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Kernels of an engine against {@link PlainPairs}, their definition.
 *
 * <pre>
 *   max |k - k'| / (√p_i √p_j),   max |t - t'| / (m_i m_j max |τ'|)                                        (1)
 * </pre>
 *
 * Every entry has to come exactly once; one that does not come counts as not a number.
 */
public final class PairCheck {
    /** Bound on (1) in double precision. */
    public static final double BOUND = 1e-12;

    /** Bound on (1) in single precision, for each layer; see {@link PairEngine}. */
    public static final double SINGLE_BOUND_PER_LAYER = 1e-5;

    private static final PairEngine TRUSTED = new PlainPairs();

    private final PairEngine engine;
    private final CheckPlan plan;
    private final Precision precision;

    /** Checks an engine in this precision. */
    public PairCheck(PairEngine engine, CheckPlan plan, Precision precision) {
        this.engine = Require.present("engine", engine);
        this.plan = Require.present("plan", plan);
        this.precision = Require.present("precision", precision);
    }

    /** Examines everything, one result for each program and kind of input. */
    public void run(Consumer<CheckResult> results) {
        PairPrograms[] programs = PairPrograms.values();
        for (CheckInputs inputs : CheckInputs.values()) {
            if (precision == Precision.SINGLE && inputs != CheckInputs.RANDOM) {
                continue; // 1e-8 apart is the same number in single precision
            }
            for (PairPrograms program : programs) {
                RandomStream random =
                        RandomStream.of(plan.seed()).child(inputs.label()).child(program.label());
                Worst worst = new Worst();
                for (PairProblem problem : problems(program, inputs, random)) {
                    compare(problem, worst);
                }
                String subject = "kernels " + precision.spelling() + ", " + program.label() + ", " + inputs.label();
                results.accept(worst.against(subject, bound(program)));
            }
        }
    }

    private double bound(PairPrograms program) {
        return precision == Precision.DOUBLE
                ? BOUND
                : SINGLE_BOUND_PER_LAYER
                        * Math.max(
                                1,
                                program.steps(new PairPrograms.Draw(1, 1, true, RandomStream.of(1)))
                                                .size()
                                        / 2.0);
    }

    /** Every size has its turn; depth 10 takes all of them, the others every sixth. */
    private List<PairProblem> problems(PairPrograms program, CheckInputs inputs, RandomStream random) {
        List<PairProblem> problems = new ArrayList<>();
        int stride = plan.quick() || program == PairPrograms.RELU ? 1 : PairPrograms.values().length;
        for (int n : plan.sizes()) {
            if (n % stride == program.ordinal() % stride) {
                int d = 2 + (5 * n + 1) % 61;
                problems.add(program.symmetric(inputs.matrix(n, d, random), random));
                int m = 1 + (7 * n + 3) % Math.max(2, n);
                problems.add(program.rectangular(inputs.matrix(n, d, random), inputs.matrix(m, d, random), random));
            }
        }
        for (int n : plan.edges()) {
            DMatrixRMaj many = inputs.matrix(n, 9, random);
            DMatrixRMaj few = inputs.matrix(3, 9, random);
            problems.add(program.rectangular(many, few, random));
            problems.add(program.rectangular(few, many, random));
            if (program == PairPrograms.ZONAL && n < 1100) {
                problems.add(program.symmetric(many, random));
            }
        }
        return problems;
    }

    private void compare(PairProblem problem, Worst worst) {
        PairOutputs outputs = new PairOutputs(true, true, precision);
        Collected actual = new Collected(problem);
        engine.evaluate(problem, outputs, actual);
        Collected expected = new Collected(problem);
        TRUSTED.evaluate(problem, new PairOutputs(true, true, Precision.DOUBLE), expected);
        double[] rows = problem.rows().deviation();
        double[] columns = problem.columns().deviation();
        double[] rowScales = problem.rows().scale();
        double[] columnScales = problem.columns().scale();
        double largest = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < expected.end(i); j++) {
                largest = Math.max(largest, Math.abs(expected.ntk.get(i, j)) / (rowScales[i] * columnScales[j]));
            }
        }
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < expected.end(i); j++) {
                worst.add(Math.abs(actual.nngp.get(i, j) - expected.nngp.get(i, j)) / (rows[i] * columns[j]));
                double difference = Math.abs(actual.ntk.get(i, j) - expected.ntk.get(i, j));
                worst.add(difference / (rowScales[i] * columnScales[j] * Math.max(largest, Double.MIN_NORMAL)));
            }
        }
        worst.add(actual.twice ? Double.NaN : 0);
    }

    /** All tiles of a problem; entries that never come stay not a number. */
    private static final class Collected implements Consumer<PairTile> {
        final DMatrixRMaj nngp;
        final DMatrixRMaj ntk;
        private final boolean symmetric;
        private boolean twice;

        Collected(PairProblem problem) {
            symmetric = problem.symmetric();
            nngp = new DMatrixRMaj(problem.rows().size(), problem.columns().size());
            ntk = nngp.copy();
            Arrays.fill(nngp.data, Double.NaN);
            Arrays.fill(ntk.data, Double.NaN);
        }

        /** Entries of a row that are wanted. */
        int end(int row) {
            return symmetric ? row : nngp.numCols;
        }

        @Override
        public synchronized void accept(PairTile tile) {
            for (int r = 0; r < tile.rows(); r++) {
                int row = tile.rowFrom() + r;
                int count = Math.min(tile.columns(), end(row) - tile.columnFrom());
                if (count <= 0) {
                    continue;
                }
                int at = row * nngp.numCols + tile.columnFrom();
                for (int c = at; c < at + count; c++) {
                    twice |= !Double.isNaN(nngp.data[c]);
                }
                tile.nngp(r, count, nngp.data, at);
                tile.ntk(r, count, ntk.data, at);
            }
        }
    }
}
