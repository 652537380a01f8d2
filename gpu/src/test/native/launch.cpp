// Kernels of the software device: the PTX says which there are, a library compiled from the same .cu runs them.
#include "launch.h"
#include <csetjmp>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <dlfcn.h>
#include <memory>
#include <regex>
#include <ucontext.h>

namespace softdev {

static const int INVALID_IMAGE = 200, NO_BINARY_FOR_DEVICE = 209, UNSUPPORTED_PTX = 222, ILLEGAL_ADDRESS = 700;

static int bytesOf(const std::string &type, const std::string &count) {
    int bits = std::stoi(type.substr(1));
    return count.empty() ? bits / 8 : bits / 8 * std::stoi(count);
}

int readModule(const char *ptx, double capability, double newestPtx, Module &module) {
    std::string text(ptx);
    std::smatch found;
    if (!std::regex_search(text, found, std::regex("(?:^|\n)\\.version\\s+([0-9.]+)"))) return INVALID_IMAGE;
    if (std::stod(found[1]) > newestPtx) return UNSUPPORTED_PTX;
    if (!std::regex_search(text, found, std::regex("\n\\.target\\s+sm_([0-9]+)"))) return INVALID_IMAGE;
    if (std::stoi(found[1]) > int(capability * 10 + 0.5)) return NO_BINARY_FOR_DEVICE;
    std::regex parameter("\\.param\\s+(?:\\.align\\s+[0-9]+\\s+)?\\.([a-z][0-9]+)[^,\\[]*(?:\\[([0-9]+)\\])?");
    size_t at = 0;
    while ((at = text.find(".entry ", at)) != std::string::npos) {
        size_t open = text.find('(', at), close = text.find(')', at);
        std::string name = text.substr(at + 7, open - at - 7);
        std::string list = text.substr(open, close - open);
        std::vector<int> &sizes = module.kernels[name];
        for (std::sregex_iterator i(list.begin(), list.end(), parameter), end; i != end; ++i)
            sizes.push_back(bytesOf((*i)[1], (*i)[2]));
        at = close;
    }
    return 0;
}

static void *hostKernels(const std::string &folder) {
    static void *library = dlopen((folder + "/kernels.so").c_str(), RTLD_NOW);
    if (!library) fprintf(stderr, "software device: %s\n", dlerror());
    return library;
}

Function *findKernel(const Module &module, const std::string &name, const std::string &folder) {
    auto entry = module.kernels.find(name);
    void *library = hostKernels(folder);
    if (entry == module.kernels.end() || !library) return nullptr;
    auto *table = static_cast<const softdev_kernel *>(dlsym(library, "softdev_kernels"));
    for (; table && table->name; table++) {
        if (name != table->name) continue;
        std::vector<int> sizes(table->sizes, table->sizes + table->parameters);
        if (sizes != entry->second) {
            fprintf(stderr, "software device: the parameters of %s differ between the .ptx and the .cu\n", name.c_str());
            return nullptr;
        }
        return new Function{table, sizes.size()};
    }
    return nullptr;
}

static thread_local sigjmp_buf *escape = nullptr;
static thread_local void *wrongAddress = nullptr;
static struct sigaction before[2];

static void onWrongAddress(int signal, siginfo_t *info, void *context) {
    if (escape) {
        wrongAddress = info->si_addr;
        siglongjmp(*escape, 1);
    }
    struct sigaction &old = before[signal == SIGBUS];
    if (old.sa_flags & SA_SIGINFO) old.sa_sigaction(signal, info, context);
    else if (old.sa_handler != SIG_DFL && old.sa_handler != SIG_IGN) old.sa_handler(signal);
    else ::signal(signal, SIG_DFL);
}

void guardKernels() {
    struct sigaction ours;
    memset(&ours, 0, sizeof ours);
    ours.sa_sigaction = onWrongAddress;
    ours.sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK;
    sigaction(SIGSEGV, &ours, &before[0]);
    sigaction(SIGBUS, &ours, &before[1]);
}

// The threads of one block as coroutines: each runs to its next barrier, then the next one's turn comes.
struct Fibers {
    static const size_t STACK = 64 * 1024;
    std::vector<ucontext_t> contexts;
    std::vector<char> finished;
    std::unique_ptr<char[]> stacks;
    ucontext_t home;
    size_t current = 0;
    softdev_place *place = nullptr;
    const std::function<void()> *thread = nullptr;
};
static thread_local Fibers *fibers = nullptr;

static void fiberBarrier() {
    Fibers *all = fibers;
    swapcontext(&all->contexts[all->current], &all->home);
}

static void fiberMain() {
    (*fibers->thread)();
    fibers->finished[fibers->current] = 1;
    swapcontext(&fibers->contexts[fibers->current], &fibers->home);
}

static void setThread(softdev_place *place, size_t index) {
    const softdev_dim3 &d = place->threads;
    place->thread = {unsigned(index % d.x), unsigned(index / d.x % d.y), unsigned(index / d.x / d.y)};
}

static void runWithBarriers(softdev_place *place, const std::function<void()> &thread, size_t count) {
    Fibers all;
    all.contexts.resize(count);
    all.finished.assign(count, 0);
    all.stacks.reset(new char[count * Fibers::STACK]);
    all.place = place;
    all.thread = &thread;
    fibers = &all;
    for (size_t i = 0; i < count; i++) {
        getcontext(&all.contexts[i]);
        all.contexts[i].uc_stack.ss_sp = all.stacks.get() + i * Fibers::STACK;
        all.contexts[i].uc_stack.ss_size = Fibers::STACK;
        all.contexts[i].uc_link = &all.home;
        makecontext(&all.contexts[i], fiberMain, 0);
    }
    for (size_t left = count; left > 0;) {
        left = 0;
        for (size_t i = 0; i < count; i++) {
            if (all.finished[i]) continue;
            all.current = i;
            setThread(place, i);
            swapcontext(&all.home, &all.contexts[i]);
            left += !all.finished[i];
        }
    }
    fibers = nullptr;
}

static void noBarrier() {}

void runKernel(
    const softdev_kernel *kernel, const std::function<void()> &thread, softdev_dim3 blocks, softdev_dim3 threads) {
    auto placeOf = reinterpret_cast<softdev_place *(*)()>(dlsym(hostKernels(""), "softdev_place_of_thread"));
    softdev_place *place = placeOf();
    *place = {{0, 0, 0}, {0, 0, 0}, threads, blocks, kernel->barriers ? fiberBarrier : noBarrier};
    sigjmp_buf out;
    escape = &out;
    if (sigsetjmp(out, 1)) {
        escape = nullptr;
        fibers = nullptr;
        char text[200];
        snprintf(text, sizeof text, "%s touched %p in block (%u,%u,%u), thread (%u,%u,%u)", kernel->name, wrongAddress,
                 place->block.x, place->block.y, place->block.z, place->thread.x, place->thread.y, place->thread.z);
        fault(ILLEGAL_ADDRESS, text);
        return;
    }
    size_t count = size_t(blocks.x) * blocks.y * blocks.z, inBlock = size_t(threads.x) * threads.y * threads.z;
    for (size_t b = 0; b < count; b++) {
        size_t index = count - 1 - b; // an order that nobody expects
        place->block = {unsigned(index % blocks.x), unsigned(index / blocks.x % blocks.y),
                        unsigned(index / blocks.x / blocks.y)};
        if (kernel->barriers) {
            runWithBarriers(place, thread, inBlock);
            continue;
        }
        for (size_t t = 0; t < inBlock; t++) {
            setThread(place, t);
            thread();
        }
    }
    escape = nullptr;
}

} // namespace softdev
