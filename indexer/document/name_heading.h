// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recovery {

/// The heading of a bio, taken apart. `rest` is what follows the name and is no
/// credential, such as a role.
struct NameHeading {
    std::string name;
    std::vector<std::string> credentials;
    std::string rest;
};

/// Reads "Name, CREDENTIAL, CREDENTIAL". A credential is one to three words, each with
/// two capitals or with periods ("LISW-S", "LCDC III", "PsyD", "Ph.D."), or a single
/// capital or numeral.
///
/// Example: "Jane Public, LISW-S, Clinical Director" is {"Jane Public", {"LISW-S"},
/// "Clinical Director"}.
[[nodiscard]] NameHeading read_name_heading(std::string_view heading);

}  // namespace recovery
