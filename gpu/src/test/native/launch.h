#pragma once
#include "softdev.h"
#include <map>
#include <string>
#include <vector>

namespace softdev {

// A PTX file that was loaded: the bytes of every parameter of every kernel.
struct Module {
    std::map<std::string, std::vector<int>> kernels;
};

struct Function {
    const softdev_kernel *kernel;
    size_t parameters;
};

// Reads PTX; the driver's code when this device would refuse it.
int readModule(const char *ptx, double capability, double newestPtx, Module &module);

// Finds the kernel in the module and its twin for the host; null when either is absent or their parameters differ.
Function *findKernel(const Module &module, const std::string &name, const std::string &folder);

// Runs all threads of all blocks; records a fault when one of them leaves the memory of the device.
void runKernel(const softdev_kernel *kernel, const std::function<void()> &thread, softdev_dim3 blocks, softdev_dim3 threads);

// Takes over the signal of wrong addresses, inside kernels only.
void guardKernels();

} // namespace softdev
