package meanfield.dmft.scaling;

import meanfield.core.learningcurve.KernelSpectrum;
import org.ejml.dense.row.CommonOps_DDRM;

/** The matrix equations as they are published, iterated in sweeps with dense inverses: slow and obvious. */
final class SweptScaling {
    final PlainMatrix test;
    final PlainMatrix train;
    final PlainMatrix error;
    final PlainMatrix weight;

    SweptScaling(LinearFeatureModel model, int times, int sweeps) {
        KernelSpectrum spectrum = model.spectrum();
        int m = spectrum.modes();
        double p = model.trainSize();
        double n = model.width();
        PlainMatrix one = PlainMatrix.identity(times);
        PlainMatrix j = PlainMatrix.zeros(times);
        CommonOps_DDRM.fill(j.entries(), 1);
        PlainMatrix theta = PlainMatrix.zeros(times);
        for (int t = 0; t < times; t++) {
            for (int s = 0; s < t; s++) {
                theta.entries().set(t, s, model.learningRate());
            }
        }
        PlainMatrix rw = theta;
        PlainMatrix rd = one;
        PlainMatrix[] h = new PlainMatrix[m];
        for (int sweep = 0; sweep < sweeps; sweep++) {
            PlainMatrix sum = PlainMatrix.zeros(times);
            for (int k = 0; k < m; k++) {
                h[k] = one.plus(rw.mult(rd).scale(spectrum.eigenvalue(k))).invert();
                sum = sum.plus(h[k].scale(spectrum.eigenvalue(k)));
            }
            PlainMatrix rl = sum.mult(rw).scale(-1 / p);
            rd = one.minus(rl).invert();
            PlainMatrix r13 = rd.mult(sum).scale(-1 / n);
            rw = one.minus(theta.mult(r13)).invert().mult(theta);
        }
        PlainMatrix c0 = PlainMatrix.zeros(times);
        PlainMatrix c1 = PlainMatrix.zeros(times);
        PlainMatrix cd = c0;
        for (int sweep = 0; sweep < sweeps; sweep++) {
            cd = rd.mult(c0.plus(j.scale(model.noiseVariance()))).mult(rd.transpose());
            PlainMatrix cw = rw.mult(c1).mult(rw.transpose());
            PlainMatrix next0 = PlainMatrix.zeros(times);
            PlainMatrix next1 = PlainMatrix.zeros(times);
            for (int k = 0; k < m; k++) {
                double lambda = spectrum.eigenvalue(k);
                double square = spectrum.targetEnergy(k) / lambda;
                PlainMatrix source = h[k].mult(j.scale(square).plus(cw)).mult(h[k].transpose());
                PlainMatrix hr = h[k].mult(rw);
                next0 = next0.plus(source.plus(hr.mult(cd).mult(hr.transpose()).scale(lambda / p))
                        .scale(lambda));
                PlainMatrix s = one.minus(rd.mult(hr).scale(lambda));
                next1 = next1.plus(s.mult(cd).mult(s.transpose()).scale(lambda / p))
                        .plus(rd.mult(source).mult(rd.transpose()).scale(lambda * lambda));
            }
            c0 = next0;
            c1 = next1.scale(1 / n);
        }
        test = c0;
        train = rd.mult(c0.plus(j.scale(model.noiseVariance()))).mult(rd.transpose());
        error = rd;
        weight = rw;
    }
}
