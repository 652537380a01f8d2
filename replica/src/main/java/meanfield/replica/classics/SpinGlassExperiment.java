package meanfield.replica.classics;

import java.util.ArrayList;
import java.util.List;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;
import meanfield.replica.glass.FiniteGlass;
import meanfield.replica.glass.GlassState;
import meanfield.replica.glass.IsingPSpin;
import meanfield.replica.glass.PSpinModel;
import meanfield.replica.glass.SherringtonKirkpatrick;
import meanfield.replica.glass.SkGroundState;
import meanfield.replica.glass.SymmetricState;

/**
 * Mean-field spin glasses at a point: the equilibrium state, its stability, the transitions of the model, and Monte Carlo.
 *
 * <p>Theory of the Sherrington-Kirkpatrick model is replica symmetric (parisiBreakpoint NaN), of p-spin models one step of
 * breaking. The column {@code meanOverlap} is what a simulation measures between two replicas: (1-x) q. Transition columns
 * depend on the model and, for {@code atField} and {@code ferromagneticCoupling}, on temperature; those of other models are
 * NaN. {@code complexity} and {@code stateOverlap} are those of the typical metastable states where they exist. Simulation
 * rows exist for Ising spins whose couplings fit into memory.
 *
 * <p>Sources: [Sherrington1975], [Almeida1978], [Parisi1979], [Gardner1985], [Crisanti1992].
 */
public final class SpinGlassExperiment implements Experiment<SpinGlass> {
    @Override
    public String id() {
        return "replica.spin-glass";
    }

    @Override
    public String claim() {
        return "Overlaps, energies and transitions of the Sherrington-Kirkpatrick and p-spin glasses, with the"
                + " de Almeida-Thouless line and one step of replica symmetry breaking (Sherrington and Kirkpatrick 1975,"
                + " Gardner 1985).";
    }

    @Override
    public SpinGlass defaults() {
        return new SpinGlass(GlassModel.ISING_P_SPIN, 3, 0.5, 0, 0, 32, 1000, 16);
    }

    @Override
    public SpinGlass quick() {
        return new SpinGlass(GlassModel.ISING_P_SPIN, 3, 0.8, 0, 0, 24, 200, 8);
    }

    @Override
    public Schema schema() {
        Column magnetization = Column.number("magnetization", "m", "magnetization");
        Column meanOverlap = Column.number("meanOverlap", "\\langle q\\rangle", "overlap between two replicas, mean");
        Column energy = Column.number("energy", "u", "energy per spin");
        return Schema.of(
                Column.number("temperature", "T", "temperature"),
                magnetization,
                magnetization.standardError(),
                Column.number("overlap", "q", "overlap within a state"),
                meanOverlap,
                meanOverlap.standardError(),
                Column.number("freeEnergy", "f", "free energy per spin"),
                energy,
                energy.standardError(),
                Column.number("entropy", "s", "entropy per spin"),
                Column.number("replicon", "\\lambda_R", "replicon eigenvalue, stable when positive"),
                Column.number("parisiBreakpoint", "x", "Parisi's breakpoint"),
                Column.number("complexity", "\\Sigma", "complexity of the typical metastable states"),
                Column.number("stateOverlap", "q_d", "overlap within a typical metastable state"),
                Column.text("phase", "equilibrium phase"),
                Column.number("dynamicTemperature", "T_d", "dynamic transition of the p-spin model"),
                Column.number("staticTemperature", "T_K", "static transition of the p-spin model"),
                Column.number("gardnerTemperature", "T_G", "Gardner's transition of the Ising p-spin model"),
                Column.number("atField", "h_{AT}", "field of the de Almeida-Thouless line at J0 = 0"),
                Column.number("ferromagneticCoupling", "J_0^c", "mean coupling where the ferromagnet begins, h = 0"),
                Column.number("groundEnergy", "e_0", "ground-state energy, one step of breaking, J0 = h = 0"));
    }

    @Override
    public void run(SpinGlass parameters, RunContext context, Rows rows) {
        if (parameters.model() == GlassModel.SHERRINGTON_KIRKPATRICK) {
            pairs(parameters, rows.row(Source.THEORY).set("temperature", parameters.temperature()));
        } else {
            tuples(parameters, rows.row(Source.THEORY).set("temperature", parameters.temperature()));
        }
        if (!parameters.isSimulated() || !Trials.fits(rows, parameters::finite)) {
            return;
        }
        FiniteGlass glass = parameters.finite();
        List<FiniteGlass.Averages> samples = Trials.run(
                parameters.samples(),
                context,
                random -> glass.run(parameters.temperature(), parameters.sweeps(), random));
        Rows.Row row = rows.row(Source.SIMULATION).set("temperature", parameters.temperature());
        Trials.set(row, "magnetization", SampleMean.of(samples, FiniteGlass.Averages::magnetization));
        Trials.set(row, "meanOverlap", SampleMean.of(samples, FiniteGlass.Averages::overlap));
        Trials.set(row, "energy", SampleMean.of(samples, FiniteGlass.Averages::energy));
        row.add();
    }

    private static void pairs(SpinGlass parameters, Rows.Row row) {
        SymmetricState state = parameters.pairs().symmetricState(parameters.temperature());
        row.set("magnetization", state.magnetization())
                .set("overlap", state.overlap())
                .set("meanOverlap", state.overlap())
                .set("freeEnergy", state.freeEnergy())
                .set("energy", state.energy())
                .set("entropy", state.entropy())
                .set("replicon", state.replicon())
                .set("phase", phase(parameters, state))
                .set(
                        "atField",
                        SherringtonKirkpatrick.atField(parameters.temperature()).location())
                .set(
                        "ferromagneticCoupling",
                        SherringtonKirkpatrick.ferromagneticCoupling(parameters.temperature())
                                .location())
                .set("groundEnergy", SkGroundState.oneStep().energy())
                .verdict(state.convergence())
                .add();
    }

    private static String phase(SpinGlass parameters, SymmetricState state) {
        boolean ordered = parameters.field() == 0 && state.magnetization() != 0;
        if (ordered) {
            return state.isUnstable() ? "mixed" : "ferromagnet";
        }
        return state.isUnstable() ? "spin-glass" : "paramagnet";
    }

    private static void tuples(SpinGlass parameters, Rows.Row row) {
        PSpinModel model = parameters.tuples();
        double temperature = parameters.temperature();
        GlassState dynamic = model.dynamicTransition();
        GlassState critical = model.staticTransition();
        GlassState state = model.equilibrium(temperature);
        boolean metastable = temperature >= critical.temperature() && temperature <= dynamic.temperature();
        double gardner = gardner(model);
        GlassState typical = metastable ? model.metastable(temperature) : state;
        row.set("magnetization", 0.0)
                .set("overlap", state.innerOverlap())
                .set("meanOverlap", (1 - state.parisiBreakpoint()) * state.innerOverlap())
                .set("freeEnergy", state.freeEnergy())
                .set("energy", state.energy())
                .set("entropy", state.entropy())
                .set("replicon", state.replicon())
                .set("parisiBreakpoint", state.parisiBreakpoint())
                .set("complexity", metastable ? typical.complexity() : Double.NaN)
                .set("stateOverlap", metastable ? typical.innerOverlap() : Double.NaN)
                .set("dynamicTemperature", dynamic.temperature())
                .set("staticTemperature", critical.temperature())
                .set("gardnerTemperature", gardner)
                .set("groundEnergy", model.glass(0).energy())
                .set("phase", metastable ? "dynamic-glass" : phase(temperature, critical.temperature(), gardner))
                .verdict(state.convergence())
                .add();
    }

    private static double gardner(PSpinModel model) {
        if (model instanceof IsingPSpin ising) {
            GlassState transition = ising.gardnerTransition();
            return transition.convergence().isConverged() ? transition.temperature() : Double.NaN;
        }
        return Double.NaN;
    }

    private static String phase(double temperature, double critical, double gardner) {
        if (temperature >= critical) {
            return "paramagnet";
        }
        return temperature < gardner ? "full-glass" : "glass";
    }

    @Override
    public List<Showcase<SpinGlass>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        SpinGlass tuples = full
                ? new SpinGlass(GlassModel.ISING_P_SPIN, 3, 0.5, 0, 0, 32, 1000, 16)
                : new SpinGlass(GlassModel.ISING_P_SPIN, 3, 0.5, 0, 0, 28, 300, 12);
        SpinGlass pairs = full
                ? new SpinGlass(GlassModel.SHERRINGTON_KIRKPATRICK, 3, 0.5, 0, 0, 128, 600, 16)
                : new SpinGlass(GlassModel.SHERRINGTON_KIRKPATRICK, 3, 0.5, 0, 0, 112, 240, 8);
        return List.of(
                new Showcase<>(tuples, List.of(Axis.linear("temperature", 0.05, 1.2, full ? 24 : 12))),
                new Showcase<>(pairs, List.of(Axis.linear("temperature", 0.05, 1.5, full ? 30 : 15))));
    }

    @Override
    public List<Figure> figures(SpinGlass parameters, List<Axis> axes) {
        String x = Trials.horizontal(axes, "temperature");
        boolean pairs = parameters.model() == GlassModel.SHERRINGTON_KIRKPATRICK;
        String name = pairs
                ? "Sherrington-Kirkpatrick"
                : (parameters.model() == GlassModel.ISING_P_SPIN ? "Ising" : "spherical") + " glass, p = "
                        + parameters.interactionOrder();
        List<Figure> figures = new ArrayList<>();
        Figure energy = Figure.xy("spin-glass-energy", x, "energy")
                .with(Layer.line("energy").where("source", "theory").labelled("energy"))
                .with(Layer.dashed("freeEnergy").where("source", "theory").labelled("free energy"))
                .with(Layer.points("energy").where("source", "simulation").labelled("energy, Monte Carlo"))
                .withLabels("", "per spin")
                .withTitle(name)
                .withCaption("Energies against temperature. Lines: theory in the limit of many spins"
                        + (pairs ? ", replica symmetric" : ", one step of replica symmetry breaking")
                        + (parameters.isSimulated()
                                ? "; points: " + parameters.samples() + " disorders of " + parameters.size()
                                        + " spins, whose finite-size corrections are large in the glass; where flipping all spins is a symmetry, the size of the overlap, of order N^{-1/2} in the paramagnet."
                                : "."));
        Figure overlap = Figure.xy("spin-glass-overlap", x, "meanOverlap")
                .with(Layer.line("overlap").where("source", "theory").labelled("within a state"))
                .with(Layer.dashed("meanOverlap").where("source", "theory").labelled("between replicas"))
                .with(Layer.points("meanOverlap")
                        .where("source", "simulation")
                        .labelled("between replicas, Monte Carlo"))
                .withLabels("", "overlap q")
                .withTitle("Overlaps");
        figures.add(energy.beside(overlap));
        if (pairs && x.equals("temperature")) {
            figures.add(Figure.xy("spin-glass-lines", x, "atField")
                    .with(Layer.line("atField").where("source", "theory").labelled("field h at J_0 = 0"))
                    .with(Layer.dashed("ferromagneticCoupling")
                            .where("source", "theory")
                            .labelled("mean coupling J_0 at h = 0"))
                    .withLabels("", "field or mean coupling")
                    .withYRange(0, 2.5)
                    .withTitle("Limits of replica symmetry")
                    .withCaption("De Almeida-Thouless lines: replica symmetry is stable above the first, and the"
                            + " ferromagnet without glass lies above the second."));
        }
        return figures;
    }

    @Override
    public List<String> references() {
        return List.of("Sherrington1975", "Almeida1978", "Parisi1979", "Gardner1985", "Crisanti1992", "Montanari2003");
    }

    @Override
    public Cost cost(SpinGlass parameters) {
        if (!parameters.isSimulated()) {
            return new Cost(0.1, 1e6);
        }
        double n = parameters.size();
        double degree = parameters.model() == GlassModel.SHERRINGTON_KIRKPATRICK
                ? n
                : Math.exp((parameters.interactionOrder() - 1) * Math.log(n)
                        - Math.max(0, parameters.interactionOrder() - 2) * Math.log(2));
        double beta = Math.min(6, 1 / parameters.temperature());
        double rungs = Math.min(24, 1 + Math.max(0, 0.5 * (beta - 1.0 / 3) * Math.sqrt(n)));
        return new Cost(parameters.samples() * 2.5e-9 * parameters.sweeps() * n * degree * 2 * rungs, 40 * n * degree);
    }
}
