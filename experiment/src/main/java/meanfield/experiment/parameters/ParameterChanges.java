package meanfield.experiment.parameters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Type;
import meanfield.experiment.table.CellText;

/**
 * Changes to a parameter record, collected first and checked together, so that values that only make sense jointly may
 * come from different places. Later changes win.
 *
 * <pre>
 *   ParameterChanges.over(defaults).json(text, "params.json").set("depth", "3").build()
 * </pre>
 *
 * @param <P> the record
 */
public final class ParameterChanges<P extends Record> {
    private final Class<P> type;
    private final ObjectNode tree;

    private ParameterChanges(Class<P> type, ObjectNode tree) {
        this.type = type;
        this.tree = tree;
    }

    /** Changes to these values. */
    @SuppressWarnings("unchecked")
    public static <P extends Record> ParameterChanges<P> over(P base) {
        return new ParameterChanges<>((Class<P>) base.getClass(), RecordBinder.toTree(base));
    }

    /** With the parameters that a JSON object gives. */
    public ParameterChanges<P> json(String text, String source) {
        return json(StrictJson.readObject(text, source), source);
    }

    /** With the parameters that a JSON object gives; errors start with the source. */
    public ParameterChanges<P> json(ObjectNode partial, String source) {
        ObjectNode changed = tree.deepCopy();
        try {
            RecordBinder.merge(type, changed, partial, "");
        } catch (IllegalArgumentException e) {
            throw source.isEmpty() ? e : new IllegalArgumentException(source + ": " + e.getMessage(), e);
        }
        return new ParameterChanges<>(type, changed);
    }

    /** With one parameter from a command-line text: number, word, plain text, or JSON for lists and objects. */
    public ParameterChanges<P> set(String name, String text) {
        return tree(name, ValueBinder.fromText(ParameterTypes.of(type, name), text, name));
    }

    /** With one parameter from a Java value: number, boolean, text, enum, list, array or record. */
    public ParameterChanges<P> with(String name, Object value) {
        Type declared = ParameterTypes.of(type, name);
        boolean text = value instanceof String && !ValueBinder.rawType(declared).equals(String.class);
        return tree(name, text ? ValueBinder.fromText(declared, (String) value, name) : ValueBinder.toTree(value));
    }

    /** With one value of a sweep's axis: a {@link Double} or a word. */
    public ParameterChanges<P> axis(String name, Object value) {
        Type declared = ParameterTypes.of(type, name);
        if (!ValueBinder.isScalar(declared)) {
            throw new IllegalArgumentException("axis " + name + " must sweep a single value, but " + name + " is a "
                    + ValueBinder.typeText(declared));
        }
        if (value instanceof Double number && declared == String.class) {
            return tree(name, TextNode.valueOf(CellText.ofNumber(number).replaceFirst("\\.0$", "")));
        }
        return with(name, value);
    }

    /** The changed values as JSON, complete but not yet checked against each other. */
    public ObjectNode tree() {
        return tree.deepCopy();
    }

    /**
     * The changed record.
     *
     * @throws IllegalArgumentException from the record's constructor, when a value is out of range
     */
    public P build() {
        return RecordBinder.fromTree(type, tree, "");
    }

    private ParameterChanges<P> tree(String name, JsonNode given) {
        JsonNode value = RecordBinder.listed(ParameterTypes.component(type, name), given);
        ValueBinder.fromTree(ParameterTypes.of(type, name), value, name);
        ObjectNode changed = tree.deepCopy();
        ObjectNode parent = changed;
        String[] parts = name.split("\\.");
        for (int i = 0; i < parts.length - 1; i++) {
            parent = (ObjectNode) parent.get(parts[i]);
        }
        parent.set(parts[parts.length - 1], value);
        return new ParameterChanges<>(type, changed);
    }
}
