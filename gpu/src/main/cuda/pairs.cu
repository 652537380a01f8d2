// Kernels of pairs of inputs: one thread takes one pair through all steps of a program, from the inner product that
// cuBLAS left in its place to both kernels. The formulas are those of meanfield.core.pairs (PairStep, PlainPair).
//
// State of a pair: gap u = 1 - r, antigap v = 1 + r, tangent t.
//
// Tables hold the values of single inputs, one value after the other: value k of input i stands at table[k * stride + i].
// The first three belong to the start and the end: 1/|x|, sqrt(p) and m after the last step.
// A program is five ints a step: its kind, then up to four numbers, each the index of a value or of a constant or a size,
// -1 where there is none.
//
// Plain C++ but for the attributes and the three index variables, so that the same file can be compiled for a host.

namespace pairs {

enum Value { INVERSE_NORM, DEVIATION, SCALE };

enum Kind { ADD_CORRELATION, TANGENT, AFFINE, RECTIFIER, ERROR_FUNCTION, ZONAL };

enum { STEP_SIZE = 5, PIECE_SIZE = 12 };

// Everything about the numbers that differs between double and float.
template <typename T>
struct Number;

template <>
struct Number<double> {
  static __device__ __forceinline__ double root(double x) { return sqrt(x); }
  static __device__ __forceinline__ double arcsine(double x) { return asin(x); }
  static __device__ __forceinline__ double magnitude(double x) { return fabs(x); }

  // Below this gap or antigap a pair is computed again from the difference of its inputs.
  static __device__ __forceinline__ double nearlyParallel() { return 1e-3; }

  // arccos(1 - u)/sqrt(u) for 0 <= u <= 1 as a polynomial in y = 1 - 2u, error 8e-19 (meanfield.ntk.layer.AngleKernels).
  static __device__ __forceinline__ double angleRatio(double y) {
    double p = 1.842647754168504e-12;
    p = p * y - 5.942301667875127e-12;
    p = p * y + 9.56035798244647e-12;
    p = p * y - 3.13173367674732e-11;
    p = p * y + 1.249015973783509e-10;
    p = p * y - 4.1188575821564915e-10;
    p = p * y + 1.3395740049406522e-09;
    p = p * y - 4.481762126784241e-09;
    p = p * y + 1.5144168989626607e-08;
    p = p * y - 5.161053382905649e-08;
    p = p * y + 1.779685367993213e-07;
    p = p * y - 6.225319144956671e-07;
    p = p * y + 2.216020873802959e-06;
    p = p * y - 8.063539723671679e-06;
    p = p * y + 3.0187169852839253e-05;
    p = p * y - 0.00011741250414127035;
    p = p * y + 0.0004820541005842901;
    p = p * y - 0.0021491358590150144;
    p = p * y + 0.011029313317978422;
    p = p * y - 0.07601609123466498;
    return p * y + 1.480960979386122;
  }
};

template <>
struct Number<float> {
  static __device__ __forceinline__ float root(float x) { return sqrtf(x); }
  static __device__ __forceinline__ float arcsine(float x) { return asinf(x); }
  static __device__ __forceinline__ float magnitude(float x) { return fabsf(x); }
  static __device__ __forceinline__ float nearlyParallel() { return 2e-2f; }

  // The same, cut where the terms fall below 2e-8.
  static __device__ __forceinline__ float angleRatio(float y) {
    float p = -5.161053382905649e-08f;
    p = p * y + 1.779685367993213e-07f;
    p = p * y - 6.225319144956671e-07f;
    p = p * y + 2.216020873802959e-06f;
    p = p * y - 8.063539723671679e-06f;
    p = p * y + 3.0187169852839253e-05f;
    p = p * y - 0.00011741250414127035f;
    p = p * y + 0.0004820541005842901f;
    p = p * y - 0.0021491358590150144f;
    p = p * y + 0.011029313317978422f;
    p = p * y - 0.07601609123466498f;
    return p * y + 1.480960979386122f;
  }
};

template <typename T>
__device__ __forceinline__ T smaller(T a, T b) { return a < b ? a : b; }

template <typename T>
__device__ __forceinline__ T larger(T a, T b) { return a > b ? a : b; }

template <typename T>
struct Pair {
  T gap;
  T antigap;
  T tangent;
  __device__ __forceinline__ T correlation() const { return T(0.5) * (antigap - gap); }
};

// Values of the two inputs of one pair, and the constants of the program.
template <typename T>
struct Reader {
  const T *rowTable;
  const T *columnTable;
  long long rowStride;
  long long columnStride;
  const T *constants;
  __device__ __forceinline__ T row(int value) const { return rowTable[value * rowStride]; }
  __device__ __forceinline__ T column(int value) const { return columnTable[value * columnStride]; }
  __device__ __forceinline__ T product(int value) const { return row(value) * column(value); }
  __device__ __forceinline__ T productOrZero(int value) const { return value < 0 ? T(0) : product(value); }
};

// psi = arccos(1 - m), 0 <= m <= 1.
template <typename T>
__device__ __forceinline__ T angleOfGap(T m) {
  return Number<T>::root(m) * Number<T>::angleRatio(T(1) - T(2) * m);
}

// r = x.y/(|x||y|) as gap and antigap; zero inputs are alike.
template <typename T>
__device__ __forceinline__ Pair<T> startOf(T product, const Reader<T> &read, const T *x, const T *y, int dimension) {
  T inverse = read.row(INVERSE_NORM);
  T other = read.column(INVERSE_NORM);
  Pair<T> pair;
  pair.tangent = T(0);
  if (inverse == T(0) || other == T(0)) {
    T r = inverse == other ? T(1) : T(0);
    pair.gap = T(1) - r;
    pair.antigap = T(1) + r;
    return pair;
  }
  T r = product * inverse * other;
  pair.gap = T(1) - r;
  pair.antigap = T(1) + r;
  if (smaller(pair.gap, pair.antigap) < Number<T>::nearlyParallel()) {
    T signedOther = pair.gap < pair.antigap ? other : -other;
    T sum = T(0);
    for (int c = 0; c < dimension; c++) {
      T difference = x[c] * inverse - y[c] * signedOther;
      sum += difference * difference;
    }
    T small = T(0.5) * sum;
    bool parallel = pair.gap < pair.antigap;
    pair.gap = parallel ? small : T(2) - small;
    pair.antigap = parallel ? T(2) - small : small;
  }
  return pair;
}

template <typename T>
__device__ __forceinline__ void affine(Pair<T> &pair, const Reader<T> &read, int weight, int bias, int missing) {
  T da = read.row(weight) - read.column(weight);
  T db = read.row(bias) - read.column(bias);
  T spread = T(0.5) * (da * da + db * db);
  T absent = read.productOrZero(missing);
  if (missing >= 0) {
    spread += T(0.5) * (read.row(missing) + read.column(missing)) - absent;
  }
  T factor = read.product(weight);
  pair.gap = factor * pair.gap + spread;
  pair.antigap = factor * pair.antigap + spread + T(2) * read.product(bias) + T(2) * absent;
}

template <typename T>
__device__ __forceinline__ void rectifier(Pair<T> &pair, T mixing, T slope) {
  T u = pair.gap;
  T v = pair.antigap;
  bool acute = u <= v;
  T m = acute ? u : v;
  T angle = angleOfGap(m);
  T turn = slope * angle;
  T y = slope * (Number<T>::root(m * (T(2) - m)) - angle * (T(1) - m));
  pair.gap = larger(T(0), acute ? u - y : T(1) - mixing + mixing * v - y);
  pair.antigap = larger(T(0), acute ? v + y : T(1) + mixing - mixing * v + y);
  pair.tangent *= acute ? T(1) - turn : turn - mixing;
}

// sqrt(1 - a^4) for a^2 + b^2 = 1, from b.
template <typename T>
__device__ __forceinline__ T ownSine(T bias) { return bias * Number<T>::root(T(2) - bias * bias); }

// arcsin(own) - arcsin(s), given excess = own - s and the sines sqrt(1 - own^2), sqrt(1 - s^2).
template <typename T>
__device__ __forceinline__ T rise(T own, T ownSineValue, T s, T sine, T excess) {
  T denominator = own * sine + s * ownSineValue;
  return denominator == T(0) ? T(0) : Number<T>::arcsine(smaller(T(1), excess * (own + s) / denominator));
}

template <typename T>
__device__ __forceinline__ void errorFunction(Pair<T> &pair, const Reader<T> &read, int weight, int bias, int value,
                                              int slope) {
  T a = read.row(weight), b = read.row(bias), f = read.row(value);
  T otherA = read.column(weight), otherB = read.column(bias), otherF = read.column(value);
  bool acute = pair.gap <= pair.antigap;
  T m = acute ? pair.gap : pair.antigap;
  T da = a - otherA;
  T db = b - otherB;
  T shared = a * otherA * m;
  T w = shared + T(0.5) * (da * da + db * db) + b * otherB;
  T sine = Number<T>::root(w * (T(2) - w));
  T s = a * otherA * (T(1) - m);
  T difference = -db * (otherB + b) / (a + otherA);
  T own = a * a;
  T others = otherA * otherA;
  T sineOfOwn = ownSine(b);
  T sineOfOthers = ownSine(otherB);
  T sum = rise(own, sineOfOwn, s, sine, a * difference + shared) +
          rise(others, sineOfOthers, s, sine, shared - otherA * difference);
  T roots = Number<T>::arcsine(difference * (a + otherA) * (own + others) / (own * sineOfOthers + others * sineOfOwn)) /
            (T(1) / f + T(1) / otherF);
  T near = larger(T(0), T(0.5) * f * otherF * (sum - roots * roots));
  pair.tangent *= read.product(slope) / sine;
  pair.gap = acute ? near : T(2) - near;
  pair.antigap = acute ? T(2) - near : near;
}

// Coefficients a_k and b_k of both kernels, read at once.
template <typename T>
struct alignas(2 * sizeof(T)) Coefficients {
  T nngp;
  T ntk;
};

// All layers at once: both kernels as polynomials on equal pieces of the angle (meanfield.gpu.pairs.PieceTable). The first
// constant is the number of pieces over pi; the coefficients follow after one more.
template <typename T>
__device__ __forceinline__ void zonal(Pair<T> &pair, const T *constants, int pieces) {
  const Coefficients<T> *table = reinterpret_cast<const Coefficients<T> *>(constants) + 1;
  bool acute = pair.gap < pair.antigap;
  T angle = angleOfGap(smaller(T(1), acute ? pair.gap : pair.antigap));
  T place = constants[0] * (acute ? angle : T(3.14159265358979323846) - angle);
  int piece = (int)place;
  piece = piece < pieces ? piece : pieces - 1;
  T t = T(2) * (place - (T)piece) - T(1);
  const Coefficients<T> *c = table + (long long)piece * PIECE_SIZE;
  T r = c[PIECE_SIZE - 1].nngp;
  T tangent = c[PIECE_SIZE - 1].ntk;
  for (int k = PIECE_SIZE - 2; k >= 0; k--) {
    Coefficients<T> next = c[k];
    r = r * t + next.nngp;
    tangent = tangent * t + next.ntk;
  }
  pair.gap = T(1) - r;
  pair.antigap = T(1) + r;
  pair.tangent = tangent;
}

template <typename T>
__device__ __forceinline__ void apply(Pair<T> &pair, const Reader<T> &read, const int *step) {
  switch (step[0]) {
    case ADD_CORRELATION:
      pair.tangent += pair.correlation();
      break;
    case TANGENT:
      pair.tangent = read.product(step[1]) * pair.correlation() + read.product(step[2]) * pair.tangent +
                     read.productOrZero(step[3]);
      break;
    case AFFINE:
      affine(pair, read, step[1], step[2], step[3]);
      break;
    case RECTIFIER:
      rectifier(pair, read.constants[step[1]], read.constants[step[1] + 1]);
      break;
    case ERROR_FUNCTION:
      errorFunction(pair, read, step[1], step[2], step[3], step[4]);
      break;
    case ZONAL:
      zonal(pair, read.constants + step[1], step[2]);
      break;
  }
}

// One entry of a tile, row i and column j: nngp holds inner products on entry and kernels on exit; ntk may be null.
// diagonal: the tile lies on the diagonal of a symmetric kernel and only j < i is wanted.
template <typename T>
__device__ __forceinline__ void entry(T *nngp, T *ntk, long long stride, int rows, int columns, int diagonal,
                                      const T *x, const T *y, int dimension, const T *rowTable, const T *columnTable,
                                      long long rowStride, long long columnStride, const int *program, int steps,
                                      const T *constants) {
  int j = blockIdx.x * blockDim.x + threadIdx.x;
  int i = blockIdx.y * blockDim.y + threadIdx.y;
  if (i >= rows || j >= columns || (diagonal && j >= i)) {
    return;
  }
  Reader<T> read = {rowTable + i, columnTable + j, rowStride, columnStride, constants};
  long long at = i * stride + j;
  Pair<T> pair = startOf(nngp[at], read, x + (long long)i * dimension, y + (long long)j * dimension, dimension);
  for (int l = 0; l < steps; l++) {
    apply(pair, read, program + l * STEP_SIZE);
  }
  nngp[at] = read.product(DEVIATION) * pair.correlation();
  if (ntk) {
    ntk[at] = read.product(SCALE) * pair.tangent;
  }
}

}  // namespace pairs

extern "C" __global__ void pairs_f64(double *nngp, double *ntk, long long stride, int rows, int columns, int diagonal,
                                     const double *x, const double *y, int dimension, const double *rowTable,
                                     const double *columnTable, long long rowStride, long long columnStride,
                                     const int *program, int steps, const double *constants) {
  pairs::entry(nngp, ntk, stride, rows, columns, diagonal, x, y, dimension, rowTable, columnTable, rowStride, columnStride,
        program, steps, constants);
}

extern "C" __global__ void pairs_f32(float *nngp, float *ntk, long long stride, int rows, int columns, int diagonal,
                                     const float *x, const float *y, int dimension, const float *rowTable,
                                     const float *columnTable, long long rowStride, long long columnStride,
                                     const int *program, int steps, const float *constants) {
  pairs::entry(nngp, ntk, stride, rows, columns, diagonal, x, y, dimension, rowTable, columnTable, rowStride, columnStride,
        program, steps, constants);
}
