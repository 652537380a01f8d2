package meanfield.ntk.position;

import meanfield.ntk.layer.LayerKernel;
import meanfield.ntk.layer.PairChunk;
import meanfield.ntk.layer.RowState;
import meanfield.ntk.position.PairSet.PairImage;
import meanfield.ntk.position.Stage.PairSource;

/** A layer that treats every pair by itself: dense, activation, normalization, dropout. */
record PointwiseStage(Place place, Stage input, LayerKernel kernel) implements Stage {
    @Override
    public RowState state(Block block) {
        return kernel.rows(block.state(input));
    }

    @Override
    public Object bind(Tile tile) {
        return kernel.pairs(tile.rows().state(input), tile.columns().state(input), input.signs());
    }

    @Override
    public PairSource plan(PairSet wanted) {
        PairSource source = input.plan(wanted);
        return frame -> {
            PairImage image = source.get(frame);
            LayerKernel.PairMap map = frame.tile().bound(this, LayerKernel.PairMap.class);
            for (int slot = 0; slot < wanted.size(); slot++) {
                int row = frame.rowIndex(wanted.first(slot));
                map.apply(row, wanted.second(slot), frame.count(), image.chunks()[slot]);
            }
            return image;
        };
    }

    @Override
    public PairChunk[] self(SelfRun run) {
        PairChunk[] image = input.self(run);
        RowState positions = run.positions(input);
        LayerKernel.PairMap map = kernel.pairs(positions, positions, input.signs());
        for (int a = 0; a < image.length; a++) {
            map.apply(a, 0, a + 1, image[a]);
        }
        return image;
    }
}
