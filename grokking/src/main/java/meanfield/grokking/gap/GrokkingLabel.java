package meanfield.grokking.gap;

/** How training and generalization follow each other in one run. */
public enum GrokkingLabel {
    /** The test loss crosses at least 0.6 decades of time after the training loss, and was still high when training ended. */
    GROKKING,
    /** Between the two: a gap of 0.4 to 0.6 decades, or a wide gap without a plateau of high test loss. */
    INTERMEDIATE,
    /** Test loss follows training loss within 0.4 decades. */
    TRACKING,
    /** The training loss crosses the threshold, the test loss never does. */
    MEMORISING,
    /** The training loss does not cross the threshold in the steps given. */
    UNFINISHED
}
