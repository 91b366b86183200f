// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <xapian.h>

#include "query/search/results.h"

namespace recovery {

/// The names of the fields that can be counted: "type", "tag", "author".
inline constexpr std::array<std::string_view, 3> facet_fields{"type", "tag", "author"};

/// Counts the values of facet fields over the Documents of an answer, each Document once
/// however many of its sections match.
///
/// Give it to Enquire as a match spy, with a check-at-least of the whole collection: only
/// then it sees every match. Lives as long as the match runs; not thread-safe.
class FacetSpy : public Xapian::MatchSpy {
  public:
    explicit FacetSpy(std::vector<std::string> fields) : fields_(std::move(fields)) {}

    void operator()(const Xapian::Document& document, double weight) override;

    /// One Facet a field asked for, in that order. Values are counted as first written
    /// where they differ in case only.
    [[nodiscard]] std::vector<Facet> facets() const;

  private:
    void count(const std::string& field, const std::string& value);

    std::vector<std::string> fields_;
    std::unordered_set<std::string> seen_;
    std::map<std::string, std::map<std::string, std::pair<std::string, std::size_t>>>
        counts_;
};

}  // namespace recovery
