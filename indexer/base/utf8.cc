// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/utf8.h"

#include <cstdint>

#include <utf8proc.h>

namespace recovery {

namespace {

bool is_continuation(char c) noexcept {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

CodePoint detail::read_multibyte(std::string_view text, std::size_t at) noexcept {
    utf8proc_int32_t value = -1;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
    const auto left = static_cast<utf8proc_ssize_t>(text.size() - at);
    const utf8proc_ssize_t read = utf8proc_iterate(bytes, left, &value);
    if (read <= 0 || value < 0) {
        return {replacement_character, 1};
    }
    return {static_cast<char32_t>(value), static_cast<std::size_t>(read)};
}

void append_code_point(std::string& out, char32_t value) {
    if (value < 0x80U) {
        out.push_back(static_cast<char>(value));
        return;
    }
    auto code = static_cast<utf8proc_int32_t>(value);
    if (!utf8proc_codepoint_valid(code)) {
        code = static_cast<utf8proc_int32_t>(replacement_character);
    }
    utf8proc_uint8_t bytes[4];
    const utf8proc_ssize_t written = utf8proc_encode_char(code, bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(written));
}

bool is_valid_utf8(std::string_view text) noexcept {
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint c = read_code_point(text, at);
        const bool invalid = c.value == replacement_character && c.bytes == 1;
        if (invalid) {
            return false;
        }
        at += c.bytes;
    }
    return true;
}

std::string repair_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint c = read_code_point(text, at);
        append_code_point(out, c.value == 0 ? replacement_character : c.value);
        at += c.bytes;
    }
    return out;
}

std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes) noexcept {
    if (text.size() <= max_bytes) {
        return text;
    }
    std::size_t end = max_bytes;
    while (end > 0 && is_continuation(text[end])) {
        --end;
    }
    return text.substr(0, end);
}

bool detail::is_word_character_beyond_ascii(char32_t c) noexcept {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
            return true;
        default:
            return false;
    }
}

bool is_upper(char32_t c) noexcept {
    return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LU;
}

bool is_lower(char32_t c) noexcept {
    return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LL;
}

bool detail::is_space_beyond_ascii(char32_t c) noexcept {
    if (c == 0x85U) {
        return true;
    }
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

std::size_t display_width(std::string_view text) noexcept {
    std::size_t columns = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint c = read_code_point(text, at);
        const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c.value));
        columns += static_cast<std::size_t>(width > 0 ? width : 0);
        at += c.bytes;
    }
    return columns;
}

std::string collapse_space(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool pending = false;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint c = read_code_point(text, at);
        if (is_space(c.value)) {
            pending = !out.empty();
        } else {
            if (pending) {
                out.push_back(' ');
                pending = false;
            }
            out.append(text.substr(at, c.bytes));
        }
        at += c.bytes;
    }
    return out;
}

}  // namespace recovery
