// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/page_address.h"

#include <algorithm>

#include <fmt/format.h>

#include "indexer/base/ascii.h"
#include "indexer/base/utf8.h"

namespace recovery {

namespace {

std::string_view file_name(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view without_extension(std::string_view path) {
    const std::size_t dot = file_name(path).rfind('.');
    const bool has_extension = dot != std::string_view::npos && dot > 0;
    return has_extension ? path.substr(0, path.size() - file_name(path).size() + dot)
                         : path;
}

/// The path without extension and index; "" for the root's index.
std::string_view page_path(std::string_view path) {
    path = without_extension(path);
    const std::string_view name = file_name(path);
    if (name != "index" && name != "_index") {
        return path;
    }
    path.remove_suffix(name.size());
    return path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
}

bool is_escape(std::string_view text) {
    const auto is_hex = [](char c) {
        return is_ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f');
    };
    return text.size() >= 3 && text[0] == '%' && is_hex(text[1]) && is_hex(text[2]);
}

enum class Escapes { encode, keep };

void append_encoded(std::string& out, std::string_view part, Escapes escapes) {
    for (std::size_t at = 0; at < part.size(); ++at) {
        const char c = part[at];
        const bool is_plain = is_ascii_letter(c) || is_ascii_digit(c) || c == '-' ||
                              c == '.' || c == '_' || c == '~' ||
                              (escapes == Escapes::keep && is_escape(part.substr(at)));
        if (is_plain) {
            out.push_back(c);
        } else {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
}

/// `path` encoded, without empty, "." and ".." parts.
std::string encode_path(std::string_view path, Escapes escapes) {
    std::string out;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        const std::string_view part = path.substr(0, end);
        path.remove_prefix(std::min(end + 1, path.size()));
        if (!part.empty() && part != "." && part != "..") {
            out += out.empty() ? "" : "/";
            append_encoded(out, part, escapes);
        }
    }
    return out;
}

std::string_view trim_slashes(std::string_view text) {
    text = trim_ascii(text);
    while (text.starts_with('/')) {
        text.remove_prefix(1);
    }
    while (text.ends_with('/')) {
        text.remove_suffix(1);
    }
    return text;
}

std::string below(std::string_view base_url, std::string_view address) {
    while (base_url.ends_with('/')) {
        base_url.remove_suffix(1);
    }
    return fmt::format("{}/{}", base_url, address);
}

}  // namespace

std::string extension_of(std::string_view path) {
    const std::string_view stem = without_extension(path);
    return stem.size() == path.size() ? std::string()
                                      : ascii_lower(path.substr(stem.size() + 1));
}

std::string page_id(std::string_view path) {
    const std::string_view page = page_path(path);
    if (page.empty()) {
        return "index";
    }
    std::string id;
    for (std::size_t at = 0; at < page.size();) {
        const CodePoint c = read_code_point(page, at);
        const std::string_view bytes = page.substr(at, c.bytes);
        at += c.bytes;
        if (c.value == '#' || is_space(c.value)) {
            append_encoded(id, bytes, Escapes::encode);
        } else {
            append_code_point(id, c.value);
        }
    }
    return id;
}

std::string page_url(std::string_view path,
                     std::string_view slug,
                     std::string_view base_url) {
    const std::string_view page = page_path(path);
    slug = trim_slashes(slug);
    const std::string address = slug.empty() ? encode_path(page, Escapes::encode)
                                             : encode_path(slug, Escapes::keep);
    return below(base_url, address);
}

std::string record_url(std::string_view id, std::string_view base_url) {
    return below(base_url, encode_path(id, Escapes::encode));
}

std::string title_from_path(std::string_view path) {
    const std::string_view page = page_path(path);
    std::string title(page.empty() ? std::string_view("index") : file_name(page));
    std::replace_if(
        title.begin(), title.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    title = collapse_space(repair_utf8(title));
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') {
        title[0] = static_cast<char>(title[0] - 'a' + 'A');
    }
    return title;
}

}  // namespace recovery
