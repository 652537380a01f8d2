package meanfield.gpu.device;

import java.util.ArrayList;
import java.util.List;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;

/** The arguments of a kernel, in order. */
public final class Arguments {
    private final List<Pointer> pointers = new ArrayList<>();

    /** An address. */
    public Arguments with(CUdeviceptr value) {
        pointers.add(Pointer.to(value));
        return this;
    }

    /** The null address. */
    public Arguments withNull() {
        return with(0L);
    }

    /** An {@code int}. */
    public Arguments with(int value) {
        pointers.add(Pointer.to(new int[] {value}));
        return this;
    }

    /** A {@code long long}. */
    public Arguments with(long value) {
        pointers.add(Pointer.to(new long[] {value}));
        return this;
    }

    Pointer[] pointers() {
        return pointers.toArray(new Pointer[0]);
    }
}
