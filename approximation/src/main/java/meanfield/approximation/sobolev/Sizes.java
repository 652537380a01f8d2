package meanfield.approximation.sobolev;

/** The closed counts of {@link SobolevNetwork}; a test builds the graphs and counts. */
final class Sizes {
    private Sizes() {}

    static NetworkSize of(SobolevNetwork network) {
        long n = network.smoothness();
        long d = network.dimension();
        long perAxis = network.partition().nodes(network.cells());
        long nodes = network.nodes();
        TaylorChains chains = network.chains();
        long g = chains.gates(network.dimension());
        long monomials = chains.size();
        long factors = n >= 2 ? 2 : 0;
        int corners = network.partition() == Partition.TRAPEZOID ? 4 : 3;
        int steps = network.dimension() + network.smoothness() - 2;
        return switch (network.kind()) {
            case POLYRELU -> polyRelu(network, monomials);
            case RELU -> {
                long m = network.levels();
                long gate = g * (14 * m + 12) + monomials;
                long parameters = d * perAxis * (3 * corners + factors) + nodes * gate;
                int layers = 1 + steps * (network.levels() + 1);
                yield new NetworkSize(parameters, corners * d * perAxis + nodes * g * (4 * m + 4), layers);
            }
            case REQU ->
                new NetworkSize(
                        d * perAxis * (12 + factors) + nodes * (12 * g + monomials),
                        4 * d * perAxis + nodes * 4 * g,
                        1 + steps);
            case QUADRATIC ->
                new NetworkSize(
                        d * perAxis * (4 * corners + factors) + nodes * (6 * g + monomials),
                        corners * d * perAxis + nodes * 2 * g,
                        1 + steps);
            case RATIONAL -> {
                int stages = RationalHat.of(network).stages();
                yield new NetworkSize(
                        d * perAxis * (27 + 12L * stages + factors) + nodes * (6 * g + monomials),
                        3 * d * perAxis * (stages + 2) + nodes * 2 * g,
                        1 + stages + steps);
            }
        };
    }

    private static NetworkSize polyRelu(SobolevNetwork network, long monomials) {
        long n = network.smoothness();
        long d = network.dimension();
        long perAxis = network.cells() + 1L;
        long nodes = network.nodes();
        if (d == 1) {
            return new NetworkSize(perAxis * (n + 3), perAxis, 1);
        }
        long axes = d * perAxis * (9 * n + 3 * n * (n + 1) / 2);
        if (d == 2) {
            return new NetworkSize(axes + nodes * (2 * n * n + 10 * n), 6 * n * perAxis + 4 * n * nodes, 2);
        }
        long products = monomials * (d - 1);
        int depth = 1 + (64 - Long.numberOfLeadingZeros(d - 1));
        return new NetworkSize(
                axes + nodes * (12 * products + monomials), 3 * d * n * perAxis + nodes * 4 * products, depth);
    }
}
