// What the two libraries of the software device share: streams that are threads, and a table of device memory.
#pragma once
#include <cstddef>
#include <functional>

namespace softdev {

struct Stream;

// Runs work in the order of this stream (null: the legacy stream), later, on the stream's own thread.
void enqueue(Stream *stream, std::function<void()> work);

// True when the bytes lie inside one live allocation of the device.
bool holds(const void *start, size_t bytes);

// Makes every later call fail with this driver code, as a fault of a kernel does.
void fault(int code, const char *what);

// The code of a fault so far, or 0.
int sticky();

// A code that the settings want this function to answer with, or 0.
int injected(const char *function);

} // namespace softdev

// One kernel compiled for the host, as the generated table of kernels lists it.
struct softdev_kernel {
    const char *name;
    int parameters;
    const unsigned char *sizes;          // bytes of every parameter
    const unsigned char *pointers;       // 1 where the parameter is a pointer
    std::function<void()> (*bind)(void **values); // copies the values; the result runs one thread
    bool barriers;                       // the threads of a block wait for each other
};

// Where a thread is. The kernels read these as threadIdx, blockIdx, blockDim, gridDim.
struct softdev_dim3 {
    unsigned x, y, z;
};
struct softdev_place {
    softdev_dim3 thread, block, threads, blocks;
    void (*barrier)();
};
