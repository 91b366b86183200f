// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/document/yaml_fields.h"

namespace recovery {

/// JSON nested deeper than this is no record, whatever fields it stands in.
inline constexpr int max_record_depth = 64;

/// What is wrong with a record; the column counts characters from 1, 0 is unknown.
struct RecordFault {
    int column = 0;
    std::string why;
};

/// Typed access to the top level of one record: a JSON object in which the fields that
/// records have (`_id`, `title`, `text`, `tags` and so on) count and all others are
/// passed over without being kept.
///
/// A field that is absent, null or holds nothing but white space is empty. The first
/// value that is not what its reader expects becomes the fault; reading goes on. Of a
/// field that stands twice the last counts. Nesting takes no stack.
class RecordFields {
  public:
    /// `json` is one line, UTF-8. JSON that cannot be read, is no object or is nested
    /// deeper than `max_record_depth` is a fault and leaves no fields.
    explicit RecordFields(std::string_view json);

    /// The value as it stands in JSON, an id say.
    [[nodiscard]] std::string verbatim(std::string_view name);

    /// The value on one line: controls made blanks, white space collapsed. Above 64 KiB
    /// a fault.
    [[nodiscard]] std::string line(std::string_view name);

    /// The value with its lines: each ends with one '\n', other controls than tabs are
    /// made blanks, white space at both ends is dropped.
    [[nodiscard]] std::string text(std::string_view name);

    /// The value as "YYYY-MM-DD" (see `parse_date`).
    [[nodiscard]] std::string date(std::string_view name);

    /// A list of texts, or one text, as in front matter: items on one line each, none
    /// empty or repeated, at most 200 and 64 KiB.
    [[nodiscard]] std::vector<std::string> list(std::string_view name, ListText style);

    /// Makes `why` the fault, unless there is one.
    void fail(std::string why, int column = 0);

    [[nodiscard]] const std::optional<RecordFault>& fault() const noexcept {
        return fault_;
    }

    /// A value as JSON had it. `wrong` says what it is ("a number"), or what an item of
    /// the list is, when that is no text.
    struct Value {
        bool is_list = false;
        std::vector<std::string> texts;
        std::string_view wrong;
    };
    using Values = std::map<std::string, Value, std::less<>>;

  private:
    std::optional<RecordFault> fault_;
    Values values_;
};

}  // namespace recovery
