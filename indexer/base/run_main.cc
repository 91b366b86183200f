// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/run_main.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/base/escape.h"

namespace recovery {

void print_error(std::string_view program,
                 std::string_view message,
                 std::string_view hint) {
    std::string text = fmt::format("{}: {}\n", program, escape_terminal(message));
    if (!hint.empty()) {
        text += fmt::format("  {}\n", escape_terminal(hint));
    }
    std::fflush(stdout);
    std::fputs(text.c_str(), stderr);
}

int run_main(std::string_view program, const std::function<int()>& work) {
    try {
        const int status = work();
        if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
            throw Error{ErrorCode::io,
                        std::string("cannot write the output: ") + std::strerror(errno)};
        }
        return status;
    } catch (const Error& error) {
        print_error(program, error.what(), error.hint());
        return exit_status(error.code());
    } catch (const std::exception& error) {
        print_error(
            program, error.what(), "this is a fault of the program: please report it");
        return exit_status(ErrorCode::internal);
    }
}

}  // namespace recovery
