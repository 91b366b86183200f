// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema/generations.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <string>

#include <fmt/format.h>

#include "indexer/base/error.h"

namespace recovery {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view stub_start = "auto gen-";
constexpr std::size_t max_stub_bytes = 64;

std::optional<std::uint64_t> parse_number(std::string_view digits) {
    std::uint64_t value = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    return value;
}

}  // namespace

fs::path live_file(const fs::path& index_dir) {
    return index_dir / "live";
}

fs::path generation_dir(const fs::path& index_dir, std::uint64_t generation) {
    return index_dir / fmt::format("gen-{}", generation);
}

std::optional<std::uint64_t> live_generation(const fs::path& index_dir) {
    const fs::path file = live_file(index_dir);
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found) {
        return std::nullopt;
    }
    std::string stub(max_stub_bytes, '\0');
    std::streamsize read = 0;
    if (status.type() == fs::file_type::regular) {
        std::ifstream in(file, std::ios::binary);
        in.read(stub.data(), static_cast<std::streamsize>(stub.size()));
        read = in.gcount();
    }
    std::string_view line(stub.data(), static_cast<std::size_t>(read));
    while (!line.empty() && line.back() == '\n') {
        line.remove_suffix(1);
    }
    std::optional<std::uint64_t> generation;
    if (line.starts_with(stub_start)) {
        generation = parse_number(line.substr(stub_start.size()));
    }
    if (!generation) {
        throw Error{
            ErrorCode::index_corrupt,
            fmt::format("{} does not name a generation of the index", file.string()),
            "build the index again with recovery-index"};
    }
    return generation;
}

std::vector<std::uint64_t> list_generations(const fs::path& index_dir) {
    std::vector<std::uint64_t> generations;
    std::error_code error;
    for (fs::directory_iterator it(index_dir, error), end; !error && it != end;
         it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (name.starts_with("gen-")) {
            if (const auto number = parse_number(std::string_view(name).substr(4))) {
                generations.push_back(*number);
            }
        }
    }
    std::sort(generations.begin(), generations.end());
    return generations;
}

fs::path default_index_dir() {
    return "/var/lib/recovery-search/index";
}

fs::path resolve_index_dir(const std::string& option) {
    if (!option.empty()) {
        return option;
    }
    const char* const variable = std::getenv("RECOVERY_INDEX");
    return variable != nullptr && *variable != '\0' ? fs::path(variable)
                                                    : default_index_dir();
}

}  // namespace recovery
