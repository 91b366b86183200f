// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/kind.h"

#include <array>
#include <string>
#include <utility>

#include "indexer/base/ascii.h"

namespace recovery {

namespace {

using KindWord = std::pair<std::string_view, Kind>;

constexpr std::array type_words{
    KindWord{"article", Kind::article},
    KindWord{"page", Kind::article},
    KindWord{"post", Kind::article},
    KindWord{"blog", Kind::article},
    KindWord{"faq", Kind::faq},
    KindWord{"faqs", Kind::faq},
    KindWord{"question", Kind::faq},
    KindWord{"bio", Kind::bio},
    KindWord{"staff", Kind::bio},
    KindWord{"person", Kind::bio},
    KindWord{"team", Kind::bio},
    KindWord{"author", Kind::bio},
};

constexpr std::array folder_words{
    KindWord{"articles", Kind::article},
    KindWord{"blog", Kind::article},
    KindWord{"faqs", Kind::faq},
    KindWord{"faq", Kind::faq},
    KindWord{"bios", Kind::bio},
    KindWord{"staff", Kind::bio},
    KindWord{"team", Kind::bio},
};

template <std::size_t N>
std::optional<Kind> look_up(const std::array<KindWord, N>& words, std::string_view text) {
    const std::string folded = ascii_lower(text);
    for (const auto& [word, kind] : words) {
        if (folded == word) {
            return kind;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Kind> kind_of_type(std::string_view type) {
    return look_up(type_words, type);
}

std::optional<Kind> kind_of_path(std::string_view path) {
    std::size_t end = path.rfind('/');
    while (end != std::string_view::npos) {
        path = path.substr(0, end);
        end = path.rfind('/');
        const std::string_view folder =
            end == std::string_view::npos ? path : path.substr(end + 1);
        if (const std::optional<Kind> kind = look_up(folder_words, folder)) {
            return kind;
        }
    }
    return std::nullopt;
}

}  // namespace recovery
