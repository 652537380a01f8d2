package meanfield.experiment.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import meanfield.core.Require;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Schema;
import meanfield.experiment.parameters.ParameterChanges;
import meanfield.experiment.parameters.ParameterTypes;
import meanfield.experiment.parameters.StrictJson;

/**
 * What is to be computed: an experiment, a base point, the axes of a sweep (none for a single run), replicates and the
 * root seed. Two equal requests give the same table.
 *
 * @param experiment what to run
 * @param parameters the base point
 * @param axes axes of the grid, the last one fastest; empty for a single run
 * @param replicates independent repetitions of every point, with other random numbers
 * @param seed root seed
 * @param <P> the experiment's parameters
 */
public record Request<P extends Record>(
        Experiment<P> experiment, P parameters, List<Axis> axes, int replicates, long seed) {
    /** The seed where none is given. */
    public static final long DEFAULT_SEED = 1;

    private static final int MAX_POINTS = 10_000_000;

    public Request {
        axes = List.copyOf(axes);
        Require.atLeast("replicates", replicates, 1);
        Require.that(
                axes.stream().map(Axis::parameter).distinct().count() == axes.size(),
                "axes",
                "sweep distinct parameters",
                axes.stream().map(Axis::parameter).toList());
        double points = replicates;
        for (Axis axis : axes) {
            points *= axis.values().size();
        }
        Require.that(points <= MAX_POINTS, "points of the sweep", "be at most " + MAX_POINTS, points);
        checkAxes(parameters, axes);
        checkColumns(experiment, parameters, axes);
    }

    /** One run at the experiment's defaults. */
    public static <P extends Record> Request<P> of(Experiment<P> experiment) {
        return new Request<>(experiment, experiment.defaults(), List.of(), 1, DEFAULT_SEED);
    }

    /** From another base point. */
    public Request<P> from(P newParameters) {
        return new Request<>(experiment, newParameters, axes, replicates, seed);
    }

    /** Over these axes. */
    public Request<P> over(List<Axis> newAxes) {
        return new Request<>(experiment, parameters, newAxes, replicates, seed);
    }

    /** With this many replicates. */
    public Request<P> withReplicates(int newReplicates) {
        return new Request<>(experiment, parameters, axes, newReplicates, seed);
    }

    /** With this root seed. */
    public Request<P> withSeed(long newSeed) {
        return new Request<>(experiment, parameters, axes, replicates, newSeed);
    }

    /** Number of points, replicates included. */
    public int points() {
        int points = replicates;
        for (Axis axis : axes) {
            points *= axis.values().size();
        }
        return points;
    }

    /** The axis values of a point. */
    public List<Object> axisValues(int point) {
        Object[] values = new Object[axes.size()];
        int rest = point / replicates;
        for (int a = axes.size() - 1; a >= 0; a--) {
            int count = axes.get(a).values().size();
            values[a] = axes.get(a).values().get(rest % count);
            rest /= count;
        }
        return List.of(values);
    }

    /** The replicate of a point. */
    public int replicate(int point) {
        return point % replicates;
    }

    /** The experiment's columns, the same at every point. */
    public Schema schema() {
        return experiment.schema(parameters);
    }

    /** The parameters of a point; empty where the constructor refuses them. */
    public Optional<P> parametersAt(int point) {
        try {
            return Optional.of(changesAt(point).build());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A point as a unit of work. */
    public PointTask task(int point) {
        return new PointTask(
                point, experiment.id(), StrictJson.compact(changesAt(point).tree()), seed, replicate(point));
    }

    /**
     * The columns of the table: axis parameters that the schema does not have, {@code replicate}, {@code source}, the
     * schema's columns, {@code status}, {@code message}.
     */
    public List<Column> columns() {
        Class<P> type = experiment.parameterType();
        Stream<Column> swept = axes.stream()
                .map(Axis::parameter)
                .filter(name -> schema().column(name).isEmpty())
                .map(name -> ParameterTypes.column(type, name));
        Stream<Column> fixed = Stream.of(
                Column.integer("replicate", "", "independent repetition with other random numbers, from 0"),
                Column.text("source", "theory or simulation"));
        Stream<Column> end = Stream.of(
                Column.text("status", "ok, not-converged or failed"),
                Column.text("message", "why a row is not ok; empty otherwise"));
        return Stream.of(swept, fixed, schema().columns().stream(), end)
                .flatMap(columns -> columns)
                .toList();
    }

    /** The request as JSON, in a fixed order: what a manifest stores and what its hash is taken of. */
    public ObjectNode toJson() {
        ObjectNode tree = StrictJson.object();
        tree.put("experiment", experiment.id());
        tree.set("parameters", ParameterTypes.toJson(parameters));
        ArrayNode list = tree.putArray("axes");
        for (Axis axis : axes) {
            ObjectNode node = list.addObject();
            node.put("parameter", axis.parameter());
            node.put("logarithmic", axis.logarithmic());
            ArrayNode values = node.putArray("values");
            axis.values()
                    .forEach(value -> values.add(
                            value instanceof Double number
                                    ? StrictJson.number(number)
                                    : values.textNode(value.toString())));
        }
        tree.put("replicates", replicates);
        tree.put("seed", seed);
        return tree;
    }

    private ParameterChanges<P> changesAt(int point) {
        ParameterChanges<P> changes = ParameterChanges.over(parameters);
        List<Object> values = axisValues(point);
        for (int a = 0; a < axes.size(); a++) {
            changes = changes.axis(axes.get(a).parameter(), values.get(a));
        }
        return changes;
    }

    /**
     * Refuses a value that no point of the grid can have. A value that is only refused together with some values of
     * other axes stays, and those points get failed rows.
     */
    private static <P extends Record> void checkAxes(P parameters, List<Axis> axes) {
        for (Axis axis : axes) {
            for (Object value : axis.values()) {
                ParameterChanges<P> changes = ParameterChanges.over(parameters).axis(axis.parameter(), value);
                List<Axis> others = new ArrayList<>(axes);
                others.remove(axis);
                IllegalArgumentException refused = firstRefusal(changes, others);
                if (refused != null) {
                    throw refused;
                }
            }
        }
    }

    /** A table has one set of columns, so that no axis may change how many outputs there are. */
    private static <P extends Record> void checkColumns(Experiment<P> experiment, P parameters, List<Axis> axes) {
        Schema schema = experiment.schema(parameters);
        for (Axis axis : axes) {
            for (Object value : axis.values()) {
                ParameterChanges<P> changes = ParameterChanges.over(parameters).axis(axis.parameter(), value);
                P changed;
                try {
                    changed = changes.build();
                } catch (IllegalArgumentException e) {
                    continue; // a point of its own gets a failed row
                }
                Require.that(
                        experiment.schema(changed).equals(schema),
                        "axis " + axis.parameter(),
                        "leave the columns of the table as they are",
                        value);
            }
        }
    }

    /** Null as soon as one combination is accepted. */
    private static <P extends Record> IllegalArgumentException firstRefusal(
            ParameterChanges<P> changes, List<Axis> axes) {
        if (axes.isEmpty()) {
            try {
                changes.build();
                return null;
            } catch (IllegalArgumentException e) {
                return e;
            }
        }
        IllegalArgumentException first = null;
        for (Object value : axes.get(0).values()) {
            IllegalArgumentException refused =
                    firstRefusal(changes.axis(axes.get(0).parameter(), value), axes.subList(1, axes.size()));
            if (refused == null) {
                return null;
            }
            first = first == null ? refused : first;
        }
        return first;
    }
}
