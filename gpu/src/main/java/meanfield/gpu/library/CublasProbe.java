package meanfield.gpu.library;

import jcuda.Pointer;
import jcuda.Sizeof;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.JCudaDriver;
import jcuda.jcublas.JCublas2;
import jcuda.jcublas.cublasHandle;
import jcuda.jcublas.cublasOperation;
import jcuda.jcublas.cublasStatus;

/** Whether cuBLAS computes: it is asked for 2 × 3 on the device. */
final class CublasProbe {
    private CublasProbe() {}

    /** Version of the library, after it has computed one product; everything that this took is given back. */
    static String version(DeviceProbe device) throws LibraryException {
        JCublas2.setExceptionsEnabled(false);
        CUcontext before = new CUcontext();
        JCudaDriver.cuCtxGetCurrent(before);
        CUcontext context = new CUcontext();
        DeviceProbe.require(
                device.name() + " cannot be used", JCudaDriver.cuDevicePrimaryCtxRetain(context, device.device()));
        try {
            DeviceProbe.require(device.name() + " cannot be used", JCudaDriver.cuCtxSetCurrent(context));
            return withHandle();
        } finally {
            JCudaDriver.cuCtxSetCurrent(before);
            JCudaDriver.cuDevicePrimaryCtxRelease(device.device());
        }
    }

    private static String withHandle() throws LibraryException {
        cublasHandle handle = new cublasHandle();
        require("cuBLAS does not start", JCublas2.cublasCreate(handle));
        CUdeviceptr numbers = new CUdeviceptr();
        try {
            int[] version = new int[1];
            require("cuBLAS does not say its version", JCublas2.cublasGetVersion(handle, version));
            DeviceProbe.require(
                    "there is no memory on the device", JCudaDriver.cuMemAlloc(numbers, 3L * Sizeof.DOUBLE));
            double product = product(handle, numbers);
            if (product != 6) {
                throw new LibraryException("cuBLAS computes 2 × 3 = " + product);
            }
            return version[0] / 10_000 + "." + version[0] % 10_000 / 100 + "." + version[0] % 100;
        } finally {
            JCudaDriver.cuMemFree(numbers);
            JCublas2.cublasDestroy(handle);
        }
    }

    private static double product(cublasHandle handle, CUdeviceptr a) throws LibraryException {
        double[] values = {2, 3, 0};
        JCudaDriver.cuMemcpyHtoD(a, Pointer.to(values), 3L * Sizeof.DOUBLE);
        CUdeviceptr b = a.withByteOffset(Sizeof.DOUBLE);
        CUdeviceptr c = a.withByteOffset(2L * Sizeof.DOUBLE);
        Pointer one = Pointer.to(new double[] {1});
        Pointer zero = Pointer.to(new double[] {0});
        int none = cublasOperation.CUBLAS_OP_N;
        require(
                "cuBLAS does not multiply",
                JCublas2.cublasDgemm(handle, none, none, 1, 1, 1, one, a, 1, b, 1, zero, c, 1));
        DeviceProbe.require(
                "the device does not answer", JCudaDriver.cuMemcpyDtoH(Pointer.to(values), a, 3L * Sizeof.DOUBLE));
        return values[2];
    }

    private static void require(String what, int status) throws LibraryException {
        if (status != cublasStatus.CUBLAS_STATUS_SUCCESS) {
            throw new LibraryException(what + " (" + cublasStatus.stringFor(status) + ")");
        }
    }
}
