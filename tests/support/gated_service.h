// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <string>

#include "query/http/search_service.h"

namespace recovery {

/// Holds back what passes until it is opened.
class Gate {
  public:
    void open() {
        const std::lock_guard lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }

    void pass() {
        std::unique_lock lock(mutex_);
        ++waiting_;
        changed_.notify_all();
        changed_.wait(lock, [this] { return open_; });
        --waiting_;
    }

    /// Waits until so many stand before it.
    void await_waiting(int count) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return waiting_ >= count; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool open_ = false;
    int waiting_ = 0;
};

/// Finds nothing, at once. A question with the word "slow" waits at the gate, one with
/// "broken" throws what no service should.
class GatedService final : public SearchService {
  public:
    explicit GatedService(Gate& gate) : gate_(gate) {}

    Results search(const Question& question, const SearchOptions& options) override {
        for (const QuestionWord& word : question.words) {
            if (word.text == "slow") {
                gate_.pass();
            } else if (word.text == "broken") {
                throw std::logic_error("secretword in an exception");
            }
        }
        Results results;
        results.limit = options.limit;
        return results;
    }
    std::optional<WholeDocument> document(const std::string&) override {
        return std::nullopt;
    }
    std::optional<Crisis> recognise_crisis(std::string_view text) override {
        return recovery::recognise_crisis(text);
    }
    IndexState state() override {
        IndexState state;
        state.available = true;
        state.documents = 7;
        state.built_at = "2026-01-01T00:00:00Z";
        return state;
    }

  private:
    Gate& gate_;
};

}  // namespace recovery
