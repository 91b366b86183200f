// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/running_program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace recovery {

namespace {

std::string read_all(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void redirect(int target, const std::string& file) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT, 0600);
    if (descriptor < 0 || ::dup2(descriptor, target) < 0) {
        ::_exit(126);
    }
}

}  // namespace

RunningProgram::RunningProgram(const std::string& name,
                               const std::vector<std::string>& arguments) {
    const std::string program = std::string(RECOVERY_BIN_DIR) + "/" + name;
    const std::string out = (dir_.path() / "out").string();
    const std::string err = (dir_.path() / "err").string();
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    child_ = ::fork();
    if (child_ < 0) {
        throw std::runtime_error("cannot fork");
    }
    if (child_ == 0) {
        redirect(STDOUT_FILENO, out);
        redirect(STDERR_FILENO, err);
        ::execv(program.c_str(), argv.data());
        ::_exit(127);
    }
}

RunningProgram::~RunningProgram() {
    if (child_ > 0) {
        ::kill(child_, SIGKILL);
        wait();
    }
}

std::string RunningProgram::await_line(const std::string& start) const {
    constexpr int rounds = 6000;
    constexpr std::chrono::milliseconds pause{10};
    for (int round = 0; round < rounds; ++round) {
        const std::string text = "\n" + output();
        const std::size_t at = text.find("\n" + start);
        const std::size_t end = text.find('\n', at + 1);
        if (at != std::string::npos && end != std::string::npos) {
            return text.substr(at + 1 + start.size(), end - at - 1 - start.size());
        }
        std::this_thread::sleep_for(pause);
    }
    throw std::runtime_error("no line \"" + start + "\": " + output() + errors());
}

void RunningProgram::signal(int number) const {
    ::kill(child_, number);
}

int RunningProgram::wait() {
    if (child_ > 0) {
        int status = 0;
        ::waitpid(child_, &status, 0);
        status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        child_ = -1;
    }
    return status_;
}

std::string RunningProgram::output() const {
    return read_all(dir_.path() / "out");
}

std::string RunningProgram::errors() const {
    return read_all(dir_.path() / "err");
}

}  // namespace recovery
