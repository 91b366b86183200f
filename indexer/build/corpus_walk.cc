// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/corpus_walk.h"

#include <algorithm>
#include <system_error>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/base/utf8.h"
#include "indexer/build/file_reader.h"
#include "indexer/build/file_stamp.h"
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
            folder({given, name_of(given), {}});
        } else {
            given_file(given, path.is_named);
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
    /// A folder to read: its name relative to the root ("." for the root itself), and its
    /// path with all links resolved. Names of what is in it are put together from these,
    /// which costs less than asking the system for each.
    struct Folder {
        fs::path path;
        std::string name;
        std::string canonical;
    };

    /// Something in a folder, or a file that was given.
    struct Entry {
        fs::path file;
        std::string name;
        std::string canonical;
    };

    [[nodiscard]] std::string name_of(const fs::path& file) const {
        return fs::path(file).lexically_relative(root_).generic_string();
    }

    void set_root(const fs::path& root) {
        root_ = root;
        std::error_code error;
        const std::string name = fs::weakly_canonical(root, error).filename().string();
        root_name_ = is_valid_utf8(name) ? name : "";
    }

    void problem(const std::string& name, const std::string& why) {
        walk_.problems.push_back({repair_utf8(name), 0, 0, why});
    }

    // Folders wait on a list instead of the stack: their depth is not ours to trust.
    void folder(const Folder& top) {
        std::vector<Folder> waiting{top};
        while (!waiting.empty()) {
            Folder dir = std::move(waiting.back());
            waiting.pop_back();
            std::error_code error;
            dir.canonical = fs::canonical(dir.path, error).string();
            if (!first_visit(dir.canonical, dir.name)) {
                continue;
            }
            fs::directory_iterator it(dir.path, error);
            for (; !error && it != fs::directory_iterator(); it.increment(error)) {
                entry(*it, dir, waiting);
            }
            if (error) {
                problem(dir.name,
                        fmt::format("cannot list the folder: {}", error.message()));
            }
        }
    }

    void entry(const fs::directory_entry& found,
               const Folder& dir,
               std::vector<Folder>& folders) {
        std::error_code error;
        const std::string base = found.path().filename().string();
        const bool link = found.is_symlink(error);
        Entry entry{found.path(),
                    dir.name == "." ? base : dir.name + '/' + base,
                    link ? "" : dir.canonical + '/' + base};
        const fs::file_status status = found.status(error);
        const bool hidden = base.starts_with(".");
        if (status.type() == fs::file_type::directory) {
            if (hidden) {
                walk_.skipped.push_back({repair_utf8(entry.name), "hidden folder"});
            } else {
                folders.push_back({entry.file, entry.name, {}});
            }
        } else if (hidden) {
            walk_.skipped.push_back({repair_utf8(entry.name), "hidden file"});
        } else {
            plain_file(entry, status, error);
        }
    }

    // A file named on the command line is meant: what cannot be indexed is then a
    // problem.
    void given_file(const fs::path& file, bool is_named) {
        std::error_code error;
        const fs::file_status status = fs::status(file, error);
        const std::string name = name_of(file);
        if (is_named && status.type() == fs::file_type::regular &&
            !is_content_file(name)) {
            problem(name, not_indexed);
        } else {
            plain_file({file, name, {}}, status, error);
        }
    }

    void plain_file(const Entry& entry,
                    const fs::file_status& status,
                    const std::error_code& error) {
        if (status.type() == fs::file_type::not_found) {
            problem(entry.name, "dangling link");
        } else if (error) {
            problem(entry.name,
                    error == std::errc::too_many_symbolic_link_levels
                        ? "link that leads to itself"
                        : fmt::format("cannot be read: {}", error.message()));
        } else if (status.type() != fs::file_type::regular) {
            problem(entry.name, "not a regular file (a pipe, socket or device)");
        } else if (!is_valid_utf8(entry.name)) {
            problem(entry.name, "the file name is not UTF-8");
        } else if (!is_content_file(entry.name)) {
            walk_.skipped.push_back({entry.name, not_indexed});
        } else {
            content_file(entry);
        }
    }

    void content_file(const Entry& entry) {
        const std::optional<FileStamp> stamp = stamp_of(entry.file);
        if (!stamp) {
            problem(entry.name, "cannot be read: it went while the corpus was walked");
            return;
        }
        if (stamp->bytes > max_file_bytes && !is_record_file(entry.name)) {
            problem(entry.name,
                    fmt::format("{} bytes; pages above {} MiB are not indexed",
                                stamp->bytes,
                                max_file_bytes >> 20U));
            return;
        }
        std::error_code error;
        const std::string canonical = entry.canonical.empty()
                                          ? fs::canonical(entry.file, error).string()
                                          : entry.canonical;
        if (first_visit(canonical, entry.name)) {
            walk_.files.push_back({entry.file, entry.name, root_name_, stamp});
        }
    }

    // By the path with all links resolved, so that links and nested PATHs lead to each
    // file once. A path that cannot be resolved is a visit of its own.
    bool first_visit(const std::string& canonical, const std::string& name) {
        if (canonical.empty() || seen_.insert(canonical).second) {
            return true;
        }
        walk_.skipped.push_back({repair_utf8(name), "read already by another path"});
        return false;
    }

    fs::path root_;
    std::string root_name_;
    Walk walk_;
    std::unordered_set<std::string> seen_;
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
