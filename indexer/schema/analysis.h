// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <xapian.h>

namespace recovery {

/// Stems of normalised words, by the Snowball stemmer of `schema_language`; remembered,
/// because a corpus repeats its words. Not thread-safe: give each thread its own.
///
/// Example: stem("addictive") is "addict".
class Stemmer {
  public:
    Stemmer();

    /// The returned reference is good until the next call.
    [[nodiscard]] const std::string& stem(std::string_view word);

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept {
            return std::hash<std::string_view>{}(text);
        }
    };
    Xapian::Stem stem_;
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> known_;
};

/// Whether a normalised word says nothing about the topic of a question: Snowball's
/// English stop words (in the normaliser's spelling, contractions closed up) and what
/// people wrap questions in
/// ("please", "tell me", "I need to know"). Stop words are indexed like others; the query
/// damps them.
[[nodiscard]] bool is_stop_word(std::string_view word);

}  // namespace recovery
