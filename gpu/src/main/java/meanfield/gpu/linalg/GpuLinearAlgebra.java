package meanfield.gpu.linalg;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.DoubleBuffer;
import java.util.Optional;
import java.util.function.Supplier;
import meanfield.core.Require;
import meanfield.core.linalg.Backend;
import meanfield.core.linalg.Cholesky;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.MatrixChecks;
import meanfield.core.linalg.SymmetricEigen;
import meanfield.core.pairs.PairEngine;
import meanfield.gpu.device.Device;
import meanfield.gpu.linalg.Products.Factor;
import meanfield.gpu.pairs.DevicePairs;
import meanfield.gpu.pairs.Limits;
import org.ejml.data.DMatrixRMaj;

/**
 * Linear algebra on one device: products, Gram matrices and Cholesky factorizations by cuBLAS, kernels of pairs by our own
 * kernel. What is too small to be worth a copy, what does not fit and what cuBLAS lacks (eigenproblems) is left to a library of
 * the CPU. Thread-safe; callers take turns on the device.
 */
public final class GpuLinearAlgebra implements LinearAlgebra {
    /** Multiplications below which copying takes longer than the CPU. */
    static final double WORTH = 1 << 24;

    private static final Cleaner CLEANER = Cleaner.create();

    private final LinearAlgebra cpu;
    private final double worth;
    private final String hardware;
    private final Resources resources;

    private GpuLinearAlgebra(LinearAlgebra cpu, double worth, String hardware, Resources resources) {
        this.cpu = cpu;
        this.worth = worth;
        this.hardware = hardware;
        this.resources = resources;
    }

    /** What is on the device; given back once nobody has the linear algebra any more. */
    private record Resources(Device device, Workbench bench, DevicePairs pairs) implements Runnable {
        @Override
        public void run() {
            pairs.close();
            device.run(bench::close);
            device.close();
        }
    }

    /** On the first device, whose libraries must have been loaded; the rest by {@code cpu}. */
    public static GpuLinearAlgebra open(LinearAlgebra cpu, String hardware) {
        return open(cpu, hardware, WORTH, Limits.NONE);
    }

    /**
     * The same with operations of fewer than {@code worth} multiplications on the CPU, within limits: for checks of small sizes and of
     * matrices larger than the card.
     */
    public static GpuLinearAlgebra open(LinearAlgebra cpu, String hardware, double worth, Limits limits) {
        Require.present("cpu", cpu);
        Require.present("hardware", hardware);
        Require.nonNegative("worth", worth);
        Require.present("limits", limits);
        Device device = Device.open(0);
        try {
            Workbench bench = device.compute(() -> Workbench.on(device, limits.memory()));
            DevicePairs pairs = DevicePairs.on(device, limits);
            Resources resources = new Resources(device, bench, pairs);
            GpuLinearAlgebra opened = new GpuLinearAlgebra(cpu, worth, hardware, resources);
            CLEANER.register(opened, resources);
            return opened;
        } catch (RuntimeException | Error e) {
            device.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return Backend.GPU.spelling();
    }

    @Override
    public String description() {
        return hardware + "; small operations and eigenproblems by " + cpu.description();
    }

    private boolean pays(double rows, double columns, double inner) {
        return rows * columns * inner > 0 && rows * columns * inner >= worth;
    }

    @Override
    public DMatrixRMaj multiply(DMatrixRMaj a, DMatrixRMaj b) {
        MatrixChecks.product(a, b);
        return pays(a.numRows, b.numCols, a.numCols) ? product(a, false, b, false) : cpu.multiply(a, b);
    }

    @Override
    public DMatrixRMaj multiplyTransA(DMatrixRMaj a, DMatrixRMaj b) {
        MatrixChecks.productTransA(a, b);
        return pays(a.numCols, b.numCols, a.numRows) ? product(a, true, b, false) : cpu.multiplyTransA(a, b);
    }

    @Override
    public DMatrixRMaj multiplyTransB(DMatrixRMaj a, DMatrixRMaj b) {
        MatrixChecks.productTransB(a, b, "a", "b");
        return pays(a.numRows, b.numRows, a.numCols) ? product(a, false, b, true) : cpu.multiplyTransB(a, b);
    }

    private DMatrixRMaj product(DMatrixRMaj a, boolean transA, DMatrixRMaj b, boolean transB) {
        Factor left = new Factor(a, transA);
        Factor right = new Factor(b, transB);
        MatrixChecks.storable("the product", left.rows(), right.columns());
        DMatrixRMaj result = new DMatrixRMaj(left.rows(), right.columns());
        onDevice(() -> {
            new Products(resources.bench).multiply(left, right, result);
            return result;
        });
        return result;
    }

    @Override
    public DMatrixRMaj gram(DMatrixRMaj x) {
        MatrixChecks.finite("x", x);
        int n = x.numRows;
        if (!pays(0.5 * n, n, x.numCols)) {
            return cpu.gram(x);
        }
        MatrixChecks.storable("the Gram matrix", n, n);
        DMatrixRMaj result = new DMatrixRMaj(n, n);
        onDevice(() -> {
            new Products(resources.bench).gram(x, result);
            return result;
        });
        FactorKernels.mirrorLower(result.data, n);
        return result;
    }

    @Override
    public GramTiles gramTiles(DMatrixRMaj x, DMatrixRMaj y) {
        MatrixChecks.productTransB(x, y, "x", "y");
        if (!pays(x.numRows, y.numRows, x.numCols)) {
            return cpu.gramTiles(x, y);
        }
        return onDevice(() -> DeviceGramTiles.fit(resources.bench, x, y)
                ? DeviceGramTiles.of(resources.bench, x, y, this)
                : cpu.gramTiles(x, y));
    }

    @Override
    public void addTileProduct(DoubleBuffer tile, DMatrixRMaj x, DMatrixRMaj out) {
        // every entry is used a few times only: copying it costs more than the CPU's product
        cpu.addTileProduct(tile, x, out);
    }

    @Override
    public void addTileProductTransA(DoubleBuffer tile, DMatrixRMaj x, DMatrixRMaj out) {
        cpu.addTileProductTransA(tile, x, out);
    }

    @Override
    public Optional<PairEngine> pairEngine() {
        return Optional.of((problem, outputs, sink) -> {
            try {
                resources.pairs.evaluate(problem, outputs, sink);
            } finally {
                Reference.reachabilityFence(this);
            }
        });
    }

    @Override
    public Cholesky cholesky(DMatrixRMaj a) {
        return cholesky(a, 0);
    }

    @Override
    public Cholesky cholesky(DMatrixRMaj a, double shift) {
        MatrixChecks.square("a", a);
        Require.nonNegative("shift", shift);
        int n = a.numRows;
        if (!pays(n / 3.0, n, n)) {
            return cpu.cholesky(a, shift);
        }
        Optional<Cholesky> result = onDevice(() -> {
            Factorization factorization = new Factorization(resources.bench);
            // exact for diagonals >= 0, which every positive definite matrix has
            double norm = FactorKernels.symmetricNorm1(a.data, n) + shift;
            return factorization.fits(n)
                    ? Optional.of(factorization.factor(a, shift, norm, this::solve))
                    : Optional.empty();
        });
        return result.orElseGet(() -> cpu.cholesky(a, shift));
    }

    private DMatrixRMaj solve(DMatrixRMaj lower, DMatrixRMaj b) {
        return onDevice(() -> new Factorization(resources.bench).solve(lower, b));
    }

    @Override
    public SymmetricEigen symmetricEigen(DMatrixRMaj a) {
        return cpu.symmetricEigen(a);
    }

    /** Nothing is under way any more when this returns or throws. */
    private <T> T onDevice(Supplier<T> work) {
        try {
            return resources.device.compute(() -> {
                try {
                    return work.get();
                } finally {
                    resources.bench.synchronize();
                }
            });
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
