/**
 * Whether this machine has a GPU to compute with, found at run time and said in one clause.
 *
 * <p>Three things have to be there, and each can be missing on its own: JCuda's native parts (on the class path, for Linux
 * and Windows on x86_64), NVIDIA's driver with a device behind it, and cuBLAS 12, which JCublas2 12.6 is linked against.
 * {@link meanfield.gpu.library.GpuLibraries} looks for them in this order and stops at the first that fails, so that a
 * machine without a driver never loads a library of NVIDIA's:
 *
 * <pre>
 *   JCuda's parts → libcuda.so.1 → device → libcublas.so.12, or the forwarder and libcublas.so.13 → 2 × 3 = 6
 * </pre>
 *
 * <p>Libraries are loaded by their full paths before JCuda asks for them by name; no search path has to be set. They are looked for
 * in the folders of {@code -Dmeanfield.gpu.libraries} and {@code MEANFIELD_GPU_LIBRARIES}, in {@code LD_LIBRARY_PATH}, the
 * loader's cache, {@code CUDA_HOME} and {@code CUDA_PATH}, the usual folders of drivers and toolkits, and in Python's packages
 * (a virtual environment, conda, the user's, the system's).
 *
 * <p>On a machine with CUDA 13 alone, {@code gpu/build-cublas12-forwarder} makes a {@code libcublas.so.12} of 100 kB
 * whose functions jump into cuBLAS 13. It is taken from {@code gpu/native}, or from a folder named as above.
 *
 * <table>
 * <caption>What is said where there is no GPU</caption>
 * <tr><th>case</th><th>clause</th></tr>
 * <tr><td>switched off</td><td>the GPU is switched off by -Dmeanfield.gpu.disabled=true</td></tr>
 * <tr><td>macOS, ARM</td><td>JCuda has no native parts for ...</td></tr>
 * <tr><td>no driver</td><td>no NVIDIA driver is installed (libcuda.so.1 was not found)</td></tr>
 * <tr><td>driver alone</td><td>the NVIDIA driver finds no device</td></tr>
 * <tr><td>old device</td><td>... has compute capability 6.1, and the kernels need 7.5</td></tr>
 * <tr><td>no cuBLAS</td><td>no cuBLAS 12 is installed (...)</td></tr>
 * <tr><td>cuBLAS 13</td><td>only cuBLAS 13 is installed (...); run gpu/build-cublas12-forwarder once, ...</td></tr>
 * <tr><td>broken</td><td>... does not load: ..., or the status that a call came back with</td></tr>
 * </table>
 *
 * <p>A class whose static initializer failed stays unusable in its process. Hence the answer is kept, and no class of JCuda's
 * driver interface or of JCublas2 is touched before the libraries that it needs are loaded.
 */
package meanfield.gpu.library;
