// SPDX-License-Identifier: GPL-2.0-or-later
//
// Who may include whom. The table below is the architecture: a folder knows only what is
// listed for it. Change it in the same commit as the reason.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace recovery {
namespace {

namespace fs = std::filesystem;

struct Allowed {
    std::vector<std::string> folders;
    std::vector<std::string>
        libraries;  // beginnings of <...> includes beyond std and POSIX
};

const std::map<std::string, Allowed> table{
    {"indexer/base", {{}, {"utf8proc.h", "fmt/"}}},
    {"indexer/document",
     {{"indexer/base"},
      {"cmark.h",
       "yaml-cpp/",
       "gumbo.h",
       "nlohmann/",
       "toml++/",
       "libxml/",
       "uchardet/",
       "fmt/"}}},
    {"indexer/lexicon", {{"indexer/base"}, {"yaml-cpp/", "fmt/"}}},
    {"indexer/schema", {{"indexer/lexicon", "indexer/base"}, {"xapian.h", "fmt/"}}},
    {"indexer/build",
     {{"indexer/document", "indexer/schema", "indexer/lexicon", "indexer/base"},
      {"xapian.h", "xxhash.h", "nlohmann/", "fmt/", "spdlog/"}}},
    {"indexer/cli",
     {{"indexer/build",
       "indexer/document",
       "indexer/schema",
       "indexer/lexicon",
       "indexer/base"},
      {"CLI/", "fmt/", "spdlog/"}}},
    {"query/question", {{"indexer/lexicon", "indexer/base"}, {"fmt/"}}},
    {"query/search",
     {{"query/question", "indexer/schema", "indexer/lexicon", "indexer/base"},
      {"xapian.h", "fmt/"}}},
    {"query/render",
     {{"query/search/results.h",
       "query/search/explanation.h",
       "query/question",
       "indexer/base"},
      {"nlohmann/", "fmt/"}}},
    {"query/http",
     {{"query/search",
       "query/render",
       "query/question",
       "indexer/schema",
       "indexer/lexicon",
       "indexer/base"},
      {"boost/", "nlohmann/", "fmt/", "spdlog/", "prometheus/", "CLI/"}}},
    {"query/cli",
     {{"query/search",
       "query/render",
       "query/question",
       "indexer/schema",
       "indexer/lexicon",
       "indexer/base"},
      {"CLI/", "nlohmann/", "fmt/", "spdlog/"}}},
    // Benchmarks drive both sides; nothing includes them.
    {"benchmarks",
     {{"indexer/", "query/"}, {"benchmark/", "xapian.h", "nlohmann/", "CLI/", "fmt/"}}},
    {"benchmarks/peers",
     {{"benchmarks/", "indexer/base"},
      {"xapian.h", "nlohmann/", "fmt/", "arpa/", "netinet/", "sys/socket.h"}}},
    {"benchmarks/relevance",
     {{"benchmarks/", "indexer/", "query/"}, {"xapian.h", "nlohmann/", "CLI/", "fmt/"}}},
};

struct Include {
    fs::path file;
    std::size_t line;
    bool ours;  // "..." rather than <...>
    std::string target;
};

// The first two folders of a path; the first when the file is in it.
std::string folder_of(const std::string& path) {
    const std::size_t first = path.find('/');
    const std::size_t second = path.find('/', first + 1);
    return path.substr(0, second == std::string::npos ? first : second);
}

std::vector<Include> includes_of(const fs::path& file) {
    static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
    std::vector<Include> includes;
    std::ifstream in(file);
    std::string text;
    for (std::size_t line = 1; std::getline(in, text); ++line) {
        std::smatch match;
        if (std::regex_search(text, match, pattern)) {
            includes.push_back({file, line, match[1] == "\"", match[2]});
        }
    }
    return includes;
}

std::vector<fs::path> sources() {
    std::vector<fs::path> files;
    for (const char* top : {"indexer", "query", "benchmarks"}) {
        for (const auto& entry :
             fs::recursive_directory_iterator(fs::path(RECOVERY_SOURCE_DIR) / top)) {
            const std::string extension = entry.path().extension().string();
            if (extension == ".cc" || extension == ".h" || extension == ".in") {
                files.push_back(entry.path());
            }
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

bool starts_with_any(const std::string& text, const std::vector<std::string>& starts) {
    return std::any_of(starts.begin(), starts.end(), [&](const std::string& start) {
        return text.starts_with(start);
    });
}

// Standard headers have no dot; of the headers with one, these belong to the system.
bool is_system_header(const std::string& target) {
    static const std::set<std::string> posix{"fcntl.h",
                                             "poll.h",
                                             "unistd.h",
                                             "sys/file.h",
                                             "sys/inotify.h",
                                             "sys/ioctl.h",
                                             "sys/resource.h",
                                             "sys/stat.h"};
    return target.find('.') == std::string::npos || posix.contains(target);
}

TEST(Layering, FoldersIncludeOnlyWhatTheTableAllows) {
    const fs::path root = RECOVERY_SOURCE_DIR;
    std::size_t checked = 0;
    for (const fs::path& file : sources()) {
        const std::string path = file.lexically_relative(root).generic_string();
        const std::string folder = folder_of(path);
        ASSERT_TRUE(table.contains(folder))
            << path << ": the table does not know " << folder;
        const Allowed& allowed = table.at(folder);
        for (const Include& include : includes_of(file)) {
            ++checked;
            const bool fine =
                include.ours ? folder_of(include.target) == folder ||
                                   starts_with_any(include.target, allowed.folders)
                             : is_system_header(include.target) ||
                                   starts_with_any(include.target, allowed.libraries);
            EXPECT_TRUE(fine) << path << ":" << include.line << ": " << folder
                              << " may not include " << include.target;
        }
    }
    EXPECT_GT(checked, 100U) << "the sources were not found";
}

TEST(Layering, IncludesAreWholePathsFromTheRoot) {
    const fs::path root = RECOVERY_SOURCE_DIR;
    for (const fs::path& file : sources()) {
        for (const Include& include : includes_of(file)) {
            const bool generated = include.target == "indexer/base/version.h";
            EXPECT_TRUE(!include.ours || generated || fs::exists(root / include.target))
                << file << ":" << include.line << ": " << include.target;
        }
    }
}

TEST(Layering, EverySourceSaysItsLicence) {
    for (const fs::path& file : sources()) {
        std::ifstream in(file);
        std::string first;
        std::getline(in, first);
        EXPECT_EQ(first, "// SPDX-License-Identifier: GPL-2.0-or-later") << file;
    }
}

}  // namespace
}  // namespace recovery
