package meanfield.ntk.position;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meanfield.ntk.layer.BoundSum;
import meanfield.ntk.layer.CovarianceSum;
import meanfield.ntk.layer.LayerKernel.Signs;
import meanfield.ntk.layer.PairChunk;
import meanfield.ntk.layer.PairTaps;
import meanfield.ntk.layer.ProductPairs;
import meanfield.ntk.layer.ProductPairs.Factors;
import meanfield.ntk.layer.RowState;
import meanfield.ntk.position.PairSet.PairImage;
import meanfield.ntk.position.Stage.PairSource;

/**
 * Branches joined into one: their sum, concatenation or product.
 *
 * @param place facts
 * @param common the input that all branches read in one pass; empty where they read what a stage has kept
 * @param ends the ends of the branches
 * @param join how they are joined
 */
record BranchStage(Place place, Optional<BranchInputStage> common, List<Stage> ends, Join join) implements Stage {
    /** How branches become one. */
    interface Join {
        /** State of single inputs. */
        RowState state(List<RowState> branches);

        /** The pair formula for these states of rows and columns. */
        Bound bind(List<RowState> rows, List<RowState> columns);
    }

    /** A join bound to its inputs. */
    interface Bound {
        /** Joins the branches' chunks for a row and a block; they may be changed. */
        void apply(int row, int block, int count, PairChunk[] branches, Target target);
    }

    /**
     * Where a join goes.
     *
     * @param taps scratch
     * @param out the joined chunk
     */
    record Target(PairTaps taps, PairChunk out) {}

    @Override
    public RowState state(Block block) {
        return join.state(ends.stream().map(block::state).toList());
    }

    @Override
    public Object bind(Tile tile) {
        return join.bind(
                ends.stream().map(tile.rows()::state).toList(),
                ends.stream().map(tile.columns()::state).toList());
    }

    @Override
    public PairSource plan(PairSet wanted) {
        common.ifPresent(BranchInputStage::startPlan);
        List<PairSource> sources = ends.stream().map(end -> end.plan(wanted)).toList();
        Optional<PairSource> input = common.map(BranchInputStage::endPlan);
        return frame -> {
            input.ifPresent(source -> frame.keep(common.orElseThrow(), source.get(frame)));
            List<PairImage> images = new ArrayList<>(sources.size());
            sources.forEach(source -> images.add(source.get(frame)));
            common.ifPresent(frame::forget);
            PairImage joined = frame.newImage(wanted);
            Bound bound = frame.tile().bound(this, Bound.class);
            PairChunk[] chunks = new PairChunk[images.size()];
            for (int slot = 0; slot < wanted.size(); slot++) {
                for (int i = 0; i < chunks.length; i++) {
                    chunks[i] = images.get(i).chunks()[slot];
                }
                Target target = new Target(frame.taps(), joined.chunks()[slot]);
                bound.apply(frame.rowIndex(wanted.first(slot)), wanted.second(slot), frame.count(), chunks, target);
            }
            images.forEach(frame::release);
            return joined;
        };
    }

    @Override
    public PairChunk[] self(SelfRun run) {
        common.ifPresent(input -> input.keepSelf(run));
        List<PairChunk[]> images = ends.stream().map(end -> end.self(run)).toList();
        List<RowState> states = ends.stream().map(run::positions).toList();
        Bound bound = join.bind(states, states);
        PairChunk[] joined = run.newImage(shape().positions());
        PairChunk[] chunks = new PairChunk[images.size()];
        for (int a = 0; a < joined.length; a++) {
            for (int i = 0; i < chunks.length; i++) {
                chunks[i] = images.get(i)[a];
            }
            bound.apply(a, 0, a + 1, chunks, new Target(run.taps(), joined[a]));
        }
        return joined;
    }

    /** The ways in which branches become one. */
    static final class Joins {
        private Joins() {}

        /** Residual connection or concatenation. */
        record Sum(CovarianceSum sum, List<Signs> signs) implements BranchStage.Join {
            @Override
            public RowState state(List<RowState> branches) {
                return sum.rows(branches);
            }

            @Override
            public BranchStage.Bound bind(List<RowState> rows, List<RowState> columns) {
                BoundSum bound = sum.bind(rows, columns, signs);
                return (row, block, count, branches, target) -> {
                    for (int f = 0; f < branches.length; f++) {
                        target.taps().rows[f] = row;
                        target.taps().blocks[f] = block;
                        target.taps().chunks[f] = branches[f];
                    }
                    bound.apply(row, block, target.taps(), count, target.out());
                };
            }
        }

        /** The product, two factors at a time from left to right. */
        record Product(List<Signs> signs) implements BranchStage.Join {
            @Override
            public RowState state(List<RowState> branches) {
                RowState product = branches.get(0);
                for (Factors pair : factors(branches)) {
                    product = pair.product();
                }
                return product;
            }

            @Override
            public BranchStage.Bound bind(List<RowState> rows, List<RowState> columns) {
                List<Factors> left = factors(rows);
                List<Factors> right = factors(columns);
                ProductPairs[] pairs = new ProductPairs[left.size()];
                for (int f = 0; f < pairs.length; f++) {
                    pairs[f] = ProductPairs.bind(left.get(f), right.get(f));
                }
                return (row, block, count, branches, target) -> {
                    for (int f = 0; f < pairs.length; f++) {
                        pairs[f].apply(row, block, count, branches[0], branches[f + 1]);
                    }
                    target.out().copy(count, branches[0]);
                };
            }

            private List<Factors> factors(List<RowState> branches) {
                List<Factors> factors = new ArrayList<>();
                RowState product = branches.get(0);
                Signs productSigns = signs.get(0);
                for (int f = 1; f < branches.size(); f++) {
                    Factors pair = new Factors(product, branches.get(f), productSigns, signs.get(f));
                    factors.add(pair);
                    product = pair.product();
                    productSigns = pair.signs();
                }
                return factors;
            }
        }
    }
}
