// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/document.h"

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

}  // namespace recovery
