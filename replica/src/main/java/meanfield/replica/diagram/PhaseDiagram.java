package meanfield.replica.diagram;

import java.util.List;
import java.util.TreeSet;
import meanfield.core.Require;
import meanfield.core.parallel.Workers;
import meanfield.replica.branch.Branch;
import meanfield.replica.hebbian.HebbianTheory;
import meanfield.replica.hebbian.Phase;
import meanfield.replica.hebbian.PhaseLines;
import meanfield.replica.hebbian.RetrievalState;

/**
 * The phase diagram of a Hebbian network in the plane of load and temperature, from traced lines.
 *
 * <p>Cost: one branch with its lines for each temperature, 10 to 50 ms each; a raster then costs nothing.
 */
public final class PhaseDiagram {
    private final HebbianTheory theory;
    private final List<PhaseLines> lines;
    private final TracedLine spinodal;
    private final TracedLine stable;
    private final TracedLine breaking;

    private PhaseDiagram(HebbianTheory theory, List<Traced> traced) {
        this.theory = theory;
        this.lines = traced.stream().map(Traced::lines).toList();
        double[] temperatures =
                lines.stream().mapToDouble(PhaseLines::temperature).toArray();
        this.spinodal = new TracedLine(
                temperatures, traced.stream().mapToDouble(Traced::spinodal).toArray());
        this.stable = new TracedLine(
                temperatures, traced.stream().mapToDouble(Traced::stable).toArray());
        this.breaking = new TracedLine(
                temperatures, lines.stream().mapToDouble(PhaseLines::atLoad).toArray());
    }

    private record Traced(PhaseLines lines, double spinodal, double stable) {}

    /**
     * The diagram from zero temperature to where retrieval ends.
     *
     * @param temperatures at which lines are traced, spread evenly, at least 3; two more where lines end
     */
    public static PhaseDiagram trace(HebbianTheory theory, int temperatures, Workers workers) {
        Require.present("theory", theory);
        Require.atLeast("temperatures", temperatures, 3);
        double end = theory.highestTemperature();
        TreeSet<Double> grid = new TreeSet<>(List.of(theory.highestStableTemperature(), end));
        for (int k = 0; k < temperatures; k++) {
            grid.add(end * k / temperatures);
        }
        // replica symmetry breaks where T falls exponentially in 1/α
        for (double cold = end / temperatures; cold > 1e-4 * end; cold *= 0.5) {
            grid.add(cold);
        }
        List<Double> nodes = List.copyOf(grid);
        return new PhaseDiagram(theory, workers.map(nodes.size(), k -> traced(theory, nodes.get(k))));
    }

    private static Traced traced(HebbianTheory theory, double temperature) {
        Branch<RetrievalState> branch = theory.branch(temperature);
        PhaseLines lines = theory.lines(branch, temperature);
        double spinodal = branch.exists() ? lines.spinodalLoad() : 0;
        double stable = lines.firstOrderLoad();
        if (Double.isNaN(stable)) {
            // no crossing: retrieval has the lowest free energy up to its end, or nowhere
            boolean always = branch.exists()
                    && theory.point(branch, temperature, 0.5 * spinodal).phase() == Phase.RETRIEVAL;
            stable = always ? spinodal : 0;
        }
        return new Traced(lines, spinodal, stable);
    }

    /** The traced lines, temperatures ascending. */
    public List<PhaseLines> lines() {
        return lines;
    }

    /** Loads up to which retrieval has the lowest free energy, in the order of {@link #lines}; 0 where it never has. */
    public List<Double> stableLoads() {
        return lines.stream().map(line -> stable.at(line.temperature())).toList();
    }

    /** Where retrieval ends on heating at this load; the overlap is that of the traced line nearest below. */
    public RetrievalEnd retrievalEnd(double load) {
        Require.nonNegative("load", load);
        double end = spinodal.lastAbove(load);
        double overlap = Double.NaN;
        for (PhaseLines line : lines) {
            overlap = line.temperature() <= end ? line.spinodal().patternOverlap() : overlap;
        }
        return new RetrievalEnd(end, overlap);
    }

    /** The region of a point. */
    public Region region(double temperature, double load) {
        Require.nonNegative("temperature", temperature);
        Require.nonNegative("load", load);
        return region(
                temperature,
                load,
                theory.uncondensed().transitionTemperature(load),
                theory.uncondensed().dynamicTemperature(load));
    }

    private Region region(double temperature, double load, double transition, double dynamic) {
        if (load <= stable.at(temperature)) {
            return Region.RETRIEVAL;
        }
        if (load <= spinodal.at(temperature)) {
            return Region.METASTABLE_RETRIEVAL;
        }
        if (temperature < transition) {
            return Region.SPIN_GLASS;
        }
        return temperature < dynamic ? Region.DYNAMIC_GLASS : Region.PARAMAGNET;
    }

    /** True where replica symmetry is stable in the state that the region is named after; never in the glasses. */
    public boolean isReplicaSymmetric(double temperature, double load) {
        return switch (region(temperature, load)) {
            case PARAMAGNET -> true;
            case DYNAMIC_GLASS, SPIN_GLASS -> false;
            case RETRIEVAL, METASTABLE_RETRIEVAL -> !(load >= breaking.at(temperature));
        };
    }

    /** The regions at these temperatures (rows) and loads (columns). */
    public Region[][] raster(double[] temperatures, double[] loads) {
        Region[][] raster = new Region[temperatures.length][loads.length];
        for (int j = 0; j < loads.length; j++) {
            double transition = theory.uncondensed().transitionTemperature(loads[j]);
            double dynamic = theory.uncondensed().dynamicTemperature(loads[j]);
            for (int i = 0; i < temperatures.length; i++) {
                raster[i][j] = region(temperatures[i], loads[j], transition, dynamic);
            }
        }
        return raster;
    }
}
