// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/trigrams.h"

#include <algorithm>

namespace recovery {

namespace {

constexpr std::uint32_t three_bytes = 0xFFFFFF;
constexpr std::uint32_t two_blanks = 0x2020;

}  // namespace

void Trigrams::assign(std::string_view words) {
    assign(words, {});
}

void Trigrams::assign(std::string_view first, std::string_view second) {
    grams_.clear();
    last_ = two_blanks;
    add(first);
    if (!first.empty() && !second.empty()) {
        add(" ");
    }
    add(second);
    if (!grams_.empty()) {
        add(" ");
    }
    finish();
}

void Trigrams::add(std::string_view text) {
    for (const char c : text) {
        last_ = (last_ << 8U | static_cast<unsigned char>(c)) & three_bytes;
        grams_.push_back(last_);
    }
}

void Trigrams::finish() {
    std::sort(grams_.begin(), grams_.end());
    grams_.erase(std::unique(grams_.begin(), grams_.end()), grams_.end());
}

double Trigrams::dice(const Trigrams& other) const noexcept {
    if (empty() || other.empty()) {
        return 0;
    }
    std::size_t common = 0;
    auto mine = grams_.begin();
    auto theirs = other.grams_.begin();
    while (mine != grams_.end() && theirs != other.grams_.end()) {
        if (*mine < *theirs) {
            ++mine;
        } else if (*theirs < *mine) {
            ++theirs;
        } else {
            ++common;
            ++mine;
            ++theirs;
        }
    }
    return 2.0 * static_cast<double>(common) /
           static_cast<double>(grams_.size() + other.grams_.size());
}

}  // namespace recovery
