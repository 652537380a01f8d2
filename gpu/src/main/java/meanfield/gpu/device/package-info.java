/**
 * One CUDA device from Java: a thin layer over the driver interface with owned resources and no unchecked status.
 */
package meanfield.gpu.device;
