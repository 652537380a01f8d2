package meanfield.gpu.pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import meanfield.core.Require;
import meanfield.core.pairs.PairEngine;
import meanfield.core.pairs.PairOutputs;
import meanfield.core.pairs.PairProblem;
import meanfield.core.pairs.PairTile;
import meanfield.core.pairs.Precision;
import meanfield.gpu.device.Arguments;
import meanfield.gpu.device.Blas.Operand;
import meanfield.gpu.device.Device;
import meanfield.gpu.device.DeviceMemory;
import meanfield.gpu.device.ElementType;
import meanfield.gpu.device.KernelModule;
import meanfield.gpu.device.KernelModule.Kernel;
import meanfield.gpu.device.Transfers;
import meanfield.gpu.pairs.TilePlan.Block;

/**
 * Kernels of pairs on a device: cuBLAS leaves the inner products of a tile in its memory, one kernel takes every pair through
 * all steps where they stand, and only finished entries are copied out, while the other lane computes.
 *
 * <p>One problem at a time: callers of many threads take turns.
 */
public final class DevicePairs implements PairEngine, AutoCloseable {
    private final Device device;
    private final Limits limits;
    private final KernelModule module;
    private final List<Lane> lanes = new ArrayList<>();
    private final Deliveries deliveries = new Deliveries();
    private Transfers transfers;
    private boolean closed;

    private DevicePairs(Device device, Limits limits, KernelModule module) {
        this.device = device;
        this.limits = limits;
        this.module = module;
    }

    /** The engine of a device, which must stay open as long. */
    public static DevicePairs on(Device device) {
        return on(device, Limits.NONE);
    }

    /** The same within limits. */
    public static DevicePairs on(Device device, Limits limits) {
        Require.present("device", device);
        Require.present("limits", limits);
        return device.compute(() -> {
            DevicePairs pairs = new DevicePairs(device, limits, KernelModule.load("pairs"));
            try {
                for (int k = 0; k < TilePlan.LANES; k++) {
                    pairs.lanes.add(Lane.create());
                }
                pairs.transfers = new Transfers();
                return pairs;
            } catch (RuntimeException | Error e) {
                pairs.release();
                throw e;
            }
        });
    }

    @Override
    public void evaluate(PairProblem problem, PairOutputs outputs, Consumer<PairTile> sink) {
        Require.present("problem", problem);
        Require.present("outputs", outputs);
        Require.present("sink", sink);
        device.run(() -> evaluateInContext(new Run(problem, outputs, sink, Optional.empty())));
    }

    /**
     * Seconds that the device needs for a problem up to a phase, measured by itself from the first tile to the last: without
     * what happens once (inputs on their way to the device) and without what the host does with the tiles.
     */
    public double seconds(PairProblem problem, PairOutputs outputs, Phase phase) {
        Require.present("problem", problem);
        Require.present("outputs", outputs);
        Require.present("phase", phase);
        return device.compute(() -> {
            Timing timing = new Timing(phase);
            evaluateInContext(new Run(problem, outputs, tile -> {}, Optional.of(timing)));
            return timing.seconds();
        });
    }

    private void evaluateInContext(Run run) {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        try {
            run.evaluate();
        } finally {
            // after a failure tiles may still be under way, into memory that the next problem uses
            lanes.forEach(lane -> lane.stream().synchronize());
            transfers.synchronize();
        }
    }

    /** One problem on its way. */
    private final class Run {
        private final PairProblem problem;
        private final PairOutputs outputs;
        private final Consumer<PairTile> sink;
        private final ElementType type;
        private final PairProgram program;
        private final Kernel kernel;
        private final Optional<Timing> timing;

        Run(PairProblem problem, PairOutputs outputs, Consumer<PairTile> sink, Optional<Timing> timing) {
            this.problem = problem;
            this.outputs = outputs;
            this.sink = sink;
            this.type = outputs.precision() == Precision.DOUBLE ? ElementType.DOUBLE : ElementType.SINGLE;
            this.program = PairProgram.of(problem, type);
            this.kernel = module.kernel(type == ElementType.DOUBLE ? "pairs_f64" : "pairs_f32");
            this.timing = timing;
        }

        void evaluate() {
            if (problem.pairs() == 0) {
                return;
            }
            long held = lanes.stream().mapToLong(Lane::held).sum();
            TilePlan plan = TilePlan.of(
                    Math.min(limits.memory(), device.memory().free() + held),
                    problem,
                    type.bytes(),
                    program.values().size(),
                    limits.side());
            lanes.forEach(lane -> lane.reserve(plan.side() * plan.side() * type.bytes(), outputs.ntk()));
            try (DeviceMemory words = DeviceMemory.allocate(4L * program.words().length);
                    DeviceMemory constants = DeviceMemory.allocate((long) program.constants().length * type.bytes())) {
                lanes.get(0).stream().upload(program.words(), words.at(0));
                transfers.upload(program.constants(), 0, program.constants().length, type, constants);
                for (Block panels : plan.panels(problem)) {
                    evaluate(plan, panels, words, constants);
                }
            }
        }

        private void evaluate(TilePlan plan, Block panels, DeviceMemory words, DeviceMemory constants) {
            List<double[]> rowValues = new ArrayList<>();
            List<double[]> columnValues = new ArrayList<>();
            program.values().forEach(value -> {
                rowValues.add(value.rows());
                columnValues.add(value.columns());
            });
            boolean shared = panels.diagonal() && rowValues.equals(columnValues);
            try (Panel rows = Panel.upload(problem.rows(), panels.rows(), rowValues, type, transfers);
                    Panel columns = shared
                            ? rows
                            : Panel.upload(problem.columns(), panels.columns(), columnValues, type, transfers)) {
                if (timing.isPresent()) {
                    timing.get().measure(lanes, () -> {
                        int next = 0;
                        for (Block tile : plan.tiles(panels)) {
                            start(lanes.get(next++ % lanes.size()), tile, rows, columns, words, constants);
                        }
                    });
                    return;
                }
                Block[] underWay = new Block[lanes.size()];
                int count = 0;
                for (Block tile : plan.tiles(panels)) {
                    int k = count++ % lanes.size();
                    deliver(lanes.get(k), underWay[k]);
                    underWay[k] = null;
                    start(lanes.get(k), tile, rows, columns, words, constants);
                    underWay[k] = tile;
                }
                for (int k = 0; k < lanes.size(); k++) {
                    int oldest = (count + k) % lanes.size();
                    deliver(lanes.get(oldest), underWay[oldest]);
                }
            }
        }

        private void start(
                Lane lane, Block tile, Panel rows, Panel columns, DeviceMemory words, DeviceMemory constants) {
            int height = tile.rows().size();
            int width = tile.columns().size();
            int d = rows.dimension();
            int rowFrom = tile.rows().from();
            int columnFrom = tile.columns().from();
            Operand x = Operand.of(rows.inputsFrom(rowFrom), d);
            Operand y = Operand.of(columns.inputsFrom(columnFrom), d);
            Operand products = Operand.of(lane.device(0).at(0), width);
            if (tile.diagonal()) {
                lane.blas(type).rankUpdate(height, d, 1, x, 0, products);
            } else {
                lane.blas(type).multiply(height, width, d, 1, x, y.transpose(), 0, products);
            }
            if (stopsAfter(Phase.PRODUCTS)) {
                return;
            }
            Arguments arguments = new Arguments().with(products.start());
            arguments = outputs.ntk() ? arguments.with(lane.device(1).at(0)) : arguments.withNull();
            arguments
                    .with((long) width)
                    .with(height)
                    .with(width)
                    .with(tile.diagonal() ? 1 : 0)
                    .with(x.start())
                    .with(y.start())
                    .with(d)
                    .with(rows.tableFrom(rowFrom))
                    .with(columns.tableFrom(columnFrom))
                    .with(rows.tableStride())
                    .with(columns.tableStride())
                    .with(words.at(0))
                    .with(program.size())
                    .with(constants.at(0));
            kernel.launch(lane.stream(), height, width, arguments);
            if (stopsAfter(Phase.KERNELS)) {
                return;
            }
            long bytes = (long) height * width * type.bytes();
            if (outputs.nngp()) {
                lane.download(0, bytes);
            }
            if (outputs.ntk()) {
                lane.download(1, bytes);
            }
        }

        private boolean stopsAfter(Phase phase) {
            return timing.isPresent() && timing.get().phase() == phase;
        }

        private void deliver(Lane lane, Block tile) {
            if (tile != null) {
                lane.stream().synchronize();
                Deliveries.Contents contents = new Deliveries.Contents(
                        outputs.nngp() ? lane.buffer(0) : null, outputs.ntk() ? lane.buffer(1) : null, type);
                deliveries.deliver(problem, tile, contents, sink);
            }
        }
    }

    @Override
    public void close() {
        device.run(() -> {
            if (!closed) {
                closed = true;
                release();
            }
        });
    }

    private void release() {
        lanes.forEach(Lane::close);
        if (transfers != null) {
            transfers.close();
        }
        module.close();
    }
}
