package meanfield.gpu.device;

import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.jcublas.JCublas2;
import jcuda.jcublas.cublasDiagType;
import jcuda.jcublas.cublasFillMode;
import jcuda.jcublas.cublasHandle;
import jcuda.jcublas.cublasMath;
import jcuda.jcublas.cublasOperation;
import jcuda.jcublas.cublasSideMode;

/**
 * cuBLAS on one stream, in terms of row-major matrices: cuBLAS counts columns first, so that a row-major A is its Aᵀ and
 * nothing has to be transposed. Never on TF32: single precision runs in the pedantic mode, which forbids it, and double
 * precision has no reduced form.
 *
 * <p>Strides are distances between rows, in entries. Results are on the device; the calls return before they are there.
 */
public final class Blas implements AutoCloseable {
    private static final int AS_IS = cublasOperation.CUBLAS_OP_N;
    private static final int TRANSPOSED = cublasOperation.CUBLAS_OP_T;

    private final cublasHandle handle;
    private final ElementType type;

    private Blas(cublasHandle handle, ElementType type) {
        this.handle = handle;
        this.type = type;
    }

    /** cuBLAS for numbers of this type, on this stream. */
    public static Blas on(Stream stream, ElementType type) {
        cublasHandle handle = new cublasHandle();
        Status.checkBlas("cublasCreate", JCublas2.cublasCreate(handle));
        int mode = type == ElementType.SINGLE ? cublasMath.CUBLAS_PEDANTIC_MATH : cublasMath.CUBLAS_DEFAULT_MATH;
        Status.checkBlas("cublasSetMathMode", JCublas2.cublasSetMathMode(handle, mode));
        Status.checkBlas("cublasSetStream", JCublas2.cublasSetStream(handle, stream.forBlas()));
        return new Blas(handle, type);
    }

    /** Version of the library, 120600 for 12.6. */
    public int version() {
        int[] version = new int[1];
        Status.checkBlas("cublasGetVersion", JCublas2.cublasGetVersion(handle, version));
        return version[0];
    }

    /**
     * An operand of a product.
     *
     * @param start its first entry
     * @param stride distance between its rows
     * @param transposed whether its transpose is meant
     */
    public record Operand(CUdeviceptr start, int stride, boolean transposed) {
        /** A matrix as it stands. */
        public static Operand of(CUdeviceptr start, int stride) {
            return new Operand(start, stride, false);
        }

        /** Its transpose. */
        public Operand transpose() {
            return new Operand(start, stride, !transposed);
        }
    }

    /** C = α A B + β C for C of rows × columns, with {@code inner} columns of A. */
    public void multiply(int rows, int columns, int inner, double alpha, Operand a, Operand b, double beta, Operand c) {
        // the transpose of it, Cᵀ = Bᵀ Aᵀ, in cuBLAS' order
        int opB = b.transposed() ? TRANSPOSED : AS_IS;
        int opA = a.transposed() ? TRANSPOSED : AS_IS;
        Pointer one = type.scalar(alpha);
        Pointer two = type.scalar(beta);
        int ldb = b.stride();
        int lda = a.stride();
        int ldc = c.stride();
        int status = type == ElementType.DOUBLE
                ? JCublas2.cublasDgemm(
                        handle, opB, opA, columns, rows, inner, one, b.start(), ldb, a.start(), lda, two, c.start(),
                        ldc)
                : JCublas2.cublasSgemm(
                        handle, opB, opA, columns, rows, inner, one, b.start(), ldb, a.start(), lda, two, c.start(),
                        ldc);
        Status.checkBlas("a matrix product", status);
    }

    /** The lower triangle of C = α A Aᵀ + β C for A of n × inner. */
    public void rankUpdate(int n, int inner, double alpha, Operand a, double beta, Operand c) {
        int fill = cublasFillMode.CUBLAS_FILL_MODE_UPPER;
        int op = a.transposed() ? AS_IS : TRANSPOSED;
        Pointer one = type.scalar(alpha);
        Pointer two = type.scalar(beta);
        int status = type == ElementType.DOUBLE
                ? JCublas2.cublasDsyrk(
                        handle, fill, op, n, inner, one, a.start(), a.stride(), two, c.start(), c.stride())
                : JCublas2.cublasSsyrk(
                        handle, fill, op, n, inner, one, a.start(), a.stride(), two, c.start(), c.stride());
        Status.checkBlas("a product of a matrix with itself", status);
    }

    /** B := L⁻¹ B, or L⁻ᵀ B for a transposed L, with a lower triangle L of n × n and B of n × columns. */
    public void solveLower(int n, int columns, Operand lower, Operand b) {
        int op = lower.transposed() ? TRANSPOSED : AS_IS;
        triangular(cublasSideMode.CUBLAS_SIDE_RIGHT, op, columns, n, lower, b);
    }

    /** B := B L⁻ᵀ with a lower triangle L of n × n and B of rows × n. */
    public void solveLowerFromRight(int rows, int n, Operand lower, Operand b) {
        triangular(cublasSideMode.CUBLAS_SIDE_LEFT, TRANSPOSED, n, rows, lower, b);
    }

    /** C := A for A and C of rows × columns. */
    public void copy(int rows, int columns, Operand a, Operand c) {
        Pointer one = type.scalar(1);
        Pointer zero = type.scalar(0);
        int lda = a.stride();
        int ldc = c.stride();
        int status = type == ElementType.DOUBLE
                ? JCublas2.cublasDgeam(
                        handle, AS_IS, AS_IS, columns, rows, one, a.start(), lda, zero, c.start(), ldc, c.start(), ldc)
                : JCublas2.cublasSgeam(
                        handle, AS_IS, AS_IS, columns, rows, one, a.start(), lda, zero, c.start(), ldc, c.start(), ldc);
        Status.checkBlas("a copy of a matrix", status);
    }

    private void triangular(int side, int op, int m, int n, Operand lower, Operand b) {
        int fill = cublasFillMode.CUBLAS_FILL_MODE_UPPER;
        int diagonal = cublasDiagType.CUBLAS_DIAG_NON_UNIT;
        Pointer one = type.scalar(1);
        int lda = lower.stride();
        int ldb = b.stride();
        int status = type == ElementType.DOUBLE
                ? JCublas2.cublasDtrsm(handle, side, fill, op, diagonal, m, n, one, lower.start(), lda, b.start(), ldb)
                : JCublas2.cublasStrsm(handle, side, fill, op, diagonal, m, n, one, lower.start(), lda, b.start(), ldb);
        Status.checkBlas("a triangular solve", status);
    }

    @Override
    public void close() {
        JCublas2.cublasDestroy(handle);
    }
}
