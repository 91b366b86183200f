// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace recovery {

/// `corpus/lexicon/` as it was when the program was built, in the form of
/// `encode_crisis_rules`. It needs no file at run time.
[[nodiscard]] std::string_view built_in_crisis_rules() noexcept;

/// `lexicon_fingerprint` of the folder they were made from.
[[nodiscard]] std::string_view built_in_lexicon_fingerprint() noexcept;

}  // namespace recovery
