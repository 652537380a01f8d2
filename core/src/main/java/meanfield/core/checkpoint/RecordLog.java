package meanfield.core.checkpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * What a computation recorded on its way: a list that only grows, of entries that are as many numbers each.
 *
 * @param <R> an entry
 */
public final class RecordLog<R> implements Resumable {
    private final Function<R, double[]> toNumbers;
    private final Function<double[], R> ofNumbers;
    private final List<R> entries = new ArrayList<>();

    /**
     * An empty log.
     *
     * @param toNumbers an entry as numbers
     * @param ofNumbers its inverse, exactly
     */
    public RecordLog(Function<R, double[]> toNumbers, Function<double[], R> ofNumbers) {
        this.toNumbers = toNumbers;
        this.ofNumbers = ofNumbers;
    }

    /** An empty log of arrays. */
    public static RecordLog<double[]> ofArrays() {
        return new RecordLog<>(Function.identity(), Function.identity());
    }

    /** One more entry. */
    public void add(R entry) {
        entries.add(entry);
    }

    /** All entries, oldest first; a view. */
    public List<R> entries() {
        return Collections.unmodifiableList(entries);
    }

    @Override
    public void save(StateWriter out) {
        out.write(entries.size());
        entries.forEach(entry -> out.write(toNumbers.apply(entry)));
    }

    @Override
    public void restore(StateReader in) {
        entries.clear();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            entries.add(ofNumbers.apply(in.readDoubles()));
        }
    }
}
