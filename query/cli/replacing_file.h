// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdio>
#include <filesystem>
#include <string_view>

namespace recovery {

/// A file that is written whole or not at all: beside `path` first, renamed into its
/// place by `finish`. Destroyed before, it leaves `path` as it was and removes what it
/// wrote.
///
/// A link at `path` stays a link to what is replaced. What is no regular file (a pipe,
/// /dev/null) is written to directly, and so is standard output, which "-" stands for.
/// Everything throws Error{io} that names `path` when it fails.
class ReplacingFile {
  public:
    explicit ReplacingFile(const std::filesystem::path& path);
    ~ReplacingFile();
    ReplacingFile(const ReplacingFile&) = delete;
    ReplacingFile& operator=(const ReplacingFile&) = delete;
    ReplacingFile(ReplacingFile&&) = delete;
    ReplacingFile& operator=(ReplacingFile&&) = delete;

    void write(std::string_view bytes);
    void finish();

  private:
    [[noreturn]] void fail() const;

    std::filesystem::path path_;
    std::filesystem::path part_;  // "" when `path_` is written to directly
    std::FILE* file_ = nullptr;
};

}  // namespace recovery
