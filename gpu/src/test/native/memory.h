#pragma once
#include "softdev.h"

namespace softdev {

enum class Freed { CLEAN, OVERWRITTEN, UNKNOWN };

// Device memory, or pinned memory of the host; null when there is none left.
void *allocate(size_t bytes, size_t limit, bool host);
Freed release(void *start);
bool isPinned(const void *start, size_t bytes);
bool isKnown(const void *start);
size_t inUse();
long alive();

} // namespace softdev
