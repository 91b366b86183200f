// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/escape.h"

#include "indexer/base/utf8.h"

namespace recovery {

namespace {

bool is_bidirectional_control(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_control(char32_t c) {
    return c < 0x20U || (c >= 0x7FU && c < 0xA0U);
}

bool is_unreserved(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           c == '-' || c == '.' || c == '_' || c == '~';
}

}  // namespace

std::string escape_html(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out.push_back(c);
        }
    }
    return out;
}

std::string escape_terminal(std::string_view text, bool one_line) {
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint c = read_code_point(text, at);
        at += c.bytes;
        if (c.value == '\n') {
            out.push_back(one_line ? ' ' : '\n');
        } else if (c.value == '\t') {
            out.push_back(' ');
        } else if (is_control(c.value) || is_bidirectional_control(c.value)) {
            append_code_point(out, replacement_character);
        } else {
            append_code_point(out, c.value);
        }
    }
    return out;
}

std::string escape_url_path(std::string_view path) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    out.reserve(path.size());
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '/' || is_unreserved(byte)) {
            out.push_back(c);
        } else {
            out.push_back('%');
            out.push_back(hex[byte >> 4U]);
            out.push_back(hex[byte & 15U]);
        }
    }
    return out;
}

}  // namespace recovery
