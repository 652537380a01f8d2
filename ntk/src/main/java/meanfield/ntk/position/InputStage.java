package meanfield.ntk.position;

import meanfield.ntk.layer.PairChunk;
import meanfield.ntk.layer.RowState;
import meanfield.ntk.position.PairSet.PairImage;
import meanfield.ntk.position.Stage.PairSource;

/** The inputs themselves. */
record InputStage(Place place) implements Stage {
    @Override
    public RowState state(Block block) {
        return block.inputs().state(block.from(), block.size());
    }

    @Override
    public Object bind(Tile tile) {
        return InputPairs.of(tile);
    }

    @Override
    public PairSource plan(PairSet wanted) {
        return frame -> {
            InputPairs inputs = frame.tile().bound(this, InputPairs.class);
            PairImage image = frame.newImage(wanted);
            for (int slot = 0; slot < wanted.size(); slot++) {
                inputs.fill(frame, wanted.first(slot), wanted.second(slot), image.chunks()[slot]);
            }
            return image;
        };
    }

    @Override
    public PairChunk[] self(SelfRun run) {
        int channels = shape().channels();
        double[] unit = run.block().inputs().unit(run.block().from());
        PairChunk[] image = run.newImage(shape().positions());
        InputPairs.Differences pairs = InputPairs.Differences.ofPositions(unit, channels);
        for (int a = 0; a < image.length; a++) {
            pairs.fill(unit, a, 0, a + 1, image[a]);
        }
        return image;
    }
}
