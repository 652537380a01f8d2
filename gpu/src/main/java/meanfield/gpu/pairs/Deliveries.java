package meanfield.gpu.pairs;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import meanfield.core.pairs.PairProblem;
import meanfield.core.pairs.PairTile;
import meanfield.gpu.device.ElementType;
import meanfield.gpu.pairs.TilePlan.Block;

/** Hands finished tiles to the sink in strips of rows, on threads of its own: one thread copies slower than the device does. */
final class Deliveries {
    /** Copies that run side by side at most: eight fill the bus of a large card. */
    private static final int MOST_STRIPS = 8;

    private static final int LEAST_ROWS = 64;

    private final int strips =
            Math.max(1, Math.min(MOST_STRIPS, Runtime.getRuntime().availableProcessors() / 2));
    private final ExecutorService threads;

    Deliveries() {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(strips, strips, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "gpu-tiles");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /** Returns when the sink has heard all strips; what it threw comes out, once no strip is under way any more. */
    void deliver(PairProblem problem, Block tile, Contents contents, Consumer<PairTile> sink) {
        int rows = Math.max(LEAST_ROWS, (tile.rows().size() + strips - 1) / strips);
        List<PairTile> parts = new ArrayList<>();
        for (int from = 0; from < tile.rows().size(); from += rows) {
            parts.add(new Strip(
                    problem, tile, contents, from, Math.min(rows, tile.rows().size() - from)));
        }
        if (parts.size() == 1) {
            sink.accept(parts.get(0));
            return;
        }
        List<Future<?>> running = new ArrayList<>();
        parts.forEach(part -> running.add(threads.submit(() -> sink.accept(part))));
        Throwable failure = null;
        for (Future<?> each : running) {
            Throwable one = await(each);
            failure = failure == null ? one : failure;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    /** What a strip threw, or null; an interrupt of the caller is kept for later. */
    private static Throwable await(Future<?> strip) {
        boolean interrupted = false;
        while (true) {
            try {
                strip.get();
                return null;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                return e.getCause();
            } finally {
                if (interrupted && strip.isDone()) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /**
     * What a lane has on the host.
     *
     * @param nngp k or r, or null
     * @param ntk t or τ, or null
     * @param type numbers in the buffers
     */
    record Contents(ByteBuffer nngp, ByteBuffer ntk, ElementType type) {}

    /** Some rows of a tile. */
    private record Strip(PairProblem problem, Block tile, Contents contents, int first, int rows) implements PairTile {
        @Override
        public int rowFrom() {
            return tile.rows().from() + first;
        }

        @Override
        public int columnFrom() {
            return tile.columns().from();
        }

        @Override
        public int columns() {
            return tile.columns().size();
        }

        @Override
        public void nngp(int row, int count, double[] out, int offset) {
            read(contents.nngp, row, count, out, offset);
            if (contents.type == ElementType.SINGLE) {
                scale(problem.rows().deviation(), problem.columns().deviation(), row, count, out, offset);
            }
        }

        @Override
        public void ntk(int row, int count, double[] out, int offset) {
            read(contents.ntk, row, count, out, offset);
            if (contents.type == ElementType.SINGLE) {
                scale(problem.rows().scale(), problem.columns().scale(), row, count, out, offset);
            }
        }

        private void read(ByteBuffer from, int row, int count, double[] out, int offset) {
            if (from == null) {
                throw new IllegalStateException("this kernel was not asked for");
            }
            contents.type.get(from, (first + row) * columns(), count, out, offset);
        }

        /** In double precision on the host, because single precision has no room for large scales. */
        private void scale(double[] rowScale, double[] columnScale, int row, int count, double[] out, int offset) {
            double factor = rowScale[rowFrom() + row];
            for (int j = 0; j < count; j++) {
                out[offset + j] *= factor * columnScale[columnFrom() + j];
            }
        }
    }
}
