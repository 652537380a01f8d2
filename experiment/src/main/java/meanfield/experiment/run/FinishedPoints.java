package meanfield.experiment.run;

import java.util.List;

/** Keeps finished points so that an interrupted sweep goes on where it stood. */
public interface FinishedPoints {
    /** Keeps nothing. */
    FinishedPoints NONE = new FinishedPoints() {
        @Override
        public List<String> finished() {
            return List.of();
        }

        @Override
        public void keep(int point, String line) {}
    };

    /** Lines kept by an earlier run of the same request. */
    List<String> finished();

    /** Keeps the line of one more point, whose inner states are not needed any more; called by one thread at a time. */
    void keep(int point, String line);
}
