// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "tests/support/temp_dir.h"

namespace recovery {

/// A program of ours from the build's bin directory that goes on running beside the test.
/// Killed at the end of its scope.
class RunningProgram {
  public:
    RunningProgram(const std::string& name, const std::vector<std::string>& arguments);
    ~RunningProgram();
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    /// Waits for a line of its standard output that begins like this, and returns the
    /// rest of it; throws std::runtime_error when it ends or a minute passes before.
    [[nodiscard]] std::string await_line(const std::string& start) const;

    void signal(int number) const;

    /// Waits for its end: the exit status, or 128 + signal.
    int wait();

    [[nodiscard]] std::string output() const;
    [[nodiscard]] std::string errors() const;

  private:
    TempDir dir_;
    pid_t child_ = -1;
    int status_ = -1;
};

}  // namespace recovery
