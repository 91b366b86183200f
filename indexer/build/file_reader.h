// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace recovery {

/// A file of whatever size, read in pieces. Each call may throw Error{io} with the reason
/// the system gives.
class FileReader {
  public:
    explicit FileReader(const std::filesystem::path& file);
    ~FileReader();
    FileReader(const FileReader&) = delete;
    FileReader& operator=(const FileReader&) = delete;
    FileReader(FileReader&&) = delete;
    FileReader& operator=(FileReader&&) = delete;

    /// The next bytes, at most 64 KiB, good until the next call; empty at the end.
    [[nodiscard]] std::string_view next();

  private:
    int descriptor_;
    std::vector<char> chunk_;
};

}  // namespace recovery
