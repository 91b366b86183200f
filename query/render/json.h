// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/question/crisis.h"
#include "query/search/results.h"

namespace recovery {

/// What an answer carries besides its results.
struct AnswerContext {
    std::string query;             ///< the question as it was typed
    std::uint64_t time_us = 0;     ///< how long the search took
    bool with_text = true;         ///< each hit's whole section text
    int indent = -1;               ///< blanks a level; -1 puts everything on one line
    std::optional<Crisis> help{};  ///< shown first: `crisis`, or `support` when no danger
};

/// The answer as JSON (the contract of recovery-query(1) and the HTTP API), a newline at
/// the end. Bytes that are not UTF-8 are replaced.
[[nodiscard]] std::string answer_json(const Results& results,
                                      const AnswerContext& context);

/// An answer that could not be given: no hits, and `error` with code, message and hint.
/// The help of `context` is in it all the same.
[[nodiscard]] std::string error_json(std::string_view code,
                                     std::string_view message,
                                     std::string_view hint,
                                     const AnswerContext& context);

/// A whole Document with all its sections.
[[nodiscard]] std::string document_json(const WholeDocument& document, int indent = -1);

/// An excerpt as HTML: escaped, its ranges in <mark>.
[[nodiscard]] std::string excerpt_html(const Excerpt& excerpt);

}  // namespace recovery
