package meanfield.core.special;

import meanfield.core.Require;
import org.apache.commons.numbers.core.DD;

/**
 * A number of 31 decimal digits: the unevaluated sum of two doubles, for small differences of functions that nearly
 * agree.
 *
 * <pre>
 *   x = high + low,   |low| ≤ 2⁻⁵³ |high|
 * </pre>
 *
 * Where a best approximation errs by 1e-11, double precision knows that error to 5 digits; here it is known to 20.
 * Sums, products, quotients and roots are those of the library behind this module, with errors of a few 2⁻¹⁰⁴; the
 * functions stated here reach 1e-29 relative on |x| ≤ 40. Immutable. The range of the exponent is that of a double; NaN
 * and infinities are not supported.
 */
public final class DoubleDouble {
    private static final DD LN_2 = DD.ofSum(0.6931471805599453, 2.3190468138462996e-17);
    private static final DD TWO_OVER_ROOT_PI = DD.ofSum(1.1283791670955126, 1.533545961316588e-17);
    private static final DD PI = DD.ofSum(3.141592653589793, 1.2246467991473532e-16);
    /** Halvings of the argument before the exponential series; squared away again. */
    private static final int HALVINGS = 7;

    private final DD number;

    private DoubleDouble(DD number) {
        this.number = number;
    }

    /** Exactly x. */
    public static DoubleDouble of(double x) {
        return new DoubleDouble(DD.of(x));
    }

    /** π to 32 digits. */
    public static DoubleDouble pi() {
        return new DoubleDouble(PI);
    }

    /** Rounded to double precision. */
    public double value() {
        return number.doubleValue();
    }

    /** Sum. */
    public DoubleDouble plus(DoubleDouble other) {
        return new DoubleDouble(number.add(other.number));
    }

    /** Sum. */
    public DoubleDouble plus(double other) {
        return new DoubleDouble(number.add(other));
    }

    /** Difference. */
    public DoubleDouble minus(DoubleDouble other) {
        return new DoubleDouble(number.subtract(other.number));
    }

    /** Difference. */
    public DoubleDouble minus(double other) {
        return new DoubleDouble(number.subtract(other));
    }

    /** Product. */
    public DoubleDouble times(DoubleDouble other) {
        return new DoubleDouble(number.multiply(other.number));
    }

    /** Product. */
    public DoubleDouble times(double other) {
        return new DoubleDouble(number.multiply(other));
    }

    /** Quotient. */
    public DoubleDouble dividedBy(DoubleDouble other) {
        return new DoubleDouble(number.divide(other.number));
    }

    /** Quotient. */
    public DoubleDouble dividedBy(double other) {
        return new DoubleDouble(number.divide(other));
    }

    /** -x. */
    public DoubleDouble negated() {
        return new DoubleDouble(number.negate());
    }

    /** |x|. */
    public DoubleDouble absolute() {
        return new DoubleDouble(number.abs());
    }

    /** √x, x ≥ 0. */
    public DoubleDouble squareRoot() {
        return new DoubleDouble(number.isZero() ? number : number.sqrt());
    }

    /** x^n, n ≥ 0. */
    public DoubleDouble power(int n) {
        Require.atLeast("exponent", n, 0);
        return new DoubleDouble(number.isZero() ? (n == 0 ? DD.ONE : number) : number.pow(n));
    }

    /** e^x: x = k ln 2 + 2⁷ r, e^r - 1 by its series, (1 + y)² - 1 = y (2 + y) seven times. */
    public DoubleDouble exponential() {
        double k = Math.rint(number.hi() / LN_2.hi());
        DD r = number.subtract(LN_2.multiply(k)).scalb(-HALVINGS);
        DD term = r;
        DD sum = r;
        for (int i = 2; i <= 12; i++) {
            term = term.multiply(r).divide(i);
            sum = sum.add(term);
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = sum.multiply(sum.add(2));
        }
        return new DoubleDouble(sum.add(1).scalb((int) k));
    }

    /** erf x = (2/√π) e^{-x²} Σ 2^n x^{2n+1}/(2n+1)!!, terms of one sign; for |x| ≤ 6. */
    public DoubleDouble errorFunction() {
        DD square = number.square();
        DD term = number;
        DD sum = number;
        for (int n = 1; n < 400 && Math.abs(term.hi()) > 1e-33 * Math.abs(sum.hi()); n++) {
            term = term.multiply(square).multiply(2).divide(2 * n + 1);
            sum = sum.add(term);
        }
        DD gaussian = new DoubleDouble(square.negate()).exponential().number;
        return new DoubleDouble(TWO_OVER_ROOT_PI.multiply(gaussian).multiply(sum));
    }

    /** sin x by its series, for |x| ≤ 4. */
    public DoubleDouble sine() {
        DD square = number.square();
        DD term = number;
        DD sum = number;
        for (int n = 1; n < 40 && term.hi() != 0; n++) {
            term = term.multiply(square).divide(-2.0 * n * (2 * n + 1));
            sum = sum.add(term);
        }
        return new DoubleDouble(sum);
    }

    /** tanh x = (1 - e^{-2x})/(1 + e^{-2x}). */
    public DoubleDouble hyperbolicTangent() {
        DoubleDouble decay = times(-2).exponential();
        return decay.negated().plus(1).dividedBy(decay.plus(1));
    }

    /** 1/(1 + e^{-x}). */
    public DoubleDouble logistic() {
        return of(1).dividedBy(negated().exponential().plus(1));
    }

    @Override
    public String toString() {
        return number.bigDecimalValue().round(new java.math.MathContext(31)).toString();
    }
}
