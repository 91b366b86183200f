// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/error.h"

namespace recovery {

int exit_status(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::usage:
        case ErrorCode::io:
            return 2;
        case ErrorCode::index_missing:
        case ErrorCode::index_corrupt:
            return 3;
        case ErrorCode::schema_mismatch:
            return 4;
        case ErrorCode::refused:
            return 6;
        case ErrorCode::locked:
            return 75;
        case ErrorCode::interrupted:
            return 130;
        case ErrorCode::internal:
            break;
    }
    return 70;
}

std::string_view error_code_name(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::usage:
            return "usage";
        case ErrorCode::io:
            return "io";
        case ErrorCode::index_missing:
            return "index_missing";
        case ErrorCode::index_corrupt:
            return "index_corrupt";
        case ErrorCode::schema_mismatch:
            return "schema_mismatch";
        case ErrorCode::refused:
            return "refused";
        case ErrorCode::locked:
            return "locked";
        case ErrorCode::interrupted:
            return "interrupted";
        case ErrorCode::internal:
            break;
    }
    return "internal";
}

}  // namespace recovery
