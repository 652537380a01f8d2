package meanfield.gpu.device;

/** A call of the driver or of cuBLAS that failed, in one line. */
public final class DeviceException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** One line that names the device. */
    public DeviceException(String message) {
        super(message);
    }
}
