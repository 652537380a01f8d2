package meanfield.experiment;

import meanfield.core.checkpoint.Checkpoints;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;

/** An experiment's only window to the outside. */
public interface RunContext {
    /** The random stream of this name: a pure function of root seed, replicate and name. */
    RandomStream random(String name);

    /** Reports how far the run is (0 to 1) and at what. */
    void progress(double fraction, String text);

    /**
     * To be called in long loops.
     *
     * @throws java.util.concurrent.CancellationException when the user interrupted
     */
    void checkCancelled();

    /** Linear algebra on one thread, chosen by the user or by what the machine has. */
    LinearAlgebra linearAlgebra();

    /** Parallel loops over independent indices. */
    Workers workers();

    /**
     * Where computations of more than some seconds put down their states, by name, so that the run goes on there after an
     * interruption. Points that are computed on another machine keep nothing.
     */
    Checkpoints checkpoints();

    /** Records data that the run read, for the manifest: a name and the SHA-256 of the bytes. */
    void input(String name, String sha256);
}
