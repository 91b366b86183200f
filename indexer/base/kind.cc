// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/kind.h"

namespace recovery {

std::string_view kind_name(Kind kind) noexcept {
    switch (kind) {
        case Kind::article:
            return "article";
        case Kind::faq:
            return "faq";
        case Kind::bio:
            break;
    }
    return "bio";
}

std::optional<Kind> kind_from_name(std::string_view name) noexcept {
    for (const Kind kind : all_kinds) {
        if (kind_name(kind) == name) {
            return kind;
        }
    }
    return std::nullopt;
}

}  // namespace recovery
