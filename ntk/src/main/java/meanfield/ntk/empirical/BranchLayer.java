package meanfield.ntk.empirical;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.network.NetworkParameters;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Branches on one input, joined.
 *
 * @param branches each a sequence
 * @param join how
 */
record BranchLayer(List<ArrayLayer> branches, Join join) implements ArrayLayer {
    /** How branches become one array. */
    enum Join {
        /** Residual. */
        SUM,
        /** Channels side by side. */
        CONCATENATION,
        /** Entry by entry. */
        PRODUCT
    }

    @Override
    public ArrayPass forward(DMatrixRMaj in, NetworkParameters parameters) {
        List<ArrayPass> passes = new ArrayList<>();
        List<DMatrixRMaj[]> outputs = new ArrayList<>();
        for (ArrayLayer branch : branches) {
            ArrayPass pass = branch.forward(in, parameters);
            passes.add(pass);
            outputs.add(new DMatrixRMaj[] {pass.output()});
        }
        return new Pass(passes, join, joined(join, outputs)[0]);
    }

    private static DMatrixRMaj[] joined(Join join, List<DMatrixRMaj[]> branches) {
        DMatrixRMaj[] joined = branches.get(0).clone();
        for (DMatrixRMaj[] next : branches.subList(1, branches.size())) {
            joined = switch (join) {
                case SUM -> sum(joined, next);
                case CONCATENATION -> concatenation(joined, next);
                case PRODUCT -> product(joined, next);
            };
        }
        return joined;
    }

    private static DMatrixRMaj[] sum(DMatrixRMaj[] a, DMatrixRMaj[] b) {
        DMatrixRMaj[] sum = new DMatrixRMaj[a.length];
        for (int k = 0; k < a.length; k++) {
            sum[k] = CommonOps_DDRM.add(a[k], b[k], null);
        }
        return sum;
    }

    private static DMatrixRMaj[] concatenation(DMatrixRMaj[] a, DMatrixRMaj[] b) {
        DMatrixRMaj[] both = new DMatrixRMaj[a.length];
        for (int k = 0; k < a.length; k++) {
            both[k] = CommonOps_DDRM.concatColumns(a[k], b[k], null);
        }
        return both;
    }

    /** (ab)_k = Σ_j a_j b_{k-j}. */
    private static DMatrixRMaj[] product(DMatrixRMaj[] a, DMatrixRMaj[] b) {
        DMatrixRMaj[] product = new DMatrixRMaj[a.length];
        for (int k = 0; k < a.length; k++) {
            product[k] = new DMatrixRMaj(a[0].numRows, a[0].numCols);
            for (int j = 0; j <= k; j++) {
                CommonOps_DDRM.addEquals(product[k], CommonOps_DDRM.elementMult(a[j], b[k - j], null));
            }
        }
        return product;
    }

    private record Pass(List<ArrayPass> passes, Join join, DMatrixRMaj output) implements ArrayPass {
        @Override
        public DMatrixRMaj[] series(DMatrixRMaj[] in, NetworkParameters direction) {
            return joined(
                    join,
                    passes.stream().map(pass -> pass.series(in, direction)).toList());
        }

        @Override
        public DMatrixRMaj pullback(DMatrixRMaj signal, SignalSink sink) {
            DMatrixRMaj back = null;
            int column = 0;
            for (int i = 0; i < passes.size(); i++) {
                int width = passes.get(i).output().numCols;
                DMatrixRMaj own = join == Join.CONCATENATION
                        ? CommonOps_DDRM.extract(signal, 0, signal.numRows, column, column + width)
                        : join == Join.PRODUCT ? timesOthers(i, signal) : signal;
                DMatrixRMaj branch = passes.get(i).pullback(own, sink);
                back = back == null ? branch : CommonOps_DDRM.add(back, branch, null);
                column += width;
            }
            return back;
        }

        private DMatrixRMaj timesOthers(int branch, DMatrixRMaj signal) {
            DMatrixRMaj product = signal;
            for (int i = 0; i < passes.size(); i++) {
                if (i != branch) {
                    product = CommonOps_DDRM.elementMult(product, passes.get(i).output(), null);
                }
            }
            return product;
        }
    }
}
