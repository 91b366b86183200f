// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/slug.h"

#include <utf8proc.h>

#include "indexer/base/utf8.h"

namespace recovery {

namespace {

bool kept_in_slug(char32_t c) {
    if (c == '-' || c == '_' || is_word_character(c)) {
        return true;
    }
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_PC;
}

}  // namespace

std::string github_slug(std::string_view heading) {
    std::string slug;
    slug.reserve(heading.size());
    std::size_t at = 0;
    while (at < heading.size()) {
        const CodePoint c = read_code_point(heading, at);
        at += c.bytes;
        if (is_space(c.value)) {
            slug.push_back('-');
        } else if (kept_in_slug(c.value)) {
            append_code_point(slug,
                              static_cast<char32_t>(utf8proc_tolower(
                                  static_cast<utf8proc_int32_t>(c.value))));
        }
    }
    return slug;
}

std::string Anchors::for_heading(std::string_view heading) {
    const std::string slug = github_slug(heading);
    return claim(slug.empty() ? "section" : slug);
}

std::string Anchors::claim(const std::string& id) {
    const auto [found, fresh] = uses_.try_emplace(id, 0);
    if (fresh) {
        return id;
    }
    std::string candidate;
    do {
        candidate = id + "-" + std::to_string(++uses_[id]);
    } while (!uses_.try_emplace(candidate, 0).second);
    return candidate;
}

}  // namespace recovery
