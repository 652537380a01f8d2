package meanfield.grokking.experiments;

/** Which student and teacher. */
public enum StudentModel {
    /** tanh networks with biases, Adam with weight decay. */
    NETWORK,
    /** Linear functions, gradient descent: the Marchenko-Pastur law is the theory. */
    LINEAR
}
