package meanfield.replica.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import meanfield.core.Require;
import meanfield.core.parallel.Workers;
import meanfield.replica.branch.Branch;
import meanfield.replica.detection.UltraDetection;
import meanfield.replica.detection.UltraDetectionState;
import meanfield.replica.hebbian.DenseNetwork;
import meanfield.replica.hebbian.HebbianTheory;

/**
 * The phase diagram of ultra-detection at one load a = K/N, in the plane of tensor noise and temperature.
 *
 * <p>Convention: retrieval may be stable only from some noise on, because noise lowers its free energy too. Dynamic glass and replica
 * symmetry breaking are not drawn. Cost: 50 ms for each temperature.
 */
public final class UltraDetectionDiagram {
    private static final int BISECTIONS = 6;

    private final List<Line> lines;
    private final ScaledGlass glass;
    private final double stableWithoutNoise;
    private final TracedLine spinodal;
    private final TracedLine stableFrom;
    private final TracedLine stableTo;

    private UltraDetectionDiagram(List<Line> lines, ScaledGlass glass, double stableWithoutNoise) {
        this.lines = lines;
        this.glass = glass;
        this.stableWithoutNoise = stableWithoutNoise;
        double[] temperatures = lines.stream().mapToDouble(Line::temperature).toArray();
        this.spinodal = new TracedLine(
                temperatures, lines.stream().mapToDouble(Line::spinodalNoise).toArray());
        this.stableFrom = new TracedLine(
                temperatures, lines.stream().mapToDouble(Line::stableFrom).toArray());
        this.stableTo = new TracedLine(
                temperatures, lines.stream().mapToDouble(Line::stableTo).toArray());
    }

    /**
     * The noises at which something changes at one temperature.
     *
     * @param temperature T
     * @param spinodalNoise largest noise of the retrieval state; 0 where there is none
     * @param spinodalMagnetization m there; NaN where there is none
     * @param stableFrom from which it has the lowest free energy, usually 0; NaN if it never has
     * @param stableTo to which it has it; NaN if it never has
     */
    public record Line(
            double temperature,
            double spinodalNoise,
            double spinodalMagnetization,
            double stableFrom,
            double stableTo) {
        private boolean isStable() {
            return !Double.isNaN(stableTo);
        }
    }

    /**
     * The diagram from zero temperature to where retrieval ends.
     *
     * @param temperatures at which lines are traced, spread evenly, at least 3; some more where the stable region ends
     */
    public static UltraDetectionDiagram trace(int interactionOrder, double load, int temperatures, Workers workers) {
        Require.atLeast("temperatures", temperatures, 3);
        HebbianTheory clean = HebbianTheory.of(DenseNetwork.of(interactionOrder));
        double end = clean.highestTemperature();
        ScaledGlass glass = new ScaledGlass(interactionOrder, load);
        List<Line> lines = new ArrayList<>(
                workers.map(temperatures + 1, k -> line(interactionOrder, load, glass, end * k / temperatures)));
        for (int k = 0; k < temperatures; k++) {
            Line below = lines.get(k);
            Line above = lines.get(k + 1);
            for (int i = 0; i < BISECTIONS && below.isStable() != above.isStable(); i++) {
                double middle = 0.5 * (below.temperature() + above.temperature());
                Line between = line(interactionOrder, load, glass, middle);
                lines.add(between);
                boolean asBelow = between.isStable() == below.isStable();
                below = asBelow ? between : below;
                above = asBelow ? above : between;
            }
        }
        lines.sort(Comparator.comparingDouble(Line::temperature));
        return new UltraDetectionDiagram(List.copyOf(lines), glass, clean.highestStableTemperature());
    }

    /** The first interval of noises in which the traced states lie below the equilibrium without memory. */
    private static Line line(int interactionOrder, double load, ScaledGlass glass, double temperature) {
        Branch<UltraDetectionState> branch = Branch.trace(new UltraDetection(interactionOrder, load, temperature));
        if (!branch.exists()) {
            return new Line(temperature, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        double from = Double.NaN;
        double noiseBefore = 0;
        double excessBefore = Double.NaN;
        for (UltraDetectionState state : branch.points()) {
            double excess = state.freeEnergy() - glass.freeEnergy(temperature, state.noise());
            double share = excessBefore / (excessBefore - excess);
            double crossing = Double.isNaN(share) ? 0 : noiseBefore + share * (state.noise() - noiseBefore);
            if (Double.isNaN(from) && excess < 0) {
                from = crossing;
            } else if (!Double.isNaN(from) && excess >= 0) {
                return line(branch, from, crossing);
            }
            noiseBefore = state.noise();
            excessBefore = excess;
        }
        double to = Double.isNaN(from) ? Double.NaN : branch.spinodal().noise();
        return line(branch, from, to);
    }

    private static Line line(Branch<UltraDetectionState> branch, double from, double to) {
        UltraDetectionState end = branch.spinodal();
        return new Line(end.temperature(), end.noise(), end.magnetization(), from, to);
    }

    /** The traced lines, temperatures ascending. */
    public List<Line> lines() {
        return lines;
    }

    /** Temperature up to which retrieval has the lowest free energy at zero noise. */
    public double stableTemperatureWithoutNoise() {
        return stableWithoutNoise;
    }

    /** Transition temperature of the glass at a noise. */
    public double glassTemperature(double noise) {
        return glass.transitionTemperature(noise);
    }

    /** Where retrieval ends on heating at this noise; the overlap is that of the traced line nearest below. */
    public RetrievalEnd retrievalEnd(double noise) {
        Require.nonNegative("noise", noise);
        double end = spinodal.lastAbove(noise);
        double overlap = Double.NaN;
        for (Line line : lines) {
            overlap = line.temperature() <= end ? line.spinodalMagnetization() : overlap;
        }
        return new RetrievalEnd(end, overlap);
    }

    /** The region of a point. */
    public Region region(double temperature, double noise) {
        Require.nonNegative("temperature", temperature);
        Require.nonNegative("noise", noise);
        if (noise >= stableFrom.at(temperature) && noise <= stableTo.at(temperature)) {
            return Region.RETRIEVAL;
        }
        if (noise <= spinodal.at(temperature)) {
            return Region.METASTABLE_RETRIEVAL;
        }
        return temperature < glassTemperature(noise) ? Region.SPIN_GLASS : Region.PARAMAGNET;
    }

    /** The regions at these temperatures (rows) and noises (columns). */
    public Region[][] raster(double[] temperatures, double[] noises) {
        Region[][] raster = new Region[temperatures.length][noises.length];
        for (int i = 0; i < temperatures.length; i++) {
            for (int j = 0; j < noises.length; j++) {
                raster[i][j] = region(temperatures[i], noises[j]);
            }
        }
        return raster;
    }
}
