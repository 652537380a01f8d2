package meanfield.ntk.large;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;
import meanfield.core.activation.Activation;
import meanfield.ntk.network.ActivationLayer;
import meanfield.ntk.network.Architecture;

/**
 * An architecture as bytes, to be rebuilt in another process of the same version. Dual activations do not travel: they are made
 * again from their activations.
 *
 * @param bytes of Java's serialization
 */
record PortableArchitecture(byte[] bytes) implements Serializable {
    /**
     * The bytes of an architecture.
     *
     * @throws IllegalArgumentException when an activation of the user's own cannot be sent
     */
    static PortableArchitecture of(Architecture architecture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new Writer(bytes)) {
            writer.writeObject(architecture);
        } catch (NotSerializableException e) {
            throw new IllegalArgumentException(
                    "a network for a cluster must consist of serializable values, got one of class " + e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new PortableArchitecture(bytes.toByteArray());
    }

    /** The architecture. */
    Architecture architecture() {
        try (Reader reader = new Reader(new ByteArrayInputStream(bytes))) {
            return (Architecture) reader.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("the network was written by another version: " + e.getMessage(), e);
        }
    }

    /** Stands for {@link Optional}, which Java does not serialize. */
    private record Maybe(Object value) implements Serializable {}

    /** Stands for {@link OptionalDouble}. */
    private record MaybeNumber(boolean present, double value) implements Serializable {}

    /** Stands for the layer of an activation. */
    private record Named(Activation activation) implements Serializable {}

    private static final class Writer extends ObjectOutputStream {
        Writer(OutputStream out) throws IOException {
            super(out);
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object value) {
            if (value instanceof Optional<?> maybe) {
                return new Maybe(maybe.orElse(null));
            }
            if (value instanceof OptionalDouble maybe) {
                return new MaybeNumber(maybe.isPresent(), maybe.orElse(0));
            }
            if (value instanceof ActivationLayer layer && layer.activation().isPresent()) {
                return new Named(layer.activation().get());
            }
            return value;
        }
    }

    private static final class Reader extends ObjectInputStream {
        Reader(InputStream in) throws IOException {
            super(in);
            enableResolveObject(true);
        }

        /** With the class loader of this class: on an executor the stream's own would not know ours. */
        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, PortableArchitecture.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description);
            }
        }

        @Override
        protected Object resolveObject(Object value) {
            if (value instanceof Maybe maybe) {
                return Optional.ofNullable(maybe.value());
            }
            if (value instanceof MaybeNumber maybe) {
                return maybe.present() ? OptionalDouble.of(maybe.value()) : OptionalDouble.empty();
            }
            if (value instanceof Named named) {
                return ActivationLayer.of(named.activation());
            }
            return value;
        }
    }
}
