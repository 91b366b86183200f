// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace recovery {

/// Why an operation could not be carried out. Each code has one exit status
/// (`exit_status`).
enum class ErrorCode {
    usage,            ///< a wrong option or argument, or a configuration that cannot work
    io,               ///< a file or directory that cannot be read or written
    index_missing,    ///< no index where one was expected
    index_corrupt,    ///< an index that cannot be read
    schema_mismatch,  ///< an index made by another schema, language or lexicon
    refused,          ///< a run that would remove too much
    locked,           ///< another writer holds the index
    interrupted,      ///< stopped by a signal
    internal          ///< a fault of ours
};

/// The one exception type of the project.
///
/// `what()` says what went wrong and where, `hint()` how to mend it ("" when there is
/// nothing to say). Neither ever holds a visitor's query. Expected outcomes (no hit, an
/// unreadable corpus file, odd query text) are values, not Errors.
///
/// Example: `throw Error{ErrorCode::index_missing, "no index at build/index",
///                       "build one: recovery-index --index build/index corpus"};`
class Error : public std::runtime_error {
  public:
    explicit Error(ErrorCode code, const std::string& message, std::string hint = {})
        : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

    [[nodiscard]] ErrorCode code() const noexcept { return code_; }
    [[nodiscard]] const std::string& hint() const noexcept { return hint_; }

  private:
    ErrorCode code_;
    std::string hint_;
};

/// Exit statuses that are not failures.
inline constexpr int exit_found = 0;
inline constexpr int exit_nothing_found = 1;
inline constexpr int exit_check_found_faults = 1;
/// The index was published, with at least one problem in the corpus.
inline constexpr int exit_published_with_problems = 5;

/// The process exit status of an error: 2 usage, configuration or files, 3 index missing
/// or corrupt, 4 another schema, 6 refused, 75 locked, 130 interrupted, 70 internal.
[[nodiscard]] int exit_status(ErrorCode code) noexcept;

/// The code as machines read it: "index_missing".
[[nodiscard]] std::string_view error_code_name(ErrorCode code) noexcept;

}  // namespace recovery
