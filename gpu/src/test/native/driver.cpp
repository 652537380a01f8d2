// libcuda.so.1 of the software device: the part of the driver that Meanfield uses. The rest of the names are stubs that
// the build script adds; they answer CUDA_ERROR_NOT_SUPPORTED.
#include "launch.h"
#include "memory.h"
#include "settings.h"
#include "streams.h"
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>

using namespace softdev;

enum {
    OK = 0, INVALID_VALUE = 1, OUT_OF_MEMORY = 2, NOT_INITIALIZED = 3, NO_DEVICE = 100, INVALID_DEVICE = 101,
    INVALID_CONTEXT = 201, INVALID_HANDLE = 400, NOT_FOUND = 500, NOT_READY = 600, LAUNCH_OUT_OF_RESOURCES = 701,
    MEMORY_DAMAGED = 716
};

static const Settings &settings() {
    static const Settings &all = *new Settings;
    return all;
}
static std::atomic<int> broken{0};
static std::atomic<bool> initialized{false};
static std::atomic<int> retained{0};
static thread_local void *current = nullptr;
static int contextObject = 0;

namespace softdev {
void fault(int code, const char *what) {
    if (!broken.exchange(code)) fprintf(stderr, "software device: %s\n", what);
}
int sticky() { return broken; }
int injected(const char *function) {
    auto found = settings().failures.find(function);
    return found == settings().failures.end() ? 0 : found->second;
}
} // namespace softdev

struct Event {
    Token token;
};
struct Report {
    ~Report() {
        if (settings().report.empty()) return;
        std::ofstream(settings().report) << operationsRun() << " operations, " << alive() << " allocations not freed, "
                                         << retained << " contexts retained\n";
    }
};
static Report report;

// What every call looks at first.
#define ENTER(function)                                                                                                \
    do {                                                                                                               \
        if (int code = injected(function)) return code;                                                                \
        if (!initialized) return NOT_INITIALIZED;                                                                      \
        if (broken) return broken;                                                                                     \
    } while (0)
#define ENTER_CONTEXT(function)                                                                                        \
    do {                                                                                                               \
        ENTER(function);                                                                                               \
        if (!current) return INVALID_CONTEXT;                                                                          \
    } while (0)

extern "C" {
typedef unsigned long long Address;

__attribute__((visibility("default"))) int softdev_current(void) { return current != nullptr && initialized; }

int cuInit(unsigned) {
    if (int code = injected("cuInit")) return code;
    if (settings().devices == 0) return NO_DEVICE;
    if (!initialized.exchange(true)) guardKernels();
    return OK;
}
int cuDriverGetVersion(int *version) {
    int major = int(settings().ptx);
    *version = (major + 4) * 1000 + int(std::lround((settings().ptx - major) * 10)) * 10;
    return injected("cuDriverGetVersion");
}
int cuDeviceGetCount(int *count) {
    ENTER("cuDeviceGetCount");
    *count = settings().devices;
    return OK;
}
int cuDeviceGet(int *device, int ordinal) {
    ENTER("cuDeviceGet");
    *device = ordinal;
    return ordinal >= 0 && ordinal < settings().devices ? OK : INVALID_DEVICE;
}
int cuDeviceGetName(char *name, int length, int) {
    ENTER("cuDeviceGetName");
    snprintf(name, size_t(length), "Meanfield software device");
    return OK;
}
int cuDeviceTotalMem_v2(size_t *bytes, int) {
    ENTER("cuDeviceTotalMem");
    *bytes = settings().memory;
    return OK;
}
int cuDeviceGetAttribute(int *value, int attribute, int) {
    ENTER("cuDeviceGetAttribute");
    static const std::map<int, int> known = {
        {1, 1024}, {2, 1024}, {3, 1024}, {4, 64}, {5, 2147483647}, {6, 65535}, {7, 65535}, {8, 49152}, {9, 65536},
        {10, 32}, {11, 2147483647}, {12, 65536}, {13, 1000000}, {14, 512}, {15, 1}, {16, 4}, {19, 1}, {31, 1},
        {36, 1000000}, {37, 512}, {38, 1 << 20}, {39, 2048}, {40, 2}, {41, 1}, {81, 65536}, {97, 49152}};
    auto found = known.find(attribute);
    *value = found == known.end() ? 0 : found->second;
    if (attribute == 75) *value = int(settings().capability);
    if (attribute == 76) *value = int(std::lround(settings().capability * 10)) % 10;
    return OK;
}
int cuDeviceComputeCapability(int *major, int *minor, int device) {
    int code = cuDeviceGetAttribute(major, 75, device);
    return code ? code : cuDeviceGetAttribute(minor, 76, device);
}
int cuDevicePrimaryCtxRetain(void **context, int) {
    ENTER("cuDevicePrimaryCtxRetain");
    retained++;
    *context = &contextObject;
    return OK;
}
int cuDevicePrimaryCtxRelease_v2(int) {
    ENTER("cuDevicePrimaryCtxRelease");
    return retained-- > 0 ? OK : INVALID_CONTEXT;
}
int cuDevicePrimaryCtxSetFlags_v2(int, unsigned) {
    ENTER("cuDevicePrimaryCtxSetFlags");
    return OK;
}
int cuCtxCreate_v2(void **context, unsigned, int device) {
    int code = cuDevicePrimaryCtxRetain(context, device);
    current = code ? current : *context;
    return code;
}
int cuCtxDestroy_v2(void *) {
    current = nullptr;
    return cuDevicePrimaryCtxRelease_v2(0);
}
int cuCtxSetCurrent(void *context) {
    ENTER("cuCtxSetCurrent");
    current = context;
    return OK;
}
int cuCtxGetCurrent(void **context) {
    ENTER("cuCtxGetCurrent");
    *context = current;
    return OK;
}
int cuCtxPushCurrent_v2(void *context) { return cuCtxSetCurrent(context); }
int cuCtxPopCurrent_v2(void **context) {
    ENTER_CONTEXT("cuCtxPopCurrent");
    if (context) *context = current;
    current = nullptr;
    return OK;
}
int cuCtxGetDevice(int *device) {
    ENTER_CONTEXT("cuCtxGetDevice");
    *device = 0;
    return OK;
}
int cuCtxSynchronize(void) {
    ENTER_CONTEXT("cuCtxSynchronize");
    awaitAll();
    return broken;
}

int cuMemGetInfo_v2(size_t *free, size_t *total) {
    ENTER_CONTEXT("cuMemGetInfo");
    *total = settings().memory;
    *free = settings().memory - inUse();
    return OK;
}
int cuMemAlloc_v2(Address *start, size_t bytes) {
    ENTER_CONTEXT("cuMemAlloc");
    if (bytes == 0) return INVALID_VALUE;
    *start = Address(uintptr_t(allocate(bytes, settings().memory, false)));
    return *start ? OK : OUT_OF_MEMORY;
}
static int freeBlock(void *start) {
    awaitAll();
    Freed how = release(start);
    if (how == Freed::OVERWRITTEN) fault(MEMORY_DAMAGED, "something was written beside an allocation");
    return how == Freed::UNKNOWN ? INVALID_VALUE : sticky();
}
int cuMemFree_v2(Address start) {
    ENTER_CONTEXT("cuMemFree");
    return start == 0 ? OK : freeBlock(reinterpret_cast<void *>(start));
}
int cuMemHostAlloc(void **start, size_t bytes, unsigned) {
    ENTER_CONTEXT("cuMemHostAlloc");
    *start = allocate(bytes, 0, true);
    return *start ? OK : OUT_OF_MEMORY;
}
int cuMemAllocHost_v2(void **start, size_t bytes) { return cuMemHostAlloc(start, bytes, 0); }
int cuMemFreeHost(void *start) {
    ENTER_CONTEXT("cuMemFreeHost");
    return freeBlock(start);
}
int cuMemHostGetDevicePointer_v2(Address *device, void *host, unsigned) {
    ENTER_CONTEXT("cuMemHostGetDevicePointer");
    *device = Address(uintptr_t(host));
    return isPinned(host, 1) ? OK : INVALID_VALUE;
}

// A copy of rows. Memory that is not pinned is read or written before the call returns, as the driver promises.
static int copy(Stream *stream, char *to, size_t toPitch, const char *from, size_t fromPitch, size_t width, size_t height,
                bool toDevice, bool fromDevice, bool wait) {
    if (width == 0 || height == 0) return OK;
    size_t toBytes = toPitch * (height - 1) + width, fromBytes = fromPitch * (height - 1) + width;
    if (!isOpen(stream)) return INVALID_HANDLE;
    if (height > 1 && (toPitch < width || fromPitch < width)) return INVALID_VALUE;
    if (toDevice != holds(to, toBytes) || fromDevice != holds(from, fromBytes)) return INVALID_VALUE;
    bool pinned = (toDevice || isPinned(to, toBytes)) && (fromDevice || isPinned(from, fromBytes));
    if ((!toDevice && !isPinned(to, toBytes) && isKnown(to)) || (!fromDevice && !isPinned(from, fromBytes) && isKnown(from)))
        return INVALID_VALUE; // leaves a pinned allocation
    Token done = submit(stream, [=] {
        for (size_t row = 0; row < height; row++) memmove(to + row * toPitch, from + row * fromPitch, width);
    }, {});
    if (wait || !pinned) await(done);
    return broken;
}
static char *at(Address address) { return reinterpret_cast<char *>(address); }

int cuMemcpyHtoD_v2(Address to, const void *from, size_t bytes) {
    ENTER_CONTEXT("cuMemcpyHtoD");
    return copy(nullptr, at(to), bytes, static_cast<const char *>(from), bytes, bytes, 1, true, false, true);
}
int cuMemcpyDtoH_v2(void *to, Address from, size_t bytes) {
    ENTER_CONTEXT("cuMemcpyDtoH");
    return copy(nullptr, static_cast<char *>(to), bytes, at(from), bytes, bytes, 1, false, true, true);
}
int cuMemcpyDtoD_v2(Address to, Address from, size_t bytes) {
    ENTER_CONTEXT("cuMemcpyDtoD");
    return copy(nullptr, at(to), bytes, at(from), bytes, bytes, 1, true, true, false);
}
int cuMemcpyHtoDAsync_v2(Address to, const void *from, size_t bytes, Stream *stream) {
    ENTER_CONTEXT("cuMemcpyHtoDAsync");
    return copy(stream, at(to), bytes, static_cast<const char *>(from), bytes, bytes, 1, true, false, false);
}
int cuMemcpyDtoHAsync_v2(void *to, Address from, size_t bytes, Stream *stream) {
    ENTER_CONTEXT("cuMemcpyDtoHAsync");
    return copy(stream, static_cast<char *>(to), bytes, at(from), bytes, bytes, 1, false, true, false);
}
int cuMemcpyDtoDAsync_v2(Address to, Address from, size_t bytes, Stream *stream) {
    ENTER_CONTEXT("cuMemcpyDtoDAsync");
    return copy(stream, at(to), bytes, at(from), bytes, bytes, 1, true, true, false);
}

struct Copy2D {
    size_t srcX, srcY;
    int srcType;
    const char *srcHost;
    Address srcDevice;
    void *srcArray;
    size_t srcPitch, dstX, dstY;
    int dstType;
    char *dstHost;
    Address dstDevice;
    void *dstArray;
    size_t dstPitch, width, height;
};
static int copy2D(const Copy2D *c, Stream *stream, bool wait) {
    enum { HOST = 1, DEVICE = 2 };
    if (c->srcType != HOST && c->srcType != DEVICE) return INVALID_VALUE;
    if (c->dstType != HOST && c->dstType != DEVICE) return INVALID_VALUE;
    size_t fromPitch = c->srcPitch ? c->srcPitch : c->width, toPitch = c->dstPitch ? c->dstPitch : c->width;
    const char *from = c->srcType == HOST ? c->srcHost : at(c->srcDevice);
    char *to = c->dstType == HOST ? c->dstHost : at(c->dstDevice);
    return copy(stream, to + c->dstY * toPitch + c->dstX, toPitch, from + c->srcY * fromPitch + c->srcX, fromPitch,
                c->width, c->height, c->dstType == DEVICE, c->srcType == DEVICE, wait);
}
int cuMemcpy2D_v2(const Copy2D *c) {
    ENTER_CONTEXT("cuMemcpy2D");
    return copy2D(c, nullptr, true);
}
int cuMemcpy2DUnaligned_v2(const Copy2D *c) { return cuMemcpy2D_v2(c); }
int cuMemcpy2DAsync_v2(const Copy2D *c, Stream *stream) {
    ENTER_CONTEXT("cuMemcpy2DAsync");
    return copy2D(c, stream, false);
}

extern "C++" {
template <typename T> static int fill(Stream *stream, Address to, size_t pitch, T value, size_t width, size_t height) {
    if (width == 0 || height == 0) return OK;
    if (!isOpen(stream)) return INVALID_HANDLE;
    if (!holds(at(to), pitch * (height - 1) + width * sizeof(T))) return INVALID_VALUE;
    enqueue(stream, [=] {
        for (size_t row = 0; row < height; row++)
            for (size_t i = 0; i < width; i++) reinterpret_cast<T *>(at(to) + row * pitch)[i] = value;
    });
    return OK;
}
}
int cuMemsetD8_v2(Address to, unsigned char value, size_t n) {
    ENTER_CONTEXT("cuMemsetD8");
    return fill(nullptr, to, n, value, n, 1);
}
int cuMemsetD32_v2(Address to, unsigned value, size_t n) {
    ENTER_CONTEXT("cuMemsetD32");
    return fill(nullptr, to, 4 * n, value, n, 1);
}
int cuMemsetD8Async(Address to, unsigned char value, size_t n, Stream *stream) {
    ENTER_CONTEXT("cuMemsetD8Async");
    return fill(stream, to, n, value, n, 1);
}
int cuMemsetD32Async(Address to, unsigned value, size_t n, Stream *stream) {
    ENTER_CONTEXT("cuMemsetD32Async");
    return fill(stream, to, 4 * n, value, n, 1);
}
int cuMemsetD2D8Async(Address to, size_t pitch, unsigned char value, size_t width, size_t height, Stream *stream) {
    ENTER_CONTEXT("cuMemsetD2D8Async");
    return fill(stream, to, pitch, value, width, height);
}
int cuMemsetD2D32Async(Address to, size_t pitch, unsigned value, size_t width, size_t height, Stream *stream) {
    ENTER_CONTEXT("cuMemsetD2D32Async");
    return fill(stream, to, pitch, value, width, height);
}

int cuStreamCreate(Stream **stream, unsigned flags) {
    ENTER_CONTEXT("cuStreamCreate");
    *stream = open((flags & 1) == 0, settings().delay, settings().jitter);
    return OK;
}
int cuStreamCreateWithPriority(Stream **stream, unsigned flags, int) { return cuStreamCreate(stream, flags); }
int cuStreamDestroy_v2(Stream *stream) {
    ENTER_CONTEXT("cuStreamDestroy");
    if (!stream || !isOpen(stream)) return INVALID_HANDLE;
    close(stream);
    return OK;
}
int cuStreamSynchronize(Stream *stream) {
    ENTER_CONTEXT("cuStreamSynchronize");
    if (!isOpen(stream)) return INVALID_HANDLE;
    await(last(stream));
    return broken;
}
int cuStreamQuery(Stream *stream) {
    ENTER_CONTEXT("cuStreamQuery");
    if (!isOpen(stream)) return INVALID_HANDLE;
    return isDone(last(stream)) ? OK : NOT_READY;
}
int cuStreamWaitEvent(Stream *stream, Event *event, unsigned) {
    ENTER_CONTEXT("cuStreamWaitEvent");
    if (!isOpen(stream) || !event) return INVALID_HANDLE;
    if (event->token) submit(stream, [] {}, {event->token});
    return OK;
}
int cuEventCreate(Event **event, unsigned) {
    ENTER_CONTEXT("cuEventCreate");
    *event = new Event;
    return OK;
}
int cuEventDestroy_v2(Event *event) {
    ENTER_CONTEXT("cuEventDestroy");
    delete event;
    return OK;
}
int cuEventRecord(Event *event, Stream *stream) {
    ENTER_CONTEXT("cuEventRecord");
    if (!isOpen(stream) || !event) return INVALID_HANDLE;
    event->token = submit(stream, [] {}, {});
    return OK;
}
int cuEventSynchronize(Event *event) {
    ENTER_CONTEXT("cuEventSynchronize");
    if (event->token) await(event->token);
    return broken;
}
int cuEventQuery(Event *event) {
    ENTER_CONTEXT("cuEventQuery");
    return !event->token || isDone(event->token) ? OK : NOT_READY;
}
int cuEventElapsedTime(float *milliseconds, Event *start, Event *end) {
    ENTER_CONTEXT("cuEventElapsedTime");
    if (!start->token || !end->token) return INVALID_HANDLE;
    if (!isDone(start->token) || !isDone(end->token)) return NOT_READY;
    *milliseconds = float((end->token->time - start->token->time) * 1e3);
    return OK;
}

int cuModuleLoadData(Module **module, const void *image) {
    ENTER_CONTEXT("cuModuleLoadData");
    *module = new Module;
    return readModule(static_cast<const char *>(image), settings().capability, settings().ptx, **module);
}
int cuModuleLoadDataEx(Module **module, const void *image, unsigned, int *, void **) {
    return cuModuleLoadData(module, image);
}
int cuModuleUnload(Module *module) {
    ENTER_CONTEXT("cuModuleUnload");
    delete module;
    return OK;
}
int cuModuleGetFunction(Function **function, Module *module, const char *name) {
    ENTER_CONTEXT("cuModuleGetFunction");
    *function = findKernel(*module, name, settings().folder);
    return *function ? OK : NOT_FOUND;
}
int cuFuncGetAttribute(int *value, int, Function *) {
    ENTER_CONTEXT("cuFuncGetAttribute");
    *value = 0;
    return OK;
}
int cuFuncSetAttribute(Function *, int, int) {
    ENTER_CONTEXT("cuFuncSetAttribute");
    return OK;
}
int cuFuncSetCacheConfig(Function *, int) {
    ENTER_CONTEXT("cuFuncSetCacheConfig");
    return OK;
}
int cuLaunchKernel(Function *function, unsigned gx, unsigned gy, unsigned gz, unsigned bx, unsigned by, unsigned bz,
                   unsigned shared, Stream *stream, void **values, void **) {
    ENTER_CONTEXT("cuLaunchKernel");
    if (!function || !isOpen(stream)) return INVALID_HANDLE;
    if (!gx || !gy || !gz || !bx || !by || !bz || gx > 2147483647u || gy > 65535 || gz > 65535 || bx > 1024 || by > 1024 || bz > 64)
        return INVALID_VALUE;
    if (size_t(bx) * by * bz > 1024 || shared > 0) return shared > 0 ? INVALID_VALUE : LAUNCH_OUT_OF_RESOURCES;
    const softdev_kernel *kernel = function->kernel;
    for (int i = 0; i < kernel->parameters; i++) {
        void *pointer = kernel->pointers[i] ? *static_cast<void **>(values[i]) : nullptr;
        if (pointer && !isKnown(pointer)) {
            char text[160];
            snprintf(text, sizeof text, "parameter %d of %s is no address of the device", i + 1, kernel->name);
            fault(700, text);
            return broken;
        }
    }
    std::function<void()> thread = kernel->bind(values);
    enqueue(stream, [=] { runKernel(kernel, thread, {gx, gy, gz}, {bx, by, bz}); });
    return OK;
}

int cuGetErrorName(int code, const char **name) {
    static thread_local char text[32];
    snprintf(text, sizeof text, "CUDA_ERROR_%d", code);
    *name = code ? text : "CUDA_SUCCESS";
    return OK;
}
int cuGetErrorString(int code, const char **text) { return cuGetErrorName(code, text); }
}
