// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/front_matter_block.h"

#include <algorithm>
#include <utility>

#include "indexer/base/ascii.h"

namespace recovery {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Cuts the next line off `rest`, its end (LF, CR LF, CR) included.
std::string_view take_line(std::string_view& rest) {
    const std::size_t end = rest.find_first_of("\r\n");
    const std::string_view line = rest.substr(0, end);
    if (end == std::string_view::npos) {
        rest = {};
        return line;
    }
    const bool is_crlf = rest.substr(end, 2) == "\r\n";
    rest.remove_prefix(end + (is_crlf ? 2 : 1));
    return line;
}

bool is_fence(std::string_view line, std::string_view fence) {
    return line.starts_with(fence) && trim_ascii(line.substr(fence.size())).empty();
}

bool is_end(std::string_view line) {
    return is_fence(line, "---") || is_fence(line, "...");
}

bool is_key_character(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '-' || c == '.' ||
           static_cast<unsigned char>(c) >= 0x80U;
}

bool looks_like_key(std::string_view line) {
    const auto drop_quote = [&] {
        if (line.starts_with('"') || line.starts_with('\'')) {
            line.remove_prefix(1);
        }
    };
    if (line.starts_with('{')) {
        return true;
    }
    drop_quote();
    const auto end = std::find_if_not(line.begin(), line.end(), is_key_character);
    if (end == line.begin()) {
        return false;
    }
    line.remove_prefix(static_cast<std::size_t>(end - line.begin()));
    drop_quote();
    line = trim_ascii(line);
    return line.starts_with(':') && (line.size() == 1 || is_ascii_space(line[1]));
}

/// Whether the lines after the first fence are front matter rather than text.
bool looks_like_front_matter(std::string_view rest) {
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        if (is_end(line)) {
            return true;
        }
        const std::string_view content = trim_ascii(line);
        if (!content.empty() && !content.starts_with('#')) {
            return looks_like_key(content);
        }
    }
    return false;
}

/// yaml-cpp takes some control characters for the end of its input.
void append_clean_line(std::string& yaml, std::string_view line) {
    for (const char c : line) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_control = (byte < 0x20U && c != '\t') || byte == 0x7FU;
        yaml.push_back(is_control ? ' ' : c);
    }
    yaml.push_back('\n');
}

}  // namespace

FrontMatterBlock find_front_matter(std::string_view file) {
    FrontMatterBlock block;
    std::string_view rest = file;
    if (rest.starts_with(byte_order_mark)) {
        rest.remove_prefix(byte_order_mark.size());
    }
    block.body_offset = file.size() - rest.size();
    if (!is_fence(take_line(rest), "---") || !looks_like_front_matter(rest)) {
        return block;
    }
    block.body_offset = file.size() - rest.size();
    block.body_line = 2;
    std::string yaml;
    bool is_too_long = false;
    for (int line_number = 2; !rest.empty(); ++line_number) {
        const std::string_view line = take_line(rest);
        if (is_end(line)) {
            block.body_offset = file.size() - rest.size();
            block.body_line = line_number + 1;
            if (is_too_long) {
                block.problem = Problem{
                    {}, 1, 1, "front matter is longer than 64 KiB; it was not read"};
            } else {
                block.yaml = std::move(yaml);
            }
            return block;
        }
        is_too_long = is_too_long || yaml.size() + line.size() > max_front_matter_bytes;
        if (!is_too_long) {
            append_clean_line(yaml, line);
        }
    }
    block.problem =
        Problem{{}, 1, 1, "front matter is never closed: no line \"---\" after it"};
    return block;
}

}  // namespace recovery
