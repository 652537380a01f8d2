package meanfield.approximation.greedy;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;

/**
 * ReLU^k ridge functions on a grid of directions and offsets.
 *
 * <pre>
 *   g(x) = max(ω·x - o, 0)^k                                                                                 (1)
 *   d = 1:  max(x - j/G, 0)^k, j = 0 … G-1, then max(j/G - x, 0)^k, j = 1 … G                                (2)
 *   d = 2:  ω_i = (cos t_i, sin t_i), t_i = 2π i/T,  o_j = -√2 + 2√2 j/B;  index i B + j                     (3)
 * </pre>
 *
 * Atoms are made on the fly: a dictionary of 8,000 atoms on 10,000 points would take 640 MB.
 *
 * @param power k in [1, 8]
 * @param directions groups of atoms that share a direction, in the order of their indices
 */
public record RidgeDictionary(int power, List<Direction> directions) {
    /**
     * Atoms that share a direction.
     *
     * @param omega d components
     * @param offsets ascending o, in the order of indices
     */
    public record Direction(List<Double> omega, List<Double> offsets) {
        /** Copies. */
        public Direction {
            omega = List.copyOf(omega);
            offsets = List.copyOf(offsets);
        }
    }

    /** Checked. */
    public RidgeDictionary {
        Require.that(power >= 1 && power <= 8, "power", "be in [1, 8]", power);
        directions = List.copyOf(directions);
    }

    /** Equation (2). */
    public static RidgeDictionary onInterval(int power, int knots) {
        Require.atLeast("knots", knots, 1);
        List<Double> right = new ArrayList<>();
        List<Double> left = new ArrayList<>();
        for (int j = 0; j < knots; j++) {
            right.add((double) j / knots);
            left.add(-(j + 1.0) / knots);
        }
        return new RidgeDictionary(
                power, List.of(new Direction(List.of(1.0), right), new Direction(List.of(-1.0), left)));
    }

    /** Equation (3). */
    public static RidgeDictionary onSquare(int power, int angles, int offsets) {
        Require.atLeast("angles", angles, 1);
        Require.atLeast("offsets", offsets, 1);
        List<Double> grid = new ArrayList<>();
        for (int j = 0; j < offsets; j++) {
            grid.add(-Math.sqrt(2) + 2 * Math.sqrt(2) * j / offsets);
        }
        List<Direction> directions = new ArrayList<>();
        for (int i = 0; i < angles; i++) {
            double t = 2 * Math.PI * i / angles;
            directions.add(new Direction(List.of(Math.cos(t), Math.sin(t)), grid));
        }
        return new RidgeDictionary(power, directions);
    }

    /** Number of atoms. */
    public int size() {
        return directions.stream().mapToInt(d -> d.offsets.size()).sum();
    }

    /** d. */
    public int dimension() {
        return directions.get(0).omega.size();
    }
}
