#pragma once
#include "softdev.h"
#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace softdev {

// Whether an operation has run, and when.
struct State {
    bool done = false;
    double time = 0;
};
using Token = std::shared_ptr<State>;

struct Operation {
    std::function<void()> run;
    std::vector<Token> after;
    Token token;
};

struct Stream {
    std::deque<Operation> queue;
    Token last;
    bool blocking = true, closing = false;
    std::thread worker;
};

Stream *open(bool blocking, int delay, int jitter);
bool isOpen(Stream *stream);
void close(Stream *stream);
Token submit(Stream *stream, std::function<void()> work, std::vector<Token> after);
void await(const Token &token);
bool isDone(const Token &token);
Token last(Stream *stream);
void awaitAll();
long operationsRun();

} // namespace softdev
