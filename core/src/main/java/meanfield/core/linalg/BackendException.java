package meanfield.core.linalg;

/** A backend that failed while it computed, in one line that names it: a device without memory, a library's error. */
public final class BackendException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** One line. */
    public BackendException(String message) {
        super(message);
    }
}
