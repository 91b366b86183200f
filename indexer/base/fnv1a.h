// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace recovery {

/// FNV-1a, 64 bits (G. Fowler, L. C. Noll, K.-P. Vo): a hash that is built byte by byte
/// and is the same everywhere. Its low bits mix badly.
inline constexpr std::uint64_t fnv1a_start = 0xcbf29ce484222325U;

/// The hash of what was hashed so far and `value`.
[[nodiscard]] constexpr std::uint64_t fnv1a(std::uint64_t hash,
                                            std::uint64_t value) noexcept {
    return (hash ^ value) * 0x100000001b3U;
}

/// The hash of what was hashed so far and all bytes of `text`.
[[nodiscard]] constexpr std::uint64_t fnv1a(std::uint64_t hash,
                                            std::string_view text) noexcept {
    for (const char c : text) {
        hash = fnv1a(hash, static_cast<unsigned char>(c));
    }
    return hash;
}

}  // namespace recovery
