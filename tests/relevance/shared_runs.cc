// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/relevance/shared_runs.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/base/normalise.h"
#include "indexer/base/tokenise.h"

namespace recovery {
namespace {

std::string join(Words::const_iterator begin, Words::const_iterator end) {
    std::string text;
    for (; begin != end; ++begin) {
        text += (text.empty() ? "" : " ") + *begin;
    }
    return text;
}

std::vector<std::string> runs_of(const Words& words, std::size_t length) {
    std::vector<std::string> runs;
    for (std::size_t at = 0; at + length <= words.size(); ++at) {
        const auto begin = words.begin() + static_cast<std::ptrdiff_t>(at);
        runs.push_back(join(begin, begin + static_cast<std::ptrdiff_t>(length)));
    }
    return runs;
}

std::unordered_set<std::string> distinct_runs(const Words& words, std::size_t length) {
    const std::vector<std::string> runs = runs_of(words, length);
    return {runs.begin(), runs.end()};
}

}  // namespace

Words words_of(std::string_view text) {
    const std::string normalised = normalise(text).text;
    Words words;
    for (const Token& token : tokenise(normalised)) {
        words.emplace_back(token.in(normalised));
    }
    return words;
}

std::vector<Overlap> overlaps(const std::vector<Words>& texts,
                              std::size_t length,
                              double most) {
    std::unordered_map<std::string, std::vector<std::size_t>> texts_with;
    std::vector<std::size_t> sizes;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> shared;
    for (std::size_t text = 0; text < texts.size(); ++text) {
        const auto runs = distinct_runs(texts[text], length);
        sizes.push_back(runs.size());
        for (const std::string& run : runs) {
            std::vector<std::size_t>& others = texts_with[run];
            for (const std::size_t other : others) {
                ++shared[{other, text}];
            }
            others.push_back(text);
        }
    }
    std::vector<Overlap> found;
    for (const auto& [pair, count] : shared) {
        const std::size_t smaller = std::min(sizes[pair.first], sizes[pair.second]);
        const double share = static_cast<double>(count) / static_cast<double>(smaller);
        if (share > most) {
            found.push_back({pair.first, pair.second, share});
        }
    }
    return found;
}

std::vector<std::string> shared_runs(const Words& first,
                                     const Words& second,
                                     std::size_t length) {
    const auto theirs = distinct_runs(second, length);
    const std::vector<std::string> runs = runs_of(first, length);
    std::vector<std::string> found;
    std::size_t begin = 0;
    std::size_t end = 0;  // of the stretch of words that is being joined; 0 = none
    const auto close = [&] {
        if (end != 0) {
            found.push_back(join(first.begin() + static_cast<std::ptrdiff_t>(begin),
                                 first.begin() + static_cast<std::ptrdiff_t>(end)));
        }
    };
    for (std::size_t at = 0; at < runs.size(); ++at) {
        if (!theirs.contains(runs[at])) {
            continue;
        }
        if (end == 0 || at > end) {
            close();
            begin = at;
        }
        end = at + length;
    }
    close();
    return found;
}

}  // namespace recovery
