// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/options.h"

#include <algorithm>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "indexer/base/ascii.h"
#include "indexer/base/error.h"
#include "indexer/base/version.h"
#include "indexer/schema/generations.h"

namespace recovery {

namespace {

constexpr std::size_t max_workers = 256;
constexpr std::size_t max_queue = 100'000;

constexpr const char* footer =
    "Examples:\n"
    "  recovery-serve --index build/index\n"
    "  recovery-serve --index build/index --demo --listen 127.0.0.1:0\n"
    "  recovery-serve --cors-origin https://www.example.org --log error\n"
    "  recovery-serve --metrics-listen 127.0.0.1:9108\n\n"
    "SIGTERM and SIGINT let running requests end; a second one ends at once.\n\n"
    "Exit status: 0 stopped by a signal, 2 wrong usage or an address that cannot be\n"
    "had. A missing index is no reason to stop: it is looked for again and again, and\n"
    "/readyz says so. See recovery-serve(1).";

/// What CLI11 fills, before it is checked and turned into ServeOptions.
struct RawOptions {
    std::string index;
    std::string log = "info";
};

void add_options(CLI::App& app, RawOptions& raw, ServerOptions& server) {
    app.footer(footer);
    app.add_option("--index",
                   raw.index,
                   "Index directory (else $RECOVERY_INDEX, else " +
                       default_index_dir().string() + ")")
        ->type_name("DIR");
    app.add_option("--listen", server.listen, "Where to answer; port 0 takes any")
        ->type_name("ADDRESS:PORT")
        ->capture_default_str();
    app.add_option("--metrics-listen",
                   server.metrics_listen,
                   "Where to give metrics to Prometheus (else nowhere)")
        ->type_name("ADDRESS:PORT");
    app.add_option("--workers", server.workers, "Searches at once (else one a processor)")
        ->type_name("N")
        ->check(CLI::Range(std::size_t{1}, max_workers));
    app.add_option("--queue", server.queue, "Requests that may wait for a worker")
        ->type_name("N")
        ->check(CLI::Range(std::size_t{1}, max_queue))
        ->capture_default_str();
    app.add_option("--cors-origin",
                   server.site.cors_origins,
                   "A web site that may ask from browsers, * all; may be repeated")
        ->type_name("ORIGIN")
        ->allow_extra_args(false);
    app.add_option("--index-uid", server.site.index_uid, "The index's name in the API")
        ->type_name("NAME")
        ->capture_default_str();
    app.add_option("--style-url",
                   server.site.style_url,
                   "A style sheet of the site, loaded after ours: a path such as /x.css")
        ->type_name("PATH");
    app.add_flag("--demo", server.site.demo, "Show the indexed pages too");
    app.add_option("--log", raw.log, "What to log on standard error: off, error or info")
        ->type_name("LEVEL")
        ->capture_default_str();
    app.set_version_flag("--version", std::string(version_text));
}

LogLevel log_level(const std::string& name) {
    if (name == "off") {
        return LogLevel::off;
    }
    if (name == "error") {
        return LogLevel::error;
    }
    if (name != "info") {
        throw Error{ErrorCode::usage,
                    fmt::format("--log: unknown level: {}", name),
                    "known are off, error and info"};
    }
    return LogLevel::info;
}

// As browsers send it: a scheme and a host, a port where it is not the usual one. "*" is
// all of them.
void check_origin(std::string_view origin) {
    if (origin == "*") {
        return;
    }
    const std::size_t scheme = origin.find("://");
    const bool known = origin.starts_with("http://") || origin.starts_with("https://");
    const std::string_view host =
        known ? origin.substr(scheme + std::string_view("://").size()) : "";
    const bool plain = std::all_of(host.begin(), host.end(), [](char c) {
        return is_ascii_letter(c) || is_ascii_digit(c) ||
               std::string_view("-.:[]").find(c) != std::string_view::npos;
    });
    if (host.empty() || !plain) {
        throw Error{ErrorCode::usage,
                    fmt::format("--cors-origin: not an origin: {}", origin),
                    "give scheme and host, such as https://www.example.org, or *"};
    }
}

void check_uid(std::string_view uid) {
    constexpr std::size_t max_bytes = 512;
    const bool plain = std::all_of(uid.begin(), uid.end(), [](char c) {
        return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_';
    });
    if (uid.empty() || uid.size() > max_bytes || !plain) {
        throw Error{ErrorCode::usage,
                    fmt::format("--index-uid: not a name: {}", uid),
                    "letters, digits, - and _ make a name"};
    }
}

// The page lets nothing in from elsewhere.
void check_style_url(std::string_view url) {
    const bool is_path = url.starts_with('/') && !url.starts_with("//");
    if (!url.empty() && !is_path) {
        throw Error{ErrorCode::usage,
                    fmt::format("--style-url: not a path: {}", url),
                    "give a path of this site, such as /search.css"};
    }
}

}  // namespace

ServeInvocation parse_serve_options(int argc, const char* const* argv) {
    CLI::App app{"Answers questions from the search index over HTTP.", "recovery-serve"};
    RawOptions raw;
    ServeOptions options;
    add_options(app, raw, options.server);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return {std::nullopt, app.help()};
    } catch (const CLI::CallForVersion&) {
        return {std::nullopt, fmt::format("recovery-serve {}\n", version_text)};
    } catch (const CLI::ParseError& error) {
        throw Error{ErrorCode::usage, error.what(), "see recovery-serve --help"};
    }
    options.index_dir = resolve_index_dir(raw.index);
    options.server.log = log_level(raw.log);
    std::for_each(options.server.site.cors_origins.begin(),
                  options.server.site.cors_origins.end(),
                  check_origin);
    check_uid(options.server.site.index_uid);
    check_style_url(options.server.site.style_url);
    return {options, {}};
}

}  // namespace recovery
