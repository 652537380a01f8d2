// Streams of the software device: every stream is a thread that takes its operations in order. Nothing runs before its
// turn and nothing is waited for that nobody waits for, so that a synchronization that is missing shows in the results.
#include "streams.h"
#include <chrono>
#include <random>

namespace softdev {

// Never destroyed: threads may still wait when the process ends.
static std::mutex &lock = *new std::mutex;
static std::condition_variable &changed = *new std::condition_variable;
static std::set<Stream *> &streams = *new std::set<Stream *>;
static Token &legacyLast = *new Token;
static std::atomic<long> operations{0};

static double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

static void serve(Stream *stream, int delay, int jitter) {
    std::mt19937 random(12345u + unsigned(operations.load()));
    std::unique_lock<std::mutex> hold(lock);
    for (;;) {
        changed.wait(hold, [&] { return stream->closing || !stream->queue.empty(); });
        if (stream->queue.empty()) return;
        Operation next = std::move(stream->queue.front());
        stream->queue.pop_front();
        for (const Token &token : next.after) changed.wait(hold, [&] { return token->done; });
        hold.unlock();
        int pause = delay + (jitter > 0 ? int(random() % unsigned(jitter + 1)) : 0);
        if (pause > 0) std::this_thread::sleep_for(std::chrono::microseconds(pause));
        if (!sticky()) next.run();
        operations++;
        hold.lock();
        next.token->time = seconds();
        next.token->done = true;
        changed.notify_all();
    }
}

Stream *open(bool blocking, int delay, int jitter) {
    std::lock_guard<std::mutex> hold(lock);
    Stream *stream = new Stream;
    stream->blocking = blocking;
    stream->last = std::make_shared<State>();
    stream->last->done = true;
    stream->worker = std::thread(serve, stream, delay, jitter);
    streams.insert(stream);
    return stream;
}

bool isOpen(Stream *stream) {
    std::lock_guard<std::mutex> hold(lock);
    return stream == nullptr || streams.count(stream) > 0;
}

void close(Stream *stream) {
    {
        std::lock_guard<std::mutex> hold(lock);
        streams.erase(stream);
        stream->closing = true;
        changed.notify_all();
    }
    stream->worker.join();
    delete stream;
}

static Stream *legacy() {
    static Stream *stream = open(false, 0, 0);
    return stream;
}

Token submit(Stream *stream, std::function<void()> work, std::vector<Token> after) {
    Stream *target = stream ? stream : legacy();
    std::lock_guard<std::mutex> hold(lock);
    if (!stream) {
        // The legacy stream waits for all blocking streams, and they for it.
        for (Stream *other : streams)
            if (other->blocking) after.push_back(other->last);
    } else if (stream->blocking && legacyLast) {
        after.push_back(legacyLast);
    }
    Token token = std::make_shared<State>();
    target->last = token;
    if (!stream) legacyLast = token;
    target->queue.push_back({std::move(work), std::move(after), token});
    changed.notify_all();
    return token;
}

void enqueue(Stream *stream, std::function<void()> work) { submit(stream, std::move(work), {}); }

void await(const Token &token) {
    std::unique_lock<std::mutex> hold(lock);
    changed.wait(hold, [&] { return token->done; });
}

bool isDone(const Token &token) {
    std::lock_guard<std::mutex> hold(lock);
    return token->done;
}

Token last(Stream *stream) {
    Stream *target = stream ? stream : legacy();
    std::lock_guard<std::mutex> hold(lock);
    return target->last;
}

void awaitAll() {
    std::vector<Token> tokens;
    {
        std::lock_guard<std::mutex> hold(lock);
        for (Stream *stream : streams) tokens.push_back(stream->last);
        if (legacyLast) tokens.push_back(legacyLast);
    }
    for (const Token &token : tokens) await(token);
}

long operationsRun() { return operations; }

} // namespace softdev
