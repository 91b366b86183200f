// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace recovery {

/// A program of ours that runs beside the test. What it prints on standard error goes to
/// `log`; standard output is thrown away. A program still running at the end of the scope
/// is killed.
class StartedProgram {
  public:
    StartedProgram(const std::string& name,
                   const std::vector<std::string>& arguments,
                   const std::filesystem::path& log = "/dev/null");
    ~StartedProgram();
    StartedProgram(const StartedProgram&) = delete;
    StartedProgram& operator=(const StartedProgram&) = delete;
    StartedProgram(StartedProgram&&) = delete;
    StartedProgram& operator=(StartedProgram&&) = delete;

    void signal(int number) const;

    /// Waits for its end: the exit status, or 128 + signal.
    int wait();

  private:
    pid_t child_ = -1;
};

}  // namespace recovery
