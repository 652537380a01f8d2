// libcublas.so.12 of the software device: the functions that Meanfield uses, in plain loops, run in the order of the
// handle's stream. Matrices stand column by column. The rest of the names are stubs that answer CUBLAS_STATUS_NOT_SUPPORTED.
#include "softdev.h"
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>

extern "C" int softdev_current(void);

namespace {
using softdev::Stream;

enum { OK = 0, NOT_INITIALIZED = 1, INVALID_VALUE = 7, NOT_SUPPORTED = 15 };
enum Op { N = 0, T = 1, C = 2 };
enum Side { LEFT = 0, RIGHT = 1 };
enum Fill { LOWER = 0, UPPER = 1 };
enum Diag { NON_UNIT = 0, UNIT = 1 };
enum { TF32 = 3 };

struct Handle {
    Stream *stream = nullptr;
    int mathMode = 0, pointerMode = 0;
};

typedef int64_t Index;

template <typename R> bool onDevice(const R *a, Index rows, Index columns, Index ld) {
    if (rows <= 0 || columns <= 0) return true;
    bool inside = softdev::holds(a, size_t((columns - 1) * ld + rows) * sizeof(R));
    if (!inside) softdev::fault(700, "cuBLAS was given a matrix that leaves the memory of the device");
    return inside;
}

// op(A) as rows x columns, densely.
template <typename R> std::vector<R> dense(Op op, Index rows, Index columns, const R *a, Index ld) {
    std::vector<R> out(size_t(rows * columns));
    for (Index j = 0; j < columns; j++)
        for (Index i = 0; i < rows; i++) out[size_t(i + j * rows)] = op == N ? a[i + j * ld] : a[j + i * ld];
    return out;
}

template <typename R> void scale(R *c, Index from, Index to, R beta) {
    for (Index i = from; i < to; i++) c[i] = beta == R(0) ? R(0) : beta * c[i];
}

// c[from..to) += alpha A(from..to, :) b(:), four columns of A at a time.
template <typename R> void accumulate(R *c, const R *a, Index rows, Index k, const R *b, Index from, Index to, R alpha) {
    Index l = 0;
    for (; l + 4 <= k; l += 4) {
        const R *a0 = a + l * rows, *a1 = a0 + rows, *a2 = a1 + rows, *a3 = a2 + rows;
        R b0 = alpha * b[l], b1 = alpha * b[l + 1], b2 = alpha * b[l + 2], b3 = alpha * b[l + 3];
        for (Index i = from; i < to; i++) c[i] += a0[i] * b0 + a1[i] * b1 + a2[i] * b2 + a3[i] * b3;
    }
    for (; l < k; l++)
        for (Index i = from; i < to; i++) c[i] += a[i + l * rows] * (alpha * b[l]);
}

template <typename R> int gemm(Handle *h, Op opA, Op opB, Index m, Index n, Index k, const R *alpha, const R *a, Index lda,
                               const R *b, Index ldb, const R *beta, R *c, Index ldc) {
    if (!h) return NOT_INITIALIZED;
    Index rowsA = opA == N ? m : k, rowsB = opB == N ? k : n;
    if (m < 0 || n < 0 || k < 0 || lda < std::max<Index>(1, rowsA) || ldb < std::max<Index>(1, rowsB)
        || ldc < std::max<Index>(1, m) || h->pointerMode)
        return INVALID_VALUE;
    if (m == 0 || n == 0) return OK;
    if (!onDevice(a, rowsA, opA == N ? k : m, lda) || !onDevice(b, rowsB, opB == N ? n : k, ldb) || !onDevice(c, m, n, ldc))
        return OK;
    softdev::enqueue(h->stream, [=, alpha = *alpha, beta = *beta] {
        std::vector<R> left = alpha == R(0) ? std::vector<R>() : dense(opA, m, k, a, lda);
        std::vector<R> right = alpha == R(0) ? std::vector<R>() : dense(opB, k, n, b, ldb);
        for (Index j = 0; j < n; j++) {
            if (beta != R(1)) scale(c + j * ldc, 0, m, beta);
            if (alpha != R(0)) accumulate(c + j * ldc, left.data(), m, k, right.data() + j * k, 0, m, alpha);
        }
    });
    return OK;
}

// One triangle of alpha op(A) op(B)^T + beta C.
template <typename R> int syrkx(Handle *h, Fill fill, Op op, Index n, Index k, const R *alpha, const R *a, Index lda,
                                const R *b, Index ldb, const R *beta, R *c, Index ldc) {
    if (!h) return NOT_INITIALIZED;
    Index rows = op == N ? n : k;
    if (n < 0 || k < 0 || std::min(lda, ldb) < std::max<Index>(1, rows) || ldc < std::max<Index>(1, n) || h->pointerMode)
        return INVALID_VALUE;
    if (n == 0) return OK;
    Index columns = op == N ? k : n;
    if (!onDevice(a, rows, columns, lda) || !onDevice(b, rows, columns, ldb) || !onDevice(c, n, n, ldc)) return OK;
    softdev::enqueue(h->stream, [=, alpha = *alpha, beta = *beta] {
        std::vector<R> left = dense(op, n, k, a, lda), right = dense(op == N ? T : N, k, n, b, ldb);
        for (Index j = 0; j < n; j++) {
            Index from = fill == LOWER ? j : 0, to = fill == LOWER ? n : j + 1;
            if (beta != R(1)) scale(c + j * ldc, from, to, beta);
            if (alpha != R(0)) accumulate(c + j * ldc, left.data(), n, k, right.data() + j * k, from, to, alpha);
        }
    });
    return OK;
}

template <typename R> int geam(Handle *h, Op opA, Op opB, Index m, Index n, const R *alpha, const R *a, Index lda,
                               const R *beta, const R *b, Index ldb, R *c, Index ldc) {
    if (!h) return NOT_INITIALIZED;
    if (m < 0 || n < 0 || ldc < std::max<Index>(1, m) || h->pointerMode) return INVALID_VALUE;
    bool useA = *alpha != R(0), useB = *beta != R(0);
    if (useA && lda < std::max<Index>(1, opA == N ? m : n)) return INVALID_VALUE;
    if (useB && ldb < std::max<Index>(1, opB == N ? m : n)) return INVALID_VALUE;
    if ((c == a && useA && (opA != N || lda != ldc)) || (c == b && useB && (opB != N || ldb != ldc))) return INVALID_VALUE;
    if (m == 0 || n == 0) return OK;
    if ((useA && !onDevice(a, opA == N ? m : n, opA == N ? n : m, lda))
        || (useB && !onDevice(b, opB == N ? m : n, opB == N ? n : m, ldb)) || !onDevice(c, m, n, ldc))
        return OK;
    softdev::enqueue(h->stream, [=, alpha = *alpha, beta = *beta] {
        for (Index j = 0; j < n; j++)
            for (Index i = 0; i < m; i++) {
                R left = useA ? alpha * (opA == N ? a[i + j * lda] : a[j + i * lda]) : R(0);
                c[i + j * ldc] = left + (useB ? beta * (opB == N ? b[i + j * ldb] : b[j + i * ldb]) : R(0));
            }
    });
    return OK;
}

// Solves op(A) X = alpha B or X op(A) = alpha B by substitution, a column (left) or a row (right) of B at a time.
template <typename R> int trsm(Handle *h, Side side, Fill fill, Op op, Diag diag, Index m, Index n, const R *alpha,
                               const R *a, Index lda, R *b, Index ldb) {
    if (!h) return NOT_INITIALIZED;
    Index size = side == LEFT ? m : n;
    if (m < 0 || n < 0 || lda < std::max<Index>(1, size) || ldb < std::max<Index>(1, m) || h->pointerMode)
        return INVALID_VALUE;
    if (m == 0 || n == 0) return OK;
    if (!onDevice(a, size, size, lda) || !onDevice(b, m, n, ldb)) return OK;
    softdev::enqueue(h->stream, [=, alpha = *alpha] {
        // X op(A) = B is op(A)^T X^T = B^T.
        bool transposed = (op != N) != (side == RIGHT);
        bool forward = (fill == LOWER) != transposed;
        Index columns = side == LEFT ? n : m, step = side == LEFT ? 1 : ldb, next = side == LEFT ? ldb : 1;
        for (Index j = 0; j < columns; j++) {
            R *x = b + j * next;
            for (Index q = 0; q < size; q++) {
                Index i = forward ? q : size - 1 - q;
                R sum = alpha * x[i * step];
                for (Index p = 0; p < q; p++) {
                    Index l = forward ? p : size - 1 - p;
                    sum -= (transposed ? a[l + i * lda] : a[i + l * lda]) * x[l * step];
                }
                x[i * step] = diag == UNIT ? sum : sum / a[i + i * lda];
            }
        }
    });
    return OK;
}

template <typename R> int gemv(Handle *h, Op op, Index m, Index n, const R *alpha, const R *a, Index lda, const R *x,
                               Index incx, const R *beta, R *y, Index incy) {
    if (!h) return NOT_INITIALIZED;
    if (m < 0 || n < 0 || lda < std::max<Index>(1, m) || incx <= 0 || incy <= 0 || h->pointerMode) return INVALID_VALUE;
    Index out = op == N ? m : n, in = op == N ? n : m;
    if (out == 0 || !onDevice(a, m, n, lda) || !onDevice(x, 1, in, incx) || !onDevice(y, 1, out, incy)) return OK;
    softdev::enqueue(h->stream, [=, alpha = *alpha, beta = *beta] {
        for (Index i = 0; i < out; i++) {
            R sum = 0;
            for (Index j = 0; j < in; j++) sum += (op == N ? a[i + j * lda] : a[j + i * lda]) * x[j * incx];
            y[i * incy] = alpha * sum + (beta == R(0) ? R(0) : beta * y[i * incy]);
        }
    });
    return OK;
}

template <typename R> int dgmm(Handle *h, Side side, Index m, Index n, const R *a, Index lda, const R *x, Index incx, R *c,
                               Index ldc) {
    if (!h) return NOT_INITIALIZED;
    if (m < 0 || n < 0 || lda < std::max<Index>(1, m) || ldc < std::max<Index>(1, m) || incx <= 0) return INVALID_VALUE;
    if (!onDevice(a, m, n, lda) || !onDevice(x, 1, side == LEFT ? m : n, incx) || !onDevice(c, m, n, ldc)) return OK;
    softdev::enqueue(h->stream, [=] {
        for (Index j = 0; j < n; j++)
            for (Index i = 0; i < m; i++) c[i + j * ldc] = a[i + j * lda] * x[(side == LEFT ? i : j) * incx];
    });
    return OK;
}

template <typename R> int batched(Handle *h, Op opA, Op opB, Index m, Index n, Index k, const R *alpha, const R *a,
                                  Index lda, Index strideA, const R *b, Index ldb, Index strideB, const R *beta, R *c,
                                  Index ldc, Index strideC, Index count) {
    for (Index i = 0; i < count; i++) {
        int status = gemm(h, opA, opB, m, n, k, alpha, a + i * strideA, lda, b + i * strideB, ldb, beta, c + i * strideC, ldc);
        if (status) return status;
    }
    return OK;
}
} // namespace

#define ANSWER(function)                                                                                               \
    do {                                                                                                               \
        if (int code = softdev::injected(function)) return code;                                                      \
    } while (0)

extern "C" {
int cublasCreate_v2(Handle **handle) {
    ANSWER("cublasCreate");
    if (!softdev_current()) return NOT_INITIALIZED;
    *handle = new Handle;
    return OK;
}
int cublasDestroy_v2(Handle *handle) {
    if (!handle) return NOT_INITIALIZED;
    delete handle;
    return OK;
}
int cublasSetStream_v2(Handle *handle, Stream *stream) {
    if (!handle) return NOT_INITIALIZED;
    handle->stream = stream;
    return OK;
}
int cublasGetStream_v2(Handle *handle, Stream **stream) {
    if (!handle) return NOT_INITIALIZED;
    *stream = handle->stream;
    return OK;
}
int cublasGetVersion_v2(Handle *, int *version) {
    *version = 120600;
    return OK;
}
int cublasGetProperty(int type, int *value) {
    *value = type == 0 ? 12 : type == 1 ? 6 : 0;
    return OK;
}
int cublasSetMathMode(Handle *handle, int mode) {
    if (!handle) return NOT_INITIALIZED;
    // Rounded products would spoil Gram matrices: nobody here may ask for them.
    if ((mode & 15) == TF32) return NOT_SUPPORTED;
    handle->mathMode = mode;
    return OK;
}
int cublasGetMathMode(Handle *handle, int *mode) {
    *mode = handle->mathMode;
    return OK;
}
int cublasSetPointerMode_v2(Handle *handle, int mode) {
    if (!handle) return NOT_INITIALIZED;
    handle->pointerMode = mode;
    return mode == 0 ? OK : NOT_SUPPORTED;
}
int cublasGetPointerMode_v2(Handle *handle, int *mode) {
    *mode = handle->pointerMode;
    return OK;
}
int cublasSetAtomicsMode(Handle *handle, int) { return handle ? OK : NOT_INITIALIZED; }
int cublasSetSmCountTarget(Handle *handle, int) { return handle ? OK : NOT_INITIALIZED; }
int cublasSetWorkspace_v2(Handle *handle, void *workspace, size_t bytes) {
    if (!handle) return NOT_INITIALIZED;
    return bytes == 0 || softdev::holds(workspace, bytes) ? OK : INVALID_VALUE;
}
const char *cublasGetStatusName(int status) { return status == OK ? "CUBLAS_STATUS_SUCCESS" : "CUBLAS_STATUS_FAILED"; }
const char *cublasGetStatusString(int status) { return status == OK ? "success" : "a failure of the software device"; }

#define FUNCTIONS(P, R, V2, Int)                                                                                       \
    int cublas##P##gemm##V2(Handle *h, Op oa, Op ob, Int m, Int n, Int k, const R *alpha, const R *a, Int lda,         \
                            const R *b, Int ldb, const R *beta, R *c, Int ldc) {                                       \
        ANSWER("cublas" #P "gemm");                                                                                    \
        return gemm<R>(h, oa, ob, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);                                       \
    }                                                                                                                  \
    int cublas##P##syrk##V2(Handle *h, Fill fill, Op op, Int n, Int k, const R *alpha, const R *a, Int lda,            \
                            const R *beta, R *c, Int ldc) {                                                            \
        ANSWER("cublas" #P "syrk");                                                                                    \
        return syrkx<R>(h, fill, op, n, k, alpha, a, lda, a, lda, beta, c, ldc);                                       \
    }                                                                                                                  \
    int cublas##P##trsm##V2(Handle *h, Side side, Fill fill, Op op, Diag diag, Int m, Int n, const R *alpha,           \
                            const R *a, Int lda, R *b, Int ldb) {                                                      \
        ANSWER("cublas" #P "trsm");                                                                                    \
        return trsm<R>(h, side, fill, op, diag, m, n, alpha, a, lda, b, ldb);                                          \
    }                                                                                                                  \
    int cublas##P##gemv##V2(Handle *h, Op op, Int m, Int n, const R *alpha, const R *a, Int lda, const R *x, Int incx, \
                            const R *beta, R *y, Int incy) {                                                           \
        return gemv<R>(h, op, m, n, alpha, a, lda, x, incx, beta, y, incy);                                            \
    }
#define PLAIN_FUNCTIONS(P, R, Suffix, Int)                                                                             \
    int cublas##P##syrkx##Suffix(Handle *h, Fill fill, Op op, Int n, Int k, const R *alpha, const R *a, Int lda,       \
                                 const R *b, Int ldb, const R *beta, R *c, Int ldc) {                                  \
        return syrkx<R>(h, fill, op, n, k, alpha, a, lda, b, ldb, beta, c, ldc);                                       \
    }                                                                                                                  \
    int cublas##P##geam##Suffix(Handle *h, Op oa, Op ob, Int m, Int n, const R *alpha, const R *a, Int lda,            \
                                const R *beta, const R *b, Int ldb, R *c, Int ldc) {                                   \
        ANSWER("cublas" #P "geam");                                                                                    \
        return geam<R>(h, oa, ob, m, n, alpha, a, lda, beta, b, ldb, c, ldc);                                          \
    }                                                                                                                  \
    int cublas##P##dgmm##Suffix(Handle *h, Side side, Int m, Int n, const R *a, Int lda, const R *x, Int incx, R *c,   \
                                Int ldc) {                                                                             \
        return dgmm<R>(h, side, m, n, a, lda, x, incx, c, ldc);                                                        \
    }                                                                                                                  \
    int cublas##P##gemmStridedBatched##Suffix(Handle *h, Op oa, Op ob, Int m, Int n, Int k, const R *alpha,            \
                                              const R *a, Int lda, long long sa, const R *b, Int ldb, long long sb,    \
                                              const R *beta, R *c, Int ldc, long long sc, Int count) {                 \
        return batched<R>(h, oa, ob, m, n, k, alpha, a, lda, sa, b, ldb, sb, beta, c, ldc, sc, count);                 \
    }
FUNCTIONS(D, double, _v2, int)
FUNCTIONS(S, float, _v2, int)
FUNCTIONS(D, double, _v2_64, int64_t)
FUNCTIONS(S, float, _v2_64, int64_t)
PLAIN_FUNCTIONS(D, double, , int)
PLAIN_FUNCTIONS(S, float, , int)
PLAIN_FUNCTIONS(D, double, _64, int64_t)
PLAIN_FUNCTIONS(S, float, _64, int64_t)
}
