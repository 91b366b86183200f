// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "indexer/document/document.h"

namespace recovery {

/// The most a list may hold, so that aliases cannot blow it up.
inline constexpr std::size_t max_list_items = 200;
inline constexpr std::size_t max_list_bytes = std::size_t{64} * 1024;

/// One broken file must not fill the whole report.
inline constexpr std::size_t max_problems = 20;

/// Whether commas part the items of a list that is written as one text.
enum class ListText { comma_separated, one_item };

/// Typed access to the top level of a YAML block, with a Problem for each value that is
/// not what its reader expects.
///
/// Reads scalars and flat sequences of scalars only, whatever the YAML nests. Absent and
/// null values are empty and no problem. `yaml` must outlive the object.
class YamlFields {
  public:
    /// `yaml` begins on line `first_line` of its file. YAML that cannot be parsed, or is
    /// no mapping, is one problem and leaves no keys.
    YamlFields(std::string_view yaml, int first_line);

    [[nodiscard]] std::string text(const std::string& key);

    /// The value as "YYYY-MM-DD".
    [[nodiscard]] std::string date(const std::string& key);

    [[nodiscard]] std::vector<std::string> list(const std::string& key, ListText style);

    /// The value as true or false (also yes/no, on/off, 1/0); nothing when it is absent.
    [[nodiscard]] std::optional<bool> boolean(const std::string& key);

    /// Whether the value is a mapping that has `inner` set to true.
    [[nodiscard]] bool is_true_within(const std::string& key,
                                      const std::string& inner) const;

    [[nodiscard]] bool is_mapping(const std::string& key) const;

    /// Whether the value is a scalar that names a day.
    [[nodiscard]] bool is_date(const std::string& key) const;

    /// Where the value of `key` begins, as a Problem without a reason; {0, 0} if absent.
    [[nodiscard]] Problem place_of(const std::string& key) const;

    [[nodiscard]] std::vector<Problem> take_problems() { return std::move(problems_); }

  private:
    void add_key(const YAML::Node& key, const YAML::Node& value);
    void add_item(const std::string& key,
                  const YAML::Node& item,
                  std::vector<std::string>& items);
    [[nodiscard]] const YAML::Node* find(const std::string& key) const;
    [[nodiscard]] Problem at(const YAML::Mark& mark, std::string why) const;
    void report(const YAML::Mark& mark, std::string why);

    std::string_view yaml_;
    int first_line_;
    std::unordered_map<std::string, YAML::Node> values_;
    std::vector<Problem> problems_;
};

}  // namespace recovery
