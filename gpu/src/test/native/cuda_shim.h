// Lets g++ compile a .cu file for the host: the words of CUDA C++ that our kernels use.
#pragma once
#include "softdev.h"
#include <cmath>
#include <cstdlib>
#include <utility>

#define __global__
#define __device__
#define __host__
#define __forceinline__ inline
#define __noinline__
#define __launch_bounds__(...)
#define __constant__ static const
#define __shared__ static thread_local

static thread_local softdev_place softdev_here;
#define threadIdx (softdev_here.thread)
#define blockIdx (softdev_here.block)
#define blockDim (softdev_here.threads)
#define gridDim (softdev_here.blocks)
static inline void __syncthreads() { softdev_here.barrier(); }

template <typename T> static inline T __ldg(const T *p) { return *p; }
static inline double __fma_rn(double a, double b, double c) { return std::fma(a, b, c); }
static inline float __fmaf_rn(float a, float b, float c) { return std::fma(a, b, c); }
static inline double __dadd_rn(double a, double b) { return a + b; }
static inline double __dmul_rn(double a, double b) { return a * b; }
static inline double __ddiv_rn(double a, double b) { return a / b; }
static inline double __dsqrt_rn(double a) { return std::sqrt(a); }
static inline float __fdiv_rn(float a, float b) { return a / b; }
static inline float __fsqrt_rn(float a) { return std::sqrt(a); }
static inline double rsqrt(double a) { return 1.0 / std::sqrt(a); }
static inline float rsqrtf(float a) { return 1.0f / std::sqrt(a); }
using std::max;
using std::min;

namespace softdev_shim {
template <typename... P> struct Kernel {
    static constexpr unsigned char sizes[] = {sizeof(P)..., 0};
    static constexpr unsigned char pointers[] = {std::is_pointer<P>::value..., 0};
    template <void (*function)(P...), size_t... I>
    static std::function<void()> bind(void **values, std::index_sequence<I...>) {
        return [copy = std::tuple<P...>(*static_cast<P *>(values[I])...)] { std::apply(function, copy); };
    }
    template <void (*function)(P...)> static std::function<void()> entry(void **values) {
        return bind<function>(values, std::index_sequence_for<P...>{});
    }
};
template <typename... P> Kernel<P...> describe(void (*)(P...));
} // namespace softdev_shim

#define SOFTDEV_KERNEL(name, barriers)                                                                                 \
    {#name,                                                                                                            \
     int(sizeof(decltype(softdev_shim::describe(&name))::sizes)) - 1,                                                  \
     decltype(softdev_shim::describe(&name))::sizes,                                                                   \
     decltype(softdev_shim::describe(&name))::pointers,                                                                \
     &decltype(softdev_shim::describe(&name))::template entry<&name>,                                                  \
     barriers}
