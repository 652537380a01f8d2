package meanfield.experiment.parameters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import meanfield.experiment.Nearest;
import meanfield.experiment.Parameter;

/** Records to JSON objects and back, component by component. */
final class RecordBinder {
    private RecordBinder() {}

    static ObjectNode toTree(Record value) {
        ObjectNode tree = StrictJson.object();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            tree.set(component.getName(), ValueBinder.toTree(get(value, component)));
        }
        return tree;
    }

    /** The record of a complete object; path is empty at the top. */
    static <R extends Record> R fromTree(Class<R> type, ObjectNode tree, String path) {
        RecordComponent[] components = type.getRecordComponents();
        for (Iterator<String> names = tree.fieldNames(); names.hasNext(); ) {
            component(type, names.next(), path);
        }
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = join(path, components[i].getName());
            JsonNode node = tree.get(components[i].getName());
            if (node == null) {
                throw new IllegalArgumentException(name + " must be given");
            }
            values[i] = ValueBinder.fromTree(components[i].getGenericType(), node, name);
        }
        return construct(type, values);
    }

    /** Overwrites what the partial object gives; nested objects may be partial too. */
    static void merge(Class<?> type, ObjectNode tree, ObjectNode partial, String path) {
        partial.properties().forEach(field -> {
            RecordComponent component = component(type, field.getKey(), path);
            String name = join(path, component.getName());
            if (component.getType().isRecord() && field.getValue() instanceof ObjectNode nested) {
                merge(component.getType(), (ObjectNode) tree.get(component.getName()), nested, name);
                return;
            }
            JsonNode value = listed(component, field.getValue());
            ValueBinder.fromTree(component.getGenericType(), value, name);
            tree.set(component.getName(), value);
        });
    }

    /** The value, or the list of it where a lone number stands for a list. */
    static JsonNode listed(RecordComponent component, JsonNode value) {
        Parameter about = component.getAnnotation(Parameter.class);
        boolean wrap = about != null && about.lone() && value.isNumber();
        return wrap ? JsonNodeFactory.instance.arrayNode().add(value) : value;
    }

    static RecordComponent component(Class<?> type, String name, String path) {
        RecordComponent[] components = type.getRecordComponents();
        for (RecordComponent component : components) {
            if (component.getName().equals(name)) {
                return component;
            }
        }
        List<String> names = Arrays.stream(components)
                .map(component -> join(path, component.getName()))
                .toList();
        throw new IllegalArgumentException(Nearest.unknown("parameter", join(path, name), names));
    }

    static Object get(Record value, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot read parameter " + component.getName(), e);
        }
    }

    static <R extends Record> R construct(Class<R> type, Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalArgumentException("parameters were refused: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot construct " + type.getSimpleName(), e);
        }
    }

    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
