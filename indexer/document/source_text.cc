// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/source_text.h"

#include <algorithm>

#include "indexer/base/utf8.h"

namespace recovery {

namespace {

constexpr std::size_t binary_check_bytes = 8192;

/// The line of the first byte that is not UTF-8, 0 when all are.
int first_bad_line(std::string_view bytes) {
    int line = 1;
    std::size_t at = 0;
    while (at < bytes.size()) {
        const CodePoint c = read_code_point(bytes, at);
        if (c.value == replacement_character && c.bytes == 1) {
            return line;
        }
        line += c.value == '\n' ? 1 : 0;
        at += c.bytes;
    }
    return 0;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20U && c != '\t' && c != '\n' && c != '\r') || byte == 0x7FU;
}

bool is_blank(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) {
        text.remove_prefix(byte_order_mark.size());
    }
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = read_code_point(text, at);
        if (!is_space(c.value)) {
            return false;
        }
        at += c.bytes;
    }
    return true;
}

}  // namespace

SourceText read_source_text(std::string_view bytes) {
    SourceText source;
    if (bytes.substr(0, binary_check_bytes).find('\0') != std::string_view::npos) {
        source.problems.push_back({{}, 0, 0, "looks like a binary file"});
        return source;
    }
    if (is_blank(bytes)) {
        source.problems.push_back({{}, 0, 0, "empty file"});
        return source;
    }
    const int bad_line = first_bad_line(bytes);
    if (bad_line > 0) {
        source.problems.push_back(
            {{}, bad_line, 0, "not valid UTF-8; bad bytes were replaced"});
        source.text = repair_utf8(bytes);
    } else {
        source.text = bytes;
    }
    std::replace_if(source.text.begin(), source.text.end(), is_control, ' ');
    source.is_usable = true;
    return source;
}

}  // namespace recovery
