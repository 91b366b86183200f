// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/corpus_walk.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/base/utf8.h"
#include "indexer/build/file_reader.h"
#include "indexer/document/read_documents.h"
#include "indexer/document/record_reader.h"

namespace recovery {

namespace fs = std::filesystem;

namespace {

constexpr const char* not_indexed = "not a kind of file that is indexed";

class Walker {
  public:
    void add(const CorpusPath& path) {
        const fs::path& given = path.start;
        std::error_code error;
        const fs::file_status status = fs::status(given, error);
        const bool link = fs::is_symlink(fs::symlink_status(given, error));
        if (status.type() == fs::file_type::not_found && !link) {
            throw Error{ErrorCode::usage,
                        fmt::format("no such file or folder: {}", given.string())};
        }
        set_root(path.root);
        if (status.type() == fs::file_type::directory) {
            folder(given);
        } else {
            given_file(given);
        }
    }

    Walk take() {
        const auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
        std::sort(walk_.files.begin(), walk_.files.end(), by_path);
        std::stable_sort(walk_.problems.begin(), walk_.problems.end(), by_path);
        std::stable_sort(walk_.skipped.begin(), walk_.skipped.end(), by_path);
        return std::move(walk_);
    }

  private:
    [[nodiscard]] std::string name_of(const fs::path& file) const {
        return fs::path(file).lexically_relative(root_).generic_string();
    }

    void set_root(const fs::path& root) {
        root_ = root;
        std::error_code error;
        const std::string name = fs::weakly_canonical(root, error).filename().string();
        root_name_ = is_valid_utf8(name) ? name : "";
    }

    void problem(const fs::path& file, const std::string& why) {
        walk_.problems.push_back({repair_utf8(name_of(file)), 0, 0, why});
    }

    // Folders wait on a list instead of the stack: their depth is not ours to trust.
    void folder(const fs::path& top) {
        std::vector<fs::path> waiting{top};
        while (!waiting.empty()) {
            const fs::path dir = waiting.back();
            waiting.pop_back();
            if (!first_visit(dir)) {
                continue;
            }
            std::error_code error;
            fs::directory_iterator it(dir, error);
            for (; !error && it != fs::directory_iterator(); it.increment(error)) {
                entry(it->path(), waiting);
            }
            if (error) {
                problem(dir, fmt::format("cannot list the folder: {}", error.message()));
            }
        }
    }

    void entry(const fs::path& file, std::vector<fs::path>& folders) {
        std::error_code error;
        const fs::file_status status = fs::status(file, error);
        const bool hidden = file.filename().string().starts_with(".");
        if (status.type() == fs::file_type::directory) {
            if (hidden) {
                walk_.skipped.push_back({name_of(file), "hidden folder"});
            } else {
                folders.push_back(file);
            }
        } else if (hidden) {
            walk_.skipped.push_back({repair_utf8(name_of(file)), "hidden file"});
        } else {
            plain_file(file, status, error);
        }
    }

    // A file named on the command line is meant: what cannot be indexed is then a
    // problem.
    void given_file(const fs::path& file) {
        std::error_code error;
        const fs::file_status status = fs::status(file, error);
        if (status.type() == fs::file_type::regular && !is_content_file(name_of(file))) {
            problem(file, not_indexed);
        } else {
            plain_file(file, status, error);
        }
    }

    void plain_file(const fs::path& file,
                    const fs::file_status& status,
                    const std::error_code& error) {
        if (status.type() == fs::file_type::not_found) {
            problem(file, "dangling link");
        } else if (error) {
            problem(file,
                    error == std::errc::too_many_symbolic_link_levels
                        ? "link that leads to itself"
                        : fmt::format("cannot be read: {}", error.message()));
        } else if (status.type() != fs::file_type::regular) {
            problem(file, "not a regular file (a pipe, socket or device)");
        } else if (!is_valid_utf8(name_of(file))) {
            problem(file, "the file name is not UTF-8");
        } else if (!is_content_file(name_of(file))) {
            walk_.skipped.push_back({name_of(file), not_indexed});
        } else {
            content_file(file);
        }
    }

    void content_file(const fs::path& file) {
        std::error_code error;
        const std::uintmax_t bytes = fs::file_size(file, error);
        if (error) {
            problem(file, fmt::format("cannot be read: {}", error.message()));
        } else if (bytes > max_file_bytes && !is_record_file(name_of(file))) {
            problem(file,
                    fmt::format("{} bytes; pages above {} MiB are not indexed",
                                bytes,
                                max_file_bytes >> 20U));
        } else if (first_visit(file)) {
            walk_.files.push_back({file, name_of(file), root_name_});
        }
    }

    // By the path with all links resolved, so that links and nested PATHs lead to each
    // file once.
    bool first_visit(const fs::path& file) {
        std::error_code error;
        const fs::path whole = fs::canonical(file, error);
        if (error || seen_.insert(whole.string()).second) {
            return true;
        }
        walk_.skipped.push_back(
            {repair_utf8(name_of(file)), "read already by another path"});
        return false;
    }

    fs::path root_;
    std::string root_name_;
    Walk walk_;
    std::set<std::string> seen_;
};

// Outer folders first, so that a PATH inside another belongs to the outer root.
std::vector<fs::path> outer_first(const std::vector<fs::path>& paths) {
    std::vector<std::pair<std::string, fs::path>> keyed;
    for (const fs::path& path : paths) {
        std::error_code error;
        fs::path whole = fs::weakly_canonical(path, error);
        keyed.emplace_back((error ? path : whole).string(), path.lexically_normal());
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
        return a.first.size() < b.first.size();
    });
    std::vector<fs::path> sorted;
    sorted.reserve(keyed.size());
    for (auto& [whole, path] : keyed) {
        sorted.push_back(path.has_filename() ? path : path.parent_path());
    }
    return sorted;
}

}  // namespace

std::vector<CorpusPath> own_roots(const std::vector<fs::path>& paths) {
    std::vector<CorpusPath> corpus_paths;
    for (const fs::path& path : outer_first(paths)) {
        std::error_code error;
        const bool is_folder = fs::is_directory(path, error);
        const fs::path parent = path.has_parent_path() ? path.parent_path() : ".";
        corpus_paths.push_back({is_folder ? path : parent, path});
    }
    return corpus_paths;
}

Walk walk_corpus(const std::vector<CorpusPath>& paths) {
    Walker walker;
    for (const CorpusPath& path : paths) {
        walker.add(path);
    }
    return walker.take();
}

std::string read_file(const fs::path& file) {
    std::string bytes;
    FileReader reader(file);
    for (std::string_view piece = reader.next(); !piece.empty(); piece = reader.next()) {
        if (bytes.size() + piece.size() > max_file_bytes) {
            throw Error{ErrorCode::io, "grew while it was read"};
        }
        bytes += piece;
    }
    return bytes;
}

}  // namespace recovery
