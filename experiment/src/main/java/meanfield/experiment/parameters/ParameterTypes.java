package meanfield.experiment.parameters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import meanfield.experiment.Column;
import meanfield.experiment.Parameter;

/** What is known of the components of a parameter record without any experiment running. */
public final class ParameterTypes {
    private ParameterTypes() {}

    /** Every parameter with its default; nested records are listed by their components. */
    public static List<ParameterInfo> describe(Record defaults) {
        List<ParameterInfo> infos = new ArrayList<>();
        describe(defaults, "", infos);
        return List.copyOf(infos);
    }

    /** The parameters as a complete JSON object, in the order of the record. */
    public static ObjectNode toJson(Record parameters) {
        return RecordBinder.toTree(parameters);
    }

    /** The record of a complete JSON object. */
    public static <P extends Record> P fromJson(Class<P> type, ObjectNode complete) {
        return RecordBinder.fromTree(type, complete, "");
    }

    /** The column that holds a swept parameter: its symbol, unit and meaning, its kind by its type. */
    public static Column column(Class<? extends Record> type, String name) {
        RecordComponent component = component(type, name);
        Class<?> raw = component.getType();
        Column.Kind kind = ValueBinder.isReal(raw)
                ? Column.Kind.NUMBER
                : ValueBinder.isWhole(raw) ? Column.Kind.INTEGER : Column.Kind.TEXT;
        Parameter parameter = component.getAnnotation(Parameter.class);
        return new Column(
                name,
                parameter == null ? "" : parameter.symbol(),
                parameter == null ? "" : parameter.unit(),
                parameter == null ? name : parameter.meaning(),
                kind,
                0);
    }

    /** The declared type of a parameter; {@code outer.inner} for nested records. */
    static Type of(Class<? extends Record> type, String name) {
        return component(type, name).getGenericType();
    }

    static RecordComponent component(Class<?> type, String name) {
        String path = "";
        Class<?> at = type;
        String[] parts = name.split("\\.", -1);
        for (int i = 0; ; i++) {
            RecordComponent component = RecordBinder.component(at, parts[i], path);
            if (i == parts.length - 1) {
                return component;
            }
            path = RecordBinder.join(path, parts[i]);
            at = component.getType();
            if (!at.isRecord()) {
                throw new IllegalArgumentException("parameter " + path + " has no parts, got " + name);
            }
        }
    }

    private static void describe(Record defaults, String path, List<ParameterInfo> infos) {
        for (RecordComponent component : defaults.getClass().getRecordComponents()) {
            String name = RecordBinder.join(path, component.getName());
            Object value = RecordBinder.get(defaults, component);
            if (value instanceof Record nested) {
                describe(nested, name, infos);
                continue;
            }
            Parameter about = component.getAnnotation(Parameter.class);
            Class<?> raw = component.getType();
            infos.add(new ParameterInfo(
                    name,
                    ValueBinder.typeText(component.getGenericType()),
                    ValueBinder.toTree(value),
                    about == null ? "" : about.symbol(),
                    about == null ? "" : about.unit(),
                    about == null ? "" : about.meaning(),
                    about == null ? "" : about.range(),
                    raw.isEnum() ? ValueBinder.words(raw) : List.of()));
        }
    }
}
