package meanfield.core.network;

import java.util.List;
import meanfield.core.checkpoint.Resumable;
import meanfield.core.checkpoint.StateReader;
import meanfield.core.checkpoint.StateWriter;

/** Applies an update rule step after step, with the memory that it needs. */
final class ParameterUpdate implements Resumable {
    private final UpdateRule rule;
    private final double learningRate;
    private final double gradientScale;
    private final double shrink;
    private final List<double[]> first;
    private final List<double[]> second;
    private int step;

    ParameterUpdate(GradientDescent settings, NetworkShape shape) {
        this.rule = settings.update();
        this.learningRate = settings.learningRate();
        this.gradientScale = shape.learningRateScale();
        this.shrink = 1 - settings.learningRate() * settings.weightDecay();
        boolean plain = rule instanceof UpdateRule.HeavyBall ball && ball.momentum() == 0;
        this.first = plain ? List.of() : NetworkParameters.zeros(shape).blocks();
        this.second =
                rule instanceof UpdateRule.Adam ? NetworkParameters.zeros(shape).blocks() : List.of();
    }

    void apply(NetworkParameters parameters, NetworkParameters gradient) {
        step++;
        if (shrink != 1) {
            parameters.scale(shrink);
        }
        List<double[]> to = parameters.blocks();
        List<double[]> g = gradient.blocks();
        for (int block = 0; block < to.size(); block++) {
            if (rule instanceof UpdateRule.Adam adam) {
                applyAdam(adam, g.get(block), block, to.get(block));
            } else if (first.isEmpty()) {
                NetworkKernels.addScaled(-learningRate * gradientScale, g.get(block), to.get(block));
            } else {
                double momentum = ((UpdateRule.HeavyBall) rule).momentum();
                NetworkKernels.heavyBall(
                        momentum, learningRate * gradientScale, g.get(block), first.get(block), to.get(block));
            }
        }
    }

    @Override
    public void save(StateWriter out) {
        out.write(step);
        first.forEach(out::write);
        second.forEach(out::write);
    }

    @Override
    public void restore(StateReader in) {
        step = in.readInt();
        first.forEach(in::readInto);
        second.forEach(in::readInto);
    }

    private void applyAdam(UpdateRule.Adam adam, double[] gradient, int block, double[] parameters) {
        double[] mean = first.get(block);
        double[] square = second.get(block);
        NetworkKernels.average(adam.beta1(), gradient, mean);
        NetworkKernels.averageSquares(adam.beta2(), gradient, square);
        double firstCorrection = 1 - Math.pow(adam.beta1(), step);
        double secondCorrection = 1 - Math.pow(adam.beta2(), step);
        NetworkKernels.adamStep(
                learningRate / firstCorrection,
                1 / Math.sqrt(secondCorrection),
                adam.epsilon(),
                mean,
                square,
                parameters);
    }
}
