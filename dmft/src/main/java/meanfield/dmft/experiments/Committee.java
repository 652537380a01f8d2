package meanfield.dmft.experiments;

import java.util.List;
import meanfield.core.Require;
import meanfield.core.solve.TimeGrid;
import meanfield.dmft.committee.CommitteeUnit;
import meanfield.dmft.committee.OnlineLearning;
import meanfield.dmft.committee.OrderParameters;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link CommitteeExperiment}.
 *
 * @param activation g of the hidden units
 * @param studentOverlap Q at the start, K × K
 * @param teacherStudentOverlap R at the start, K × M
 * @param teacherOverlap T, M × M
 * @param studentReadout v at the start
 * @param teacherReadout ṽ
 * @param learningRate η
 * @param readoutLearningRate η_v
 * @param noiseVariance σ²
 * @param times ascending, in units of N samples
 * @param simulationDimension N; 0 turns the simulation off
 * @param networks simulated networks; 0 turns the simulation off
 */
public record Committee(
        @Parameter(meaning = "hidden units: erf(x/√2) or x²")
        CommitteeUnit activation,

        @Parameter(
                symbol = "Q",
                meaning = "overlaps of the student's weights at the start, w·w/N",
                range = "[-1000, 1000]")
        List<List<Double>> studentOverlap,

        @Parameter(
                symbol = "R",
                meaning = "overlaps of student and teacher at the start, a row for each student unit",
                range = "[-1000, 1000]")
        List<List<Double>> teacherStudentOverlap,

        @Parameter(symbol = "T", meaning = "overlaps of the teacher's weights", range = "[-1000, 1000]")
        List<List<Double>> teacherOverlap,

        @Parameter(symbol = "v", meaning = "student's second layer at the start", range = "[-1000, 1000]")
        List<Double> studentReadout,

        @Parameter(symbol = "\\tilde v", meaning = "teacher's second layer", range = "[-1000, 1000]")
        List<Double> teacherReadout,

        @Parameter(symbol = "\\eta", meaning = "learning rate of the first layer", range = "(0, 1000]")
        double learningRate,

        @Parameter(symbol = "\\eta_v", meaning = "learning rate of the second layer; 0 keeps it", range = "[0, 1000]")
        double readoutLearningRate,

        @Parameter(symbol = "\\sigma^2", meaning = "variance of the label noise", range = "[0, 1000]")
        double noiseVariance,

        @Parameter(symbol = "t", unit = "N samples", meaning = "times of the rows, ascending", range = "[0, 1000000]")
        List<Double> times,

        @Parameter(symbol = "N", meaning = "input dimension of the simulation; 0 turns it off", range = "[0, 1000000]")
        int simulationDimension,

        @Parameter(meaning = "simulated networks; 0 turns the simulation off", range = "[0, 100000]")
        int networks) {
    private static final double BOUND = 1000;
    private static final int UNITS = 8;

    /** Checks every range and that the shapes agree. */
    public Committee {
        Require.present("activation", activation);
        studentOverlap = ListChecks.matrix("studentOverlap", studentOverlap, BOUND);
        teacherStudentOverlap = ListChecks.matrix("teacherStudentOverlap", teacherStudentOverlap, BOUND);
        teacherOverlap = ListChecks.matrix("teacherOverlap", teacherOverlap, BOUND);
        studentReadout = ListChecks.numbers("studentReadout", studentReadout, -BOUND, BOUND);
        teacherReadout = ListChecks.numbers("teacherReadout", teacherReadout, -BOUND, BOUND);
        ListChecks.between("number of entries of studentReadout", studentReadout.size(), 1, UNITS);
        ListChecks.between("number of entries of teacherReadout", teacherReadout.size(), 1, UNITS);
        Require.positive("learningRate", learningRate);
        Require.inRange("learningRate", learningRate, 0, BOUND);
        Require.inRange("readoutLearningRate", readoutLearningRate, 0, BOUND);
        Require.inRange("noiseVariance", noiseVariance, 0, BOUND);
        times = ListChecks.times(times, 1e6);
        ListChecks.between("simulationDimension", simulationDimension, 0, 1_000_000);
        ListChecks.networks(networks, 100_000);
        OrderParameters.of(studentOverlap, teacherStudentOverlap, teacherOverlap, studentReadout, teacherReadout);
        int units = studentReadout.size() + teacherReadout.size();
        Require.that(
                simulationDimension == 0 || simulationDimension >= units,
                "simulationDimension",
                "be 0 or at least the number of units " + units,
                simulationDimension);
    }

    OrderParameters start() {
        return OrderParameters.of(
                studentOverlap, teacherStudentOverlap, teacherOverlap, studentReadout, teacherReadout);
    }

    OnlineLearning learning() {
        return new OnlineLearning(activation, learningRate, readoutLearningRate, noiseVariance);
    }

    TimeGrid grid() {
        return TimeGrid.of(ListChecks.array(times));
    }

    boolean simulated() {
        return simulationDimension > 0 && networks > 0;
    }
}
