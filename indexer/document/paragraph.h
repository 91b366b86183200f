// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recovery {

/// The inline text of one Markdown paragraph, line by line as it stands in the file, so
/// that tables can be told from prose.
///
/// Example: p.add("Call"); p.break_line(false); p.add("988."); p.take() is "Call 988.".
class Paragraph {
  public:
    void add(std::string_view text) { lines_.back().text += text; }

    /// Begins a line. A hard break stays one in the text, a soft one becomes a blank.
    void break_line(bool is_hard) { lines_.push_back({{}, is_hard}); }

    /// The plain text, "" when nothing is left; the paragraph is empty afterwards.
    ///
    /// The rows of a table become lines, their cells joined by "; "; text above the table
    /// is parted from it by a blank line. A line that begins with "Q:" or "A:" stays a
    /// line. Dropped are attribute lists on a line of their own ("{: .note}"), the mark
    /// of a GitHub alert ("[!NOTE]") and the box of a task ("[x] ").
    [[nodiscard]] std::string take();

  private:
    struct Line {
        std::string text;
        bool is_hard = false;
    };

    std::vector<Line> lines_{Line{}};
};

/// Whether a line begins with "Q:", "Question:", "A:" or "Answer:"; their length with the
/// blanks that follow. 0 otherwise, also when nothing follows.
[[nodiscard]] std::size_t question_mark_bytes(std::string_view line);
[[nodiscard]] std::size_t answer_mark_bytes(std::string_view line);

}  // namespace recovery
