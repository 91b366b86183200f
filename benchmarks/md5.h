// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recovery {

/// The MD5 digest of bytes as 32 lower-case hexadecimal digits (RFC 1321).
///
/// It deals queries into halves the way other tools do, and must not guard anything: MD5
/// has been broken since 2004.
///
/// Example: md5_hex("abc") is "900150983cd24fb0d6963f7d28e17f72".
[[nodiscard]] std::string md5_hex(std::string_view bytes);

}  // namespace recovery
