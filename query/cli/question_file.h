// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace recovery {

/// One line of a file of questions.
struct BatchQuestion {
    std::string id;
    std::string text;
};

/// Reads JSONL: an object a line with the strings `_id` and `text`; empty lines are
/// passed over.
///
/// Questions are what visitors type, so bytes that are not UTF-8 and halves of surrogate
/// pairs
/// ("\ud800") are no fault of the file: they read as U+FFFD. Throws Error{io} for an
/// unreadable file and Error{usage}, naming file and line, for a line that is no such
/// object.
[[nodiscard]] std::vector<BatchQuestion> read_questions(
    const std::filesystem::path& file);

}  // namespace recovery
