/**
 * Sweeps and large kernels on Apache Spark: the step beyond one machine.
 */
package meanfield.cluster;
