package meanfield.gpu.library;

/** Prints what discovery finds, twice, so that an answer that changes is seen. */
final class ProbeMain {
    private ProbeMain() {}

    /** One line. */
    public static void main(String[] arguments) {
        String first = GpuLibraries.probe().description();
        String second = GpuLibraries.probe().description();
        System.out.println(first.equals(second) ? first : "first " + first + ", then " + second);
    }
}
