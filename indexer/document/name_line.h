// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recovery {

/// A line that has the shape of a person's name.
struct NameLine {
    std::string name;  ///< single blanks between words: "Jane Q. Public"
    std::vector<std::string> credentials;
    std::string role;                  ///< what follows them: "Clinical Director", or ""
    bool credentials_certain = false;  ///< set apart by a comma, or two and more
};

/// Reads `line` as a name with or without credentials; nothing when it has another shape.
///
/// A name is two to five words with a capital each (initials, hyphens, apostrophes and
/// accents allowed), possibly a title before ("Dr."), lower-case particles between ("de
/// la"), and "Jr.", "Sr." or a Roman numeral behind; no function word ("Help for
/// Families") and no digit. The last word has two letters at least, so "Jane P." is no
/// full name.
///
/// Credentials are tokens in capitals ("MSW", "LPCC-S"), with periods ("Ph.D.") or
/// ending in a capital ("PsyD"), after a blank or comma, with or without blanks around. A
/// Roman numeral belongs to the credential before it. What follows after a comma, dash or
/// bar is the role.
///
/// Example: "Jane Q.Public,LPCC-S, LADC II" is {"Jane Q. Public", {"LPCC-S", "LADC
/// II"}, ""}. The shape alone does not make a person: "Group Therapy" has it too.
[[nodiscard]] std::optional<NameLine> parse_name_line(std::string_view line);

}  // namespace recovery
