package meanfield.gpu.device;

import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;
import jcuda.jcublas.cublasStatus;
import meanfield.core.linalg.BackendException;

/** Turns the numbers that the libraries answer with into exceptions. */
final class Status {
    private Status() {}

    /** Checks an answer of the driver; {@code what} says what was being done. */
    static void check(String what, int code) {
        if (code != CUresult.CUDA_SUCCESS) {
            String[] text = new String[1];
            boolean known = JCudaDriver.cuGetErrorString(code, text) == CUresult.CUDA_SUCCESS && text[0] != null;
            String meaning = known ? " (" + text[0] + ")" : "";
            throw new BackendException("GPU: " + what + " failed: " + CUresult.stringFor(code) + meaning);
        }
    }

    /** Checks an answer of cuBLAS. */
    static void checkBlas(String what, int code) {
        if (code != cublasStatus.CUBLAS_STATUS_SUCCESS) {
            throw new BackendException("GPU: " + what + " failed: " + cublasStatus.stringFor(code));
        }
    }
}
