// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "query/http/api_request.h"
#include "query/question/question.h"
#include "query/search/results.h"
#include "query/search/snippet.h"

namespace recovery {

/// Gives the hits of one search the form the client asked for. Keeps references to both
/// arguments of its constructor.
class HitFormatter {
  public:
    HitFormatter(const ApiRequest& request, const Question& question);

    /// The hit of recovery-query(1) with `objectID`, less what was not asked for, and
    /// - `text` and `excerpt` (plain) when named,
    /// - `_rankingScore` when asked: above 0, below 1, comparable within one answer only,
    /// - `_formatted` when something is to be highlighted or cropped: raw text, never
    ///   escaped, with the client's tags around what matches. Cropped, `text` is the
    ///   excerpt.
    [[nodiscard]] nlohmann::ordered_json hit(const Hit& hit);

  private:
    [[nodiscard]] nlohmann::ordered_json formatted(const Hit& hit);
    [[nodiscard]] bool is_shown(std::string_view field) const;
    [[nodiscard]] std::string tagged(std::string_view field,
                                     const std::string& text,
                                     const std::vector<Span>& ranges) const;
    [[nodiscard]] std::string tagged_words(std::string_view field,
                                           const std::string& text);

    const ApiRequest& request_;
    const Question& question_;
    std::optional<Stemmer> stemmer_;  // only made when something is highlighted
    HighlightTerms terms_;
};

}  // namespace recovery
