package meanfield.core.network;

import meanfield.core.Require;
import meanfield.core.checkpoint.Resumable;
import meanfield.core.checkpoint.StateReader;
import meanfield.core.checkpoint.StateWriter;
import meanfield.core.random.RandomStream;

/** Draws the indices of one mini-batch after another. */
final class BatchSampler implements Resumable {
    private final Batching batching;
    private final int examples;
    private final RandomStream random;
    private final int[] batch;
    private int[] order;
    private int position;

    BatchSampler(Batching batching, int examples, RandomStream random) {
        if (batching.rule() != Batching.Rule.WITH_REPLACEMENT) {
            Require.that(
                    batching.size() <= examples, "batch size", "be <= " + examples + " (examples)", batching.size());
        }
        this.batching = batching;
        this.examples = examples;
        this.random = random;
        this.batch = new int[batching.size()];
    }

    /** The next batch; the array is reused. */
    int[] next() {
        switch (batching.rule()) {
            case WITH_REPLACEMENT -> {
                for (int i = 0; i < batch.length; i++) {
                    batch[i] = random.nextInt(examples);
                }
            }
            case WITHOUT_REPLACEMENT -> drawSubset();
            case EPOCHS -> nextOfEpoch();
            case FULL -> throw new IllegalStateException("full batches are not drawn");
        }
        return batch;
    }

    @Override
    public void save(StateWriter out) {
        out.write(position).write(order == null ? new int[0] : order);
        random.save(out);
    }

    @Override
    public void restore(StateReader in) {
        position = in.readInt();
        int[] kept = in.readInts();
        order = kept.length == 0 ? null : kept;
        random.restore(in);
    }

    /** The first B places of a Fisher-Yates shuffle that goes on from the last order: a uniform subset. */
    private void drawSubset() {
        if (order == null) {
            order = random.permutation(examples);
        }
        for (int i = 0; i < batch.length; i++) {
            int j = i + random.nextInt(examples - i);
            int keep = order[i];
            order[i] = order[j];
            order[j] = keep;
            batch[i] = order[i];
        }
    }

    private void nextOfEpoch() {
        if (order == null || position + batch.length > examples) {
            order = random.permutation(examples);
            position = 0;
        }
        System.arraycopy(order, position, batch, 0, batch.length);
        position += batch.length;
    }
}
