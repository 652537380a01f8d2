package meanfield.gpu.library;

/** A step towards the device that failed, with the clause that says so. */
final class LibraryException extends Exception {
    LibraryException(String reason) {
        super(reason);
    }
}
