package meanfield.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.experiment.Experiment;
import meanfield.experiment.Experiments;
import meanfield.experiment.parameters.ParameterInfo;
import meanfield.experiment.parameters.ParameterTypes;
import meanfield.experiment.parameters.Range;
import meanfield.experiment.run.Request;
import meanfield.experiment.run.RunSettings;
import meanfield.experiment.run.Runner;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random parameters of the described ranges, their ends included: an answer, a verdict or one line, and soon. */
class AnyParametersTest {
    private static final double[] EXTREMES = {0, 1e-9, 1e-6, 1e-3, 0.02, 0.137905566495, 0.5, 1, 2};
    private static final int SETS = 8;
    /** Of whole numbers only the lower ones, which are affordable. */
    private static final int WHOLE = 8;
    /** What makes an experiment long stays as small as the quick setting has it. */
    private static final Set<String> EFFORT =
            Set.of("cells", "sweeps", "equilibrationSweeps", "samples", "size", "simulationSize", "temperatures");

    static Stream<String> ids() {
        return Experiments.all().stream()
                .map(Experiment::id)
                .filter(id -> id.startsWith("replica.") && !id.equals("replica.structured-patterns"));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void anyParametersGiveAnAnswerOrOneLine(String id) {
        Experiment<?> experiment = Experiments.find(id);
        int answered = 0;
        for (int k = 0; k < SETS; k++) {
            ObjectNode json = draw(experiment.quick(), new Random(1000L * id.hashCode() + k));
            answered += run(experiment, json) ? 1 : 0;
        }
        assertTrue(answered > 0, "all sets were refused");
    }

    private static <P extends Record> boolean run(Experiment<P> experiment, ObjectNode json) {
        try (Workers workers = Workers.serial()) {
            P parameters = ParameterTypes.fromJson(experiment.parameterType(), json);
            ResultTable table = Runner.local()
                    .run(Request.of(experiment).from(parameters), RunSettings.of(workers, LinearAlgebras.automatic()))
                    .resultTable();
            for (int row = 0; row < table.size(); row++) {
                String message = table.text(row, "message");
                assertTrue(
                        !table.text(row, "status").equals("failed") || message.contains(" must "),
                        message + " of " + json);
            }
        } catch (IllegalArgumentException e) { // parameters that contradict each other
            assertEquals(1, e.getMessage().lines().count(), json::toString);
            return false;
        }
        return true;
    }

    private static ObjectNode draw(Record quick, Random random) {
        ObjectNode json = ParameterTypes.toJson(quick);
        List<ParameterInfo> infos = ParameterTypes.describe(quick);
        for (ParameterInfo info : infos) {
            String name = info.name();
            if (EFFORT.contains(name) || random.nextInt(4) == 0) {
                continue;
            }
            if (info.type().equals("number")) {
                json.put(name, number(Range.parse(info.range()), random));
            } else if (info.type().equals("whole number")) {
                Range range = Range.parse(info.range());
                json.put(name, (int) Math.min(range.high(), range.low() + random.nextInt(WHOLE)));
            } else if (!info.options().isEmpty()) {
                json.put(name, info.options().get(random.nextInt(info.options().size())));
            } else if (json.get(name).isBoolean()) {
                json.put(name, random.nextBoolean());
            }
        }
        if (json.has("simulationSize")) {
            json.put("simulationSize", 0);
            json.put("cells", 8);
            json.put("temperatures", 4);
        }
        return json;
    }

    private static double number(Range range, Random random) {
        double low = Math.max(range.low(), -2);
        double high = Math.min(range.high(), low + 2);
        double extreme = EXTREMES[random.nextInt(EXTREMES.length)];
        boolean atEnd = random.nextInt(3) == 0;
        return atEnd && range.contains(extreme) ? extreme : low + (high - low) * (0.01 + 0.98 * random.nextDouble());
    }
}
