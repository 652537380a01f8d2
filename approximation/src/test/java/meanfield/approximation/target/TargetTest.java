package meanfield.approximation.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import meanfield.approximation.Reference;
import meanfield.core.parallel.Workers;
import org.junit.jupiter.api.Test;

/** Targets, their norms, and the three estimators of a sup. */
class TargetTest {
    private static final double GAGLIARDO = 7.265598851794109;

    @Test
    void normsOfTheReference() {
        Map<String, Profile> functions = Map.of(
                "sobolev-norm-sin2pi", new Profiles.Wave(2 * Math.PI, 0),
                "sobolev-norm-cubic", new Profiles.Polynomial(List.of(0.0, -0.5, 0.0, 1.0)),
                "sobolev-norm-exp", new Profiles.Damped(1, 0),
                "sobolev-norm-kink", new Profiles.Modulus(1.0 / 3, 1));
        for (JsonNode each : Reference.cases("misc", "sobolev_norm")) {
            Profile f = functions.get(each.path("id").asText());
            double tolerance = each.path("tol").path("rel").asDouble();
            for (Map.Entry<String, JsonNode> entry : each.path("value").properties()) {
                int order = entry.getKey().charAt(1) - '0';
                String p = entry.getKey().substring(4);
                SobolevNorm norm = SobolevNorm.of(p.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(p));
                double expected = Reference.number(entry.getValue());
                assertEquals(
                        expected, norm.norm(f, order, 0, 1), tolerance * expected, each.path("id") + entry.getKey());
            }
        }
    }

    /** Derivatives of every profile are difference quotients of the order below. */
    @Test
    void derivativesAreThoseOfTheValues() {
        List<Profile> profiles = List.of(
                new Profiles.Wave(3.1, 1),
                new Profiles.Kink(0.3, 4),
                new Profiles.Modulus(0.3, 3),
                new Profiles.Runge(5),
                new Profiles.Bell(8, 0.4),
                new Profiles.Damped(-1, 3),
                new Profiles.Polynomial(List.of(1.0, -2.0, 0.5, 0.25, -1.5)));
        double h = 1e-5;
        for (Profile f : profiles) {
            for (int order = 0; order < 3; order++) {
                for (double x : new double[] {0.05, 0.21, 0.47, 0.88}) {
                    double quotient = (f.derivative(order, x + h) - f.derivative(order, x - h)) / (2 * h);
                    double scale = 1 + f.supremum(Math.min(order + 3, f.smoothness()), 0, 1);
                    assertEquals(quotient, f.derivative(order + 1, x), 1e-8 * scale, f + " order " + order);
                    assertTrue(Math.abs(f.derivative(order + 1, x)) <= f.supremum(order + 1, 0, 1) * (1 + 1e-12));
                }
            }
        }
    }

    @Test
    void normsOfTheTargetsWithoutDivision() {
        for (int n = 1; n <= 3; n++) {
            assertEquals(Math.pow(2 * Math.PI, n), TargetFunction.SINE.of(1, n).sobolevNorm(n), 1e-12);
            assertEquals(4.0 / 3, TargetFunction.RIDGEKINK.of(2, n).sobolevNorm(n), 1e-15);
            assertEquals(1, TargetFunction.KINK.of(1, n).sobolevNorm(n), 1e-15);
            assertEquals(1, TargetFunction.GAUSS.of(2, n).normalized(n).sobolevNorm(n), 1e-13);
        }
        assertEquals(1, TargetFunction.KINK.of(1, 1).smoothness());
        assertEquals(3, TargetFunction.RIDGEKINK.of(2, 3).smoothness());
        assertThrows(
                IllegalArgumentException.class,
                () -> TargetFunction.ABS.of(1, 1).sobolevNorm(2));
        assertThrows(IllegalArgumentException.class, () -> TargetFunction.SINESINE.of(1, 1));
    }

    /** The maximum of a smooth bump between grid points: refined finds it, certified encloses it, threads change nothing. */
    @Test
    void estimatorsOfASup() {
        double[] peak = {0.3137, 0.7219};
        ScalarField bump = x -> {
            double r = 0;
            for (int k = 0; k < x.length; k++) {
                r += (x[k] - peak[k]) * (x[k] - peak[k]);
            }
            return -2 * Math.exp(-40 * r);
        };
        for (int d = 1; d <= 2; d++) {
            GridSup grid = GridSup.of(d, 2);
            SupEstimate coarse = grid.measure(bump, d);
            SupEstimate refined = new RefinedSup(grid).measure(bump, d);
            double lipschitz = 2 * Math.sqrt(80) * Math.exp(-0.5);
            SupEstimate pair = new CertifiedSup(grid, lipschitz).measure(bump, d, Workers.serial());
            assertTrue(coarse.lower() < 2 && coarse.upper() == Double.POSITIVE_INFINITY);
            assertEquals(2, refined.lower(), 1e-12);
            assertEquals(peak[0], refined.location()[0], 1e-6);
            assertTrue(pair.lower() <= 2 && pair.upper() >= 2 && pair.upper() < 2.5, pair.toString());
            try (Workers workers = Workers.of(3)) {
                assertEquals(coarse, grid.measure(bump, d, workers));
            }
        }
        assertTrue(Double.isNaN(
                GridSup.of(1, 3).measure(x -> x[0] > 0.5 ? Double.NaN : 0, 1).lower()));
    }

    /** The reference protocol by hand: 60 subintervals, both ends, in two dimensions 12. */
    @Test
    void gridIsTheReferenceProtocol() {
        java.util.List<Double> seen = new java.util.ArrayList<>();
        GridSup.of(1, 3)
                .measure(
                        x -> {
                            seen.add(x[0]);
                            return 0;
                        },
                        1);
        assertEquals(181, seen.size());
        for (int j = 0; j <= 180; j++) {
            assertEquals(j / 180.0, seen.get(j));
        }
        Random random = new Random(1);
        int[] count = new int[1];
        double[] corner = {1, 1};
        double found = GridSup.of(2, 3)
                .measure(
                        x -> {
                            count[0]++;
                            return x[0] == corner[0] && x[1] == corner[1] ? 1 : 0.1 * random.nextDouble();
                        },
                        2)
                .lower();
        assertEquals(37 * 37, count[0]);
        assertEquals(1, found, "the last corner is a grid point");
    }

    /** Integrals over the square in closed form: products factor, ridges carry the triangle density of x + y. */
    @Test
    void normsInTwoVariables() {
        Target waves = TargetFunction.SINESINE.of(2, 2);
        double pi2 = Math.PI * Math.PI;
        assertEquals(Math.sqrt(0.25 + 2 * pi2), SobolevNorm.of(2).norm(waves, 1), 1e-11);
        assertEquals(4 / pi2, SobolevNorm.of(1).norm(waves, 0), 1e-12);
        assertEquals(Math.sqrt(2 + 1) * 2 * pi2, SobolevNorm.of(2).seminorm(waves, 2), 1e-10);
        assertEquals(4 * pi2, SobolevNorm.of(Double.POSITIVE_INFINITY).norm(waves, 2), 1e-11);
        Target kink = TargetFunction.RIDGEKINK.of(2, 1);
        assertEquals(31.0 / 81 + 14.0 / 9, SobolevNorm.of(1).norm(kink, 1), 1e-12);
        assertEquals((31.0 / 81 + 14.0 / 9) / 4, SobolevNorm.of(1).norm(new ScaledTarget(kink, 4), 1), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> SobolevNorm.of(2).norm(kink, 2));
    }

    /** The rules for tensors and ridges against product quadrature, in two and three variables. */
    @Test
    void reducedIntegralsAgreeWithProductQuadrature() {
        for (TargetFunction name :
                new TargetFunction[] {TargetFunction.DIAGCOS, TargetFunction.GAUSS, TargetFunction.EXP}) {
            for (int d = 2; d <= 3; d++) {
                Target target = name.of(d, 2);
                SobolevNorm norm = SobolevNorm.of(3).withPanels(2);
                int[] alpha = new int[d];
                alpha[0] = 1;
                double direct =
                        norm.lebesgue(x -> target.derivative(alpha, x), java.util.Collections.nCopies(d, List.of()));
                assertEquals(direct, target.lebesgueNorm(alpha, SobolevNorm.of(3)), 1e-5 * direct, name + " " + d);
            }
        }
    }

    /** Fractional norms of waves; the double integral of Gagliardo for cos 3x and s = 0.3 was computed to 20 digits. */
    @Test
    void fractionalNormsOnTheTorus() {
        TorusNorm wave = TorusNorm.of(x -> Math.cos(3 * x[0]), 1, 9);
        assertEquals(Math.sqrt(0.5 * Math.pow(10, 0.3)), wave.bessel(0.3), 1e-14);
        assertEquals(Math.sqrt(0.5 / 10), wave.bessel(-1), 1e-14);
        assertEquals(Math.sqrt(0.5 * Math.pow(9, 0.3)), wave.homogeneous(0.3), 1e-14);
        assertEquals(GAGLIARDO, wave.gagliardo(0.3), 1e-12 * GAGLIARDO);
        TorusNorm plane = TorusNorm.of(x -> 5 + Math.sin(x[0] - 2 * x[1]) + Math.cos(4 * x[1]), 2, 12);
        assertEquals(Math.sqrt(25 + 0.5 * Math.pow(6, 0.7) + 0.5 * Math.pow(17, 0.7)), plane.bessel(0.7), 1e-12);
        // Integrating out the second direction of h leaves the kernel of one variable times √π Γ(1/2 + s)/Γ(1 + s).
        TorusNorm line = TorusNorm.of(x -> Math.cos(3 * x[0]), 2, 8);
        double reduced = Math.sqrt(2 * Math.PI * Math.sqrt(Math.PI) * 1.164229713725303 / 0.897470696306277);
        assertEquals(GAGLIARDO * reduced, line.gagliardo(0.3), 1e-12 * GAGLIARDO * reduced);
        assertThrows(IllegalArgumentException.class, () -> wave.gagliardo(1));
    }
}
