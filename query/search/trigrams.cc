// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/trigrams.h"

#include <algorithm>

#include "indexer/base/tokenise.h"

namespace recovery {

namespace {

constexpr std::uint32_t three_bytes = 0xFFFFFF;
constexpr std::uint32_t two_blanks = 0x2020;
// 2^32 over the golden ratio: D. Knuth, The Art of Computer Programming, vol. 3, 6.4.
constexpr std::uint32_t golden_ratio = 2654435769U;
constexpr unsigned index_shift = 21;  // 32 less the bits of an index

// The distinct trigrams of a word.
struct WordTrigrams {
    explicit WordTrigrams(std::string_view word) {
        std::uint32_t last = two_blanks;
        for (const char c : word.substr(0, max_word_bytes)) {
            add(last, c);
        }
        add(last, ' ');
    }

    [[nodiscard]] bool contains(std::uint32_t trigram) const {
        const auto end = all.begin() + static_cast<std::ptrdiff_t>(size);
        return std::find(all.begin(), end, trigram) != end;
    }

    void add(std::uint32_t& last, char c) {
        last = (last << 8U | static_cast<unsigned char>(c)) & three_bytes;
        if (!contains(last)) {
            all[size++] = last;
        }
    }

    std::array<std::uint32_t, max_word_bytes + 1> all{};
    std::size_t size = 0;
};

}  // namespace

void TrigramSet::clear() noexcept {
    if (++round_ == 0) {
        table_.fill({});
        round_ = 1;
    }
}

std::size_t TrigramSet::find(std::uint32_t trigram) const noexcept {
    std::size_t at = (trigram * golden_ratio) >> index_shift;
    while (table_[at].round == round_ && table_[at].trigram != trigram) {
        at = (at + 1) % slots;
    }
    return at;
}

bool TrigramSet::insert(std::uint32_t trigram) noexcept {
    Slot& slot = table_[find(trigram)];
    if (slot.round == round_) {
        return false;
    }
    slot = {trigram, round_};
    return true;
}

bool TrigramSet::contains(std::uint32_t trigram) const noexcept {
    return table_[find(trigram)].round == round_;
}

Trigrams::Trigrams(std::string_view text) {
    collect(text, {}, trigrams_);
    for (const std::uint32_t trigram : trigrams_) {
        size_ += own_.insert(trigram) ? 1U : 0U;
    }
}

void Trigrams::collect(std::string_view first,
                       std::string_view second,
                       std::vector<std::uint32_t>& trigrams) {
    trigrams.clear();
    std::uint32_t last = two_blanks;
    const auto add = [&](std::string_view text) {
        for (const char c : text) {
            if (trigrams.size() == max_trigram_bytes) {
                return;
            }
            last = (last << 8U | static_cast<unsigned char>(c)) & three_bytes;
            trigrams.push_back(last);
        }
    };
    add(first);
    if (!first.empty() && !second.empty()) {
        add(" ");
    }
    add(second);
    if (!trigrams.empty()) {
        add(" ");
    }
}

double Trigrams::dice(std::string_view first, std::string_view second) {
    collect(first, second, trigrams_);
    other_.clear();
    std::size_t distinct = 0;
    std::size_t common = 0;
    for (const std::uint32_t trigram : trigrams_) {
        if (other_.insert(trigram)) {
            ++distinct;
            common += own_.contains(trigram) ? 1U : 0U;
        }
    }
    return common == 0 ? 0
                       : 2.0 * static_cast<double>(common) /
                             static_cast<double>(size_ + distinct);
}

double word_dice(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) {
        return 0;
    }
    const WordTrigrams first(a);
    const WordTrigrams second(b);
    std::size_t common = 0;
    for (std::size_t i = 0; i < first.size; ++i) {
        common += second.contains(first.all[i]) ? 1U : 0U;
    }
    return 2.0 * static_cast<double>(common) /
           static_cast<double>(first.size + second.size);
}

}  // namespace recovery
