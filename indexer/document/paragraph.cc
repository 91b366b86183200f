// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/paragraph.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "indexer/base/ascii.h"
#include "indexer/base/utf8.h"

namespace recovery {

namespace {

/// "| --- | :---: |" under the header of a table.
bool is_delimiter_row(std::string_view line) {
    return line.find('|') != std::string_view::npos &&
           line.find('-') != std::string_view::npos &&
           line.find_first_not_of("|-: ") == std::string_view::npos;
}

std::string read_row(std::string_view line) {
    std::string row;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find('|'), line.size());
        const std::string_view cell = trim_ascii(line.substr(0, end));
        if (!cell.empty()) {
            row += row.empty() ? "" : "; ";
            row += cell;
        }
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return row;
}

bool is_noise(std::string_view line) {
    const bool is_attribute_list =
        line.starts_with("{:") && line.find('}') == line.size() - 1;
    const bool is_alert =
        line.starts_with("[!") && line.size() > 3 && line.find(']') == line.size() - 1;
    return is_attribute_list || is_alert;
}

std::string_view without_task_box(std::string_view line) {
    const bool is_task =
        line.starts_with("[ ] ") || line.starts_with("[x] ") || line.starts_with("[X] ");
    return is_task ? line.substr(4) : line;
}

std::size_t mark_bytes(std::string_view line, std::initializer_list<const char*> words) {
    const std::string start = ascii_lower(line.substr(0, 9));
    for (const std::string_view word : words) {
        if (start.starts_with(word) && start.substr(word.size()).starts_with(':')) {
            const std::size_t text = line.find_first_not_of(' ', word.size() + 1);
            return text == std::string_view::npos ? 0 : text;
        }
    }
    return 0;
}

}  // namespace

std::size_t question_mark_bytes(std::string_view line) {
    return mark_bytes(line, {"question", "q"});
}

std::size_t answer_mark_bytes(std::string_view line) {
    return mark_bytes(line, {"answer", "a"});
}

std::string Paragraph::take() {
    std::vector<Line> lines = std::exchange(lines_, {Line{}});
    for (Line& line : lines) {
        line.text = collapse_space(line.text);
        if (is_noise(line.text)) {
            line.text.clear();
        }
    }
    std::string text;
    bool in_table = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool is_header = !in_table && i + 1 < lines.size() &&
                               lines[i].text.find('|') != std::string::npos &&
                               is_delimiter_row(lines[i + 1].text);
        if (in_table && is_delimiter_row(lines[i].text)) {
            continue;
        }
        const std::string line = in_table || is_header
                                     ? read_row(lines[i].text)
                                     : std::string(without_task_box(lines[i].text));
        if (!line.empty() && !text.empty()) {
            const bool is_marked =
                question_mark_bytes(line) + answer_mark_bytes(line) > 0;
            text += is_header                                   ? "\n\n"
                    : in_table || lines[i].is_hard || is_marked ? "\n"
                                                                : " ";
        }
        text += line;
        in_table = in_table || is_header;
    }
    return text;
}

}  // namespace recovery
