// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

namespace recovery {

/// A fresh directory among the system's temporary ones ($TMPDIR), removed with everything
/// in it at the end of its scope. Throws Error{io} when it cannot be made.
class ScratchDir {
  public:
    ScratchDir();
    ~ScratchDir();
    ScratchDir(const ScratchDir&) = delete;
    ScratchDir& operator=(const ScratchDir&) = delete;
    ScratchDir(ScratchDir&&) = delete;
    ScratchDir& operator=(ScratchDir&&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace recovery
