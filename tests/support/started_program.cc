// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/started_program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace recovery {

StartedProgram::StartedProgram(const std::string& name,
                               const std::vector<std::string>& arguments,
                               const std::filesystem::path& log) {
    const std::string program = std::string(RECOVERY_BIN_DIR) + "/" + name;
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    const int out = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    const int err = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    child_ = ::fork();
    if (child_ == 0) {
        ::dup2(out, STDOUT_FILENO);
        ::dup2(err, STDERR_FILENO);
        ::execv(program.c_str(), argv.data());
        ::_exit(127);
    }
    ::close(out);
    ::close(err);
    if (child_ < 0) {
        throw std::runtime_error("cannot fork");
    }
}

StartedProgram::~StartedProgram() {
    if (child_ > 0) {
        ::kill(child_, SIGKILL);
        (void)wait();
    }
}

void StartedProgram::signal(int number) const {
    ::kill(child_, number);
}

int StartedProgram::wait() {
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace recovery
