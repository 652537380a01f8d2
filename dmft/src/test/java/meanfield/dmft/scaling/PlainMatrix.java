package meanfield.dmft.scaling;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Matrices whose algebra reads like the equations. */
record PlainMatrix(DMatrixRMaj entries) {
    static PlainMatrix zeros(int size) {
        return new PlainMatrix(new DMatrixRMaj(size, size));
    }

    static PlainMatrix identity(int size) {
        return new PlainMatrix(CommonOps_DDRM.identity(size));
    }

    double get(int i, int j) {
        return entries.get(i, j);
    }

    PlainMatrix plus(PlainMatrix other) {
        DMatrixRMaj out = new DMatrixRMaj(entries.numRows, entries.numCols);
        CommonOps_DDRM.add(entries, other.entries, out);
        return new PlainMatrix(out);
    }

    PlainMatrix minus(PlainMatrix other) {
        return plus(other.scale(-1));
    }

    PlainMatrix scale(double factor) {
        DMatrixRMaj out = entries.copy();
        CommonOps_DDRM.scale(factor, out);
        return new PlainMatrix(out);
    }

    PlainMatrix mult(PlainMatrix other) {
        DMatrixRMaj out = new DMatrixRMaj(entries.numRows, other.entries.numCols);
        CommonOps_DDRM.mult(entries, other.entries, out);
        return new PlainMatrix(out);
    }

    PlainMatrix transpose() {
        return new PlainMatrix(CommonOps_DDRM.transpose(entries, null));
    }

    PlainMatrix invert() {
        DMatrixRMaj out = entries.copy();
        if (!CommonOps_DDRM.invert(out)) {
            throw new IllegalStateException("singular");
        }
        return new PlainMatrix(out);
    }
}
