package meanfield.gpu.pairs;

import java.util.ArrayList;
import java.util.List;
import meanfield.gpu.device.Event;

/** Seconds of tiles on the device, between events in its own streams. For use inside {@code Device#compute}. */
final class Timing {
    private final Phase phase;
    private double seconds;

    Timing(Phase phase) {
        this.phase = phase;
    }

    Phase phase() {
        return phase;
    }

    double seconds() {
        return seconds;
    }

    /** Runs something that puts work into the lanes, and adds the time from its begin to the end of the last lane. */
    void measure(List<Lane> lanes, Runnable work) {
        List<Event> ends = new ArrayList<>();
        lanes.forEach(lane -> lane.stream().synchronize());
        try (Event begin = Event.create()) {
            begin.record(lanes.get(0).stream());
            work.run();
            double longest = 0;
            for (Lane lane : lanes) {
                Event end = Event.create();
                ends.add(end);
                end.record(lane.stream());
            }
            for (Event end : ends) {
                longest = Math.max(longest, end.secondsSince(begin));
            }
            seconds += longest;
        } finally {
            ends.forEach(Event::close);
        }
    }
}
