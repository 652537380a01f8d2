package meanfield.approximation.sobolev;

/** Which units a constructive network is made of: how it cuts the domain, and how it multiplies. */
public enum NetworkKind {
    /** Hats of ReLU units, products by teeth of m levels: an error of their own. */
    RELU(Partition.HAT),
    /** Hats times powers in single units with coefficients of their own, exact products. */
    POLYRELU(Partition.HAT),
    /** ReLU² units only: quadratic B-splines (a hat is not C¹), exact products. */
    REQU(Partition.SPLINE),
    /** Quadratic neurons: hats, exact products by two neurons. */
    QUADRATIC(Partition.HAT),
    /** Rational units: hats by compositions of Zolotarev functions, exact products by squares. */
    RATIONAL(Partition.HAT);

    private final Partition partition;

    NetworkKind(Partition partition) {
        this.partition = partition;
    }

    /** The partition of unity it can represent (approximate, for rational units). */
    public Partition partition() {
        return partition;
    }

    /** Whether products are exact. */
    public boolean multipliesExactly() {
        return this != RELU;
    }
}
