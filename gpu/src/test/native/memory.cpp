// Memory of the software device. Every allocation stands between two pages that nobody may touch, so that a kernel that
// leaves it is stopped at the first wrong address; fresh memory is full of NaN, so that reading what nobody wrote shows.
#include "memory.h"
#include <cstdint>
#include <cstring>
#include <deque>
#include <map>
#include <mutex>
#include <sys/mman.h>

namespace softdev {

struct Block {
    size_t size, mapped;
    char *map;
    bool host;
};

static const size_t PAGE = 4096;
static const unsigned char CANARY = 0xA5;
static const size_t KEPT = 4096;
static std::mutex &lock = *new std::mutex;
static std::map<uintptr_t, Block> &blocks = *new std::map<uintptr_t, Block>;
static std::deque<Block> &graves = *new std::deque<Block>; // freed, not yet given back
static size_t used = 0;

static size_t up(size_t value, size_t unit) { return (value + unit - 1) / unit * unit; }

void *allocate(size_t bytes, size_t limit, bool host) {
    std::lock_guard<std::mutex> hold(lock);
    if (bytes == 0 || (!host && used + bytes > limit)) return nullptr;
    size_t body = up(bytes, PAGE), mapped = body + 2 * PAGE;
    char *map = static_cast<char *>(mmap(nullptr, mapped, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0));
    if (map == MAP_FAILED) return nullptr;
    mprotect(map + PAGE, body, PROT_READ | PROT_WRITE);
    char *start = map + PAGE + body - up(bytes, 8);
    memset(map + PAGE, CANARY, size_t(start - map) - PAGE);
    memset(start, 0xFF, bytes);
    memset(start + bytes, CANARY, up(bytes, 8) - bytes);
    blocks[uintptr_t(start)] = {bytes, mapped, map, host};
    if (!host) used += bytes;
    return start;
}

static bool intact(const char *from, const char *to) {
    for (const char *p = from; p < to; p++)
        if (static_cast<unsigned char>(*p) != CANARY) return false;
    return true;
}

Freed release(void *start) {
    std::lock_guard<std::mutex> hold(lock);
    auto found = blocks.find(uintptr_t(start));
    if (found == blocks.end()) return Freed::UNKNOWN;
    Block block = found->second;
    const char *begin = static_cast<char *>(start);
    bool clean = intact(block.map + PAGE, begin) && intact(begin + block.size, block.map + block.mapped - PAGE);
    if (!block.host) used -= block.size;
    blocks.erase(found);
    // The addresses stay reserved and untouchable for a while, so that a use after this is found too.
    madvise(block.map + PAGE, block.mapped - 2 * PAGE, MADV_DONTNEED);
    mprotect(block.map, block.mapped, PROT_NONE);
    graves.push_back(block);
    if (graves.size() > KEPT) {
        munmap(graves.front().map, graves.front().mapped);
        graves.pop_front();
    }
    return clean ? Freed::CLEAN : Freed::OVERWRITTEN;
}

static const Block *holding(const void *start, size_t bytes) {
    uintptr_t address = uintptr_t(start);
    auto after = blocks.upper_bound(address);
    if (after == blocks.begin()) return nullptr;
    auto found = std::prev(after);
    bool inside = address + bytes <= found->first + found->second.size && address + bytes >= address;
    return inside ? &found->second : nullptr;
}

bool holds(const void *start, size_t bytes) {
    std::lock_guard<std::mutex> hold(lock);
    const Block *block = holding(start, bytes);
    return block && !block->host;
}

bool isPinned(const void *start, size_t bytes) {
    std::lock_guard<std::mutex> hold(lock);
    const Block *block = holding(start, bytes);
    return block && block->host;
}

bool isKnown(const void *start) {
    std::lock_guard<std::mutex> hold(lock);
    return holding(start, 1) != nullptr;
}

size_t inUse() {
    std::lock_guard<std::mutex> hold(lock);
    return used;
}

long alive() {
    std::lock_guard<std::mutex> hold(lock);
    return long(blocks.size());
}

} // namespace softdev
