// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/text_lines.h"

#include <algorithm>
#include <utility>

#include "indexer/base/utf8.h"
#include "indexer/document/text_words.h"

namespace recovery {

namespace {

// Widths to which editors and mail programs wrap; shorter files are lists or headings.
constexpr std::size_t max_wrap_columns = 100;
constexpr std::size_t min_wrap_columns = 50;
// One lower-case line under a full one may be a caption, two are wrapped text.
constexpr int min_wrapped_lines = 2;

constexpr std::u32string_view bullets = U"•-*–—·▪▫◦‣●○■□✓✔➢➤→+";

bool is_zero_width(char32_t c) {
    return c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

struct Cleaned {
    std::string text;
    std::size_t indent = 0;
    std::size_t columns = 0;
    bool has_words = false;
};

Cleaned clean_line(std::string_view raw) {
    Cleaned line;
    std::string kept;
    std::size_t column = 0;
    for (std::size_t at = 0; at < raw.size();) {
        const CodePoint c = read_code_point(raw, at);
        at += c.bytes;
        if (is_zero_width(c.value)) {
            continue;
        }
        ++column;
        if (is_control(c.value) || is_space(c.value)) {
            kept.push_back(' ');
            continue;
        }
        if (line.columns == 0) {
            line.indent = column - 1;
        }
        line.columns = column;
        line.has_words = line.has_words || is_word_character(c.value);
        append_code_point(kept, c.value);
    }
    line.text = collapse_space(kept);
    return line;
}

// Bytes of the number mark at the start of `text`, 0 when there is none.
std::size_t number_mark_bytes(std::string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
        ++digits;
    }
    const bool marked = digits >= 1 && digits <= 3 && digits < text.size() &&
                        (text[digits] == '.' || text[digits] == ')');
    const bool parted = marked && (digits + 1 == text.size() || text[digits + 1] == ' ');
    return parted ? digits + 1 : 0;
}

std::size_t bullet_mark_bytes(std::string_view text) {
    if (text.empty()) {
        return 0;
    }
    const CodePoint c = read_code_point(text, 0);
    const bool mark =
        c.value == 'o' || bullets.find(c.value) != std::u32string_view::npos;
    const bool parted = c.bytes == text.size() || text[c.bytes] == ' ';
    return mark && parted ? c.bytes : 0;
}

// Takes the mark off the front of `text`.
ItemMark take_mark(std::string& text) {
    ItemMark mark = ItemMark::bullet;
    std::size_t bytes = bullet_mark_bytes(text);
    if (bytes == 0) {
        mark = ItemMark::number;
        bytes = number_mark_bytes(text);
    }
    if (bytes == 0) {
        return ItemMark::none;
    }
    text.erase(0, std::min(text.size(), bytes + 1));
    return mark;
}

// Reads lines one by one and remembers a mark that stood alone.
class LineReader {
  public:
    void read(std::string_view raw) {
        Cleaned line = clean_line(raw);
        ItemMark mark = take_mark(line.text);
        if (mark != ItemMark::none && line.text.empty()) {
            pending_ = mark;
            return;
        }
        if (line.text.empty() || !line.has_words) {
            after_blank_ = true;
            return;
        }
        if (mark == ItemMark::none) {
            mark = std::exchange(pending_, ItemMark::none);
        }
        pending_ = ItemMark::none;
        lines_.push_back({.text = std::move(line.text),
                          .mark = mark,
                          .after_blank = after_blank_,
                          .indent = line.indent,
                          .columns = line.columns});
        after_blank_ = false;
    }

    std::vector<TextLine> take() { return std::move(lines_); }

  private:
    std::vector<TextLine> lines_;
    ItemMark pending_ = ItemMark::none;
    bool after_blank_ = true;
};

std::size_t first_word_columns(const TextLine& line) {
    const std::string_view text = line.text;
    const std::string_view word = text.substr(0, text.find(' '));
    return static_cast<std::size_t>(
        std::count_if(word.begin(), word.end(), [](char byte) {
            return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
        }));
}

bool may_go_on(const TextLine& next) {
    return !next.after_blank && next.mark == ItemMark::none;
}

bool is_full(const TextLine& line, const TextLine& next, std::size_t width) {
    return line.columns + 1 + first_word_columns(next) > width;
}

// The width to which the file is wrapped, 0 when it is not.
std::size_t wrap_width(const std::vector<TextLine>& lines) {
    std::size_t width = 0;
    std::size_t wide = 0;
    for (const TextLine& line : lines) {
        if (line.columns > max_wrap_columns) {
            ++wide;
        } else {
            width = std::max(width, line.columns);
        }
    }
    if (width < min_wrap_columns || wide * 10 > lines.size()) {
        return 0;
    }
    int wrapped = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const bool goes_on =
            may_go_on(lines[i]) && is_full(lines[i - 1], lines[i], width);
        const std::string_view text = lines[i].text;
        wrapped += goes_on && is_lower_word(text.substr(0, text.find(' '))) ? 1 : 0;
    }
    return wrapped >= min_wrapped_lines ? width : 0;
}

}  // namespace

std::vector<TextLine> split_lines(std::string_view text) {
    LineReader reader;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        reader.read(text.substr(0, end));
        const bool pair = text.substr(end, 2) == "\r\n";
        text.remove_prefix(std::min(text.size(), end + (pair ? 2 : 1)));
    }
    return reader.take();
}

std::vector<TextBlock> read_blocks(std::string_view text) {
    const std::vector<TextLine> lines = split_lines(text);
    const std::size_t width = wrap_width(lines);
    std::vector<TextBlock> blocks;
    std::size_t item_indent = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const TextLine& line = lines[i];
        const bool follows = i > 0 && may_go_on(line);
        const bool wrapped = follows && width > 0 && is_full(lines[i - 1], line, width);
        const bool hanging =
            follows && blocks.back().mark != ItemMark::none && line.indent > item_indent;
        if (wrapped || hanging) {
            blocks.back().text += ' ';
            blocks.back().text += line.text;
            continue;
        }
        item_indent = line.indent;
        blocks.push_back(
            {.text = line.text, .mark = line.mark, .after_blank = line.after_blank});
    }
    return blocks;
}

}  // namespace recovery
