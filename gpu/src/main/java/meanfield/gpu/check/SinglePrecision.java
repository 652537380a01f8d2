package meanfield.gpu.check;

import java.util.function.Consumer;
import meanfield.core.check.CheckInputs;
import meanfield.core.check.CheckPlan;
import meanfield.core.check.CheckResult;
import meanfield.core.random.RandomStream;
import meanfield.gpu.device.Blas;
import meanfield.gpu.device.Blas.Operand;
import meanfield.gpu.device.Device;
import meanfield.gpu.device.DeviceMemory;
import meanfield.gpu.device.ElementType;
import meanfield.gpu.device.Stream;
import meanfield.gpu.device.Transfers;
import org.ejml.data.DMatrixRMaj;

/**
 * cuBLAS in single precision against sums of doubles.
 *
 * <pre>
 *   |C - A B| / (|a_i| |b_j|) ≤ 1e-5,   |L X - B| / (|l_i| |x_j| + |b_j|) ≤ 1e-5                              (1)
 * </pre>
 *
 * Single precision keeps some 6e-8 √k for k terms; products on rounded tensor cores (TF32, 5e-4) would not pass.
 */
final class SinglePrecision {
    static final double BOUND = 1e-5;
    private static final ElementType TYPE = ElementType.SINGLE;

    private final Device device;
    private final CheckPlan plan;
    private double product;
    private double update;
    private double solution;

    SinglePrecision(Device device, CheckPlan plan) {
        this.device = device;
        this.plan = plan;
    }

    void run(Consumer<CheckResult> results) {
        device.run(() -> {
            try (Stream stream = Stream.create();
                    Blas blas = Blas.on(stream, TYPE);
                    Transfers transfers = new Transfers()) {
                RandomStream random = RandomStream.of(plan.seed()).child("single");
                plan.sizes().forEach(n -> examine(n, new Tools(stream, blas, transfers), random));
            }
        });
        int cases = plan.sizes().size();
        results.accept(CheckResult.error("sgemm", cases, product, BOUND));
        results.accept(CheckResult.error("ssyrk", cases, update, BOUND));
        results.accept(CheckResult.error("strsm", cases, solution, BOUND));
    }

    private record Tools(Stream stream, Blas blas, Transfers transfers) {
        DeviceMemory upload(DMatrixRMaj a) {
            DeviceMemory memory = DeviceMemory.allocate((long) a.data.length * TYPE.bytes());
            transfers.upload(a.data, 0, a.data.length, TYPE, memory);
            return memory;
        }

        DMatrixRMaj download(DeviceMemory memory, int rows, int columns) {
            stream.synchronize();
            DMatrixRMaj out = new DMatrixRMaj(rows, columns);
            transfers.download(
                    (long) rows * columns,
                    TYPE,
                    memory,
                    (at, count, buffer) -> TYPE.get(buffer, 0, count, out.data, (int) at));
            return out;
        }
    }

    private void examine(int n, Tools tools, RandomStream random) {
        int m = 1 + (7 * n + 3) % 61;
        int k = 1 + (5 * n + 1) % 97;
        DMatrixRMaj a = rounded(CheckInputs.RANDOM.matrix(n, k, random));
        DMatrixRMaj b = rounded(CheckInputs.RANDOM.matrix(m, k, random));
        DMatrixRMaj lower = lowerTriangle(n, random);
        DMatrixRMaj right = rounded(CheckInputs.RANDOM.matrix(n, m, random));
        try (DeviceMemory left = tools.upload(a);
                DeviceMemory other = tools.upload(b);
                DeviceMemory triangle = tools.upload(lower);
                DeviceMemory solved = tools.upload(right);
                DeviceMemory out = DeviceMemory.allocate((long) n * Math.max(n, m) * TYPE.bytes())) {
            Operand x = Operand.of(left.at(0), k);
            tools.blas().multiply(n, m, k, 1, x, Operand.of(other.at(0), k).transpose(), 0, Operand.of(out.at(0), m));
            product = Math.max(product, productError(tools.download(out, n, m), a, b, m));
            tools.blas().rankUpdate(n, k, 1, x, 0, Operand.of(out.at(0), n));
            update = Math.max(update, productError(tools.download(out, n, n), a, a, 0));
            tools.blas().solveLower(n, m, Operand.of(triangle.at(0), n), Operand.of(solved.at(0), m));
            solution = Math.max(solution, residual(lower, tools.download(solved, n, m), right));
        }
    }

    /** Over all columns, or over the lower triangle where {@code columns} is 0. */
    private static double productError(DMatrixRMaj c, DMatrixRMaj a, DMatrixRMaj b, int columns) {
        double worst = 0;
        for (int i = 0; i < a.numRows; i++) {
            for (int j = 0; j < (columns == 0 ? i + 1 : columns); j++) {
                double sum = 0;
                double lengths = 0;
                double others = 0;
                for (int l = 0; l < a.numCols; l++) {
                    sum += a.get(i, l) * b.get(j, l);
                    lengths += a.get(i, l) * a.get(i, l);
                    others += b.get(j, l) * b.get(j, l);
                }
                worst = larger(worst, Math.abs(c.get(i, j) - sum) / Math.sqrt(lengths * others));
            }
        }
        return worst;
    }

    private static double residual(DMatrixRMaj lower, DMatrixRMaj x, DMatrixRMaj b) {
        double worst = 0;
        for (int i = 0; i < lower.numRows; i++) {
            for (int j = 0; j < b.numCols; j++) {
                double sum = -b.get(i, j);
                double size = Math.abs(b.get(i, j));
                for (int l = 0; l <= i; l++) {
                    double term = lower.get(i, l) * x.get(l, j);
                    sum += term;
                    size += Math.abs(term);
                }
                worst = larger(worst, Math.abs(sum) / size);
            }
        }
        return worst;
    }

    /** A triangle with a diagonal that keeps its solutions small. */
    private static DMatrixRMaj lowerTriangle(int n, RandomStream random) {
        DMatrixRMaj lower = rounded(CheckInputs.RANDOM.matrix(n, n, random));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                lower.set(i, j, j > i ? Double.NaN : j == i ? 2 + Math.abs(lower.get(i, i)) : lower.get(i, j) / n);
            }
        }
        return rounded(lower);
    }

    private static DMatrixRMaj rounded(DMatrixRMaj a) {
        for (int i = 0; i < a.data.length; i++) {
            a.data[i] = (float) a.data[i];
        }
        return a;
    }

    private static double larger(double a, double b) {
        return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : Math.max(a, b);
    }
}
