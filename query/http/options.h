// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "query/http/server.h"

namespace recovery {

/// What was asked of recovery-serve.
struct ServeOptions {
    std::filesystem::path index_dir;
    ServerOptions server;
};

/// Either options to act on, or a text to print (help, version).
struct ServeInvocation {
    std::optional<ServeOptions> options;
    std::string text;
};

/// Reads the command line. Wrong usage throws Error{usage}. The only code of this program
/// that knows the option parser.
[[nodiscard]] ServeInvocation parse_serve_options(int argc, const char* const* argv);

}  // namespace recovery
