#!/usr/bin/env bash
# Builds the software device: libcuda.so.1, libcublas.so.12 and kernels.so, which behave like a small, careful GPU.
#
# usage: build.sh OUT CUDA_FOLDER DRIVER_NATIVE CUBLAS_NATIVE
#   OUT            folder that receives the libraries
#   CUDA_FOLDER    folder of the .cu files
#   ...NATIVE      JCuda's libraries; every name that they leave undefined is defined here
# needs: g++, nm. No CUDA.
set -euo pipefail
shopt -s nullglob
[ $# -eq 4 ] || { sed -n 2,8p "$0" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$1 cuda=$2 driver=$3 cublas=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
flags=(-std=c++17 -O2 -fPIC -pthread -Wall -Wextra -Werror -fno-strict-aliasing -I "$here")

# Names that a native wants and an object file does not define, as functions that answer with one number.
stubs() { # NATIVE PATTERN ANSWER OBJECT...
  local native=$1 pattern=$2 answer=$3
  shift 3
  nm --defined-only "$@" | sed -n 's/.* [TW] //p' | sort -u > "$work/defined"
  nm -D --undefined-only "$native" | sed -n "s/^ *U \($pattern[A-Za-z0-9_]*\).*/\1/p" | sort -u > "$work/wanted"
  comm -23 "$work/wanted" "$work/defined" | sed "s/.*/int &(void) { return $answer; }/"
}

pids=()
for part in driver launch memory streams; do
  g++ "${flags[@]}" -c -o "$work/$part.o" "$here/$part.cpp" & pids+=($!)
done
g++ "${flags[@]}" -O3 -march=native -c -o "$work/blas.o" "$here/blas.cpp" & pids+=($!)
{
  echo '#include "cuda_shim.h"'
  for file in "$cuda"/*.cu; do echo "#include \"$file\""; done
  echo 'extern "C" softdev_place *softdev_place_of_thread() { return &softdev_here; }'
  echo 'extern "C" const softdev_kernel softdev_kernels[] = {'
  for file in "$cuda"/*.cu; do
    barriers=false
    if grep -q __syncthreads "$file"; then barriers=true; fi
    tr '\n' ' ' < "$file" | grep -oE 'extern "C" __global__ void( __launch_bounds__\([^)]*\))? +[A-Za-z0-9_]+' |
      sed "s/.* \([A-Za-z0-9_]*\)$/    SOFTDEV_KERNEL(\1, $barriers),/"
  done
  echo '    {nullptr, 0, nullptr, nullptr, nullptr, false}};'
} > "$work/kernels.cpp"
g++ "${flags[@]}" -Wno-unused-function -Wno-unused-variable -shared -o "$out/kernels.so" "$work/kernels.cpp" & pids+=($!)
for pid in "${pids[@]}"; do wait "$pid"; done

stubs "$driver" cu 801 "$work"/{driver,launch,memory,streams}.o > "$work/driver_stubs.c"
gcc -fPIC -c -o "$work/driver_stubs.o" "$work/driver_stubs.c"
g++ -shared -pthread -Wl,-soname,libcuda.so.1 -o "$out/libcuda.so.1" "$work"/{driver,launch,memory,streams,driver_stubs}.o -ldl

stubs "$cublas" cublas 15 "$work/blas.o" > "$work/blas_stubs.c"
{ echo 'libcublas.so.12 { global: cublas*; local: *; };'; } > "$work/map"
gcc -fPIC -c -o "$work/blas_stubs.o" "$work/blas_stubs.c"
g++ -shared -Wl,-soname,libcublas.so.12 -Wl,--version-script="$work/map" -Wl,-rpath,'$ORIGIN' \
  -o "$out/libcublas.so.12" "$work"/{blas,blas_stubs}.o "$out/libcuda.so.1"

# The next cuBLAS, for the forwarder: the same under another name.
g++ -shared -Wl,-soname,libcublas.so.13 -Wl,-rpath,'$ORIGIN' \
  -o "$out/libcublas.so.13" "$work"/{blas,blas_stubs}.o "$out/libcuda.so.1"
