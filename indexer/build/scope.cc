// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/scope.h"

#include <algorithm>
#include <optional>
#include <set>

namespace recovery {

namespace fs = std::filesystem;

namespace {

fs::path absolute_of(const fs::path& path) {
    std::error_code error;
    const fs::path whole = fs::absolute(path, error).lexically_normal();
    return whole.has_filename() ? whole : whole.parent_path();
}

fs::path canonical_of(const fs::path& path) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(path, error);
    return error ? absolute_of(path) : absolute_of(whole);
}

// The path relative to `root`; "" for the root itself, nothing when it is outside.
std::optional<std::string> inside(const fs::path& path, const fs::path& root) {
    const std::string relative = path.lexically_relative(root).generic_string();
    if (relative == ".") {
        return "";
    }
    if (relative.empty() || relative == ".." || relative.starts_with("../")) {
        return std::nullopt;
    }
    return relative;
}

bool is_under(std::string_view path, std::string_view part) {
    return part.empty() || path == part ||
           (path.starts_with(part) && path.size() > part.size() &&
            path[part.size()] == '/');
}

struct Part {
    fs::path root;
    std::string relative;
};

std::optional<Part> part_of(const fs::path& path, const std::vector<std::string>& roots) {
    // As written first: a link inside a root may lead out of it.
    for (const fs::path& whole : {absolute_of(path), canonical_of(path)}) {
        for (const std::string& root : roots) {
            if (auto relative = inside(whole, root)) {
                return Part{root, *std::move(relative)};
            }
        }
    }
    return std::nullopt;
}

bool is_recorded(const std::string& part, const FileRecords& records) {
    return std::any_of(records.begin(), records.end(), [&](const auto& record) {
        return is_under(record.first, part);
    });
}

Scope new_corpus(const std::vector<fs::path>& paths) {
    Scope scope;
    scope.walks = own_roots(paths);
    std::set<std::string> roots;
    for (const CorpusPath& walk : scope.walks) {
        const std::string root = canonical_of(walk.root).string();
        const bool is_new = std::none_of(roots.begin(), roots.end(), [&](const auto& r) {
            return inside(root, r).has_value();
        });
        if (is_new) {
            roots.insert(root);
        }
    }
    scope.roots.assign(roots.begin(), roots.end());
    return scope;
}

}  // namespace

bool Scope::covers(std::string_view path) const {
    return parts.empty() ||
           std::any_of(parts.begin(), parts.end(), [&](const auto& part) {
               return is_under(path, part);
           });
}

Scope scope_of(const std::vector<fs::path>& paths,
               const std::vector<std::string>& known_roots,
               const FileRecords& records) {
    Scope scope;
    scope.roots = known_roots;
    for (const fs::path& path : paths) {
        const auto part = part_of(path, known_roots);
        if (!part) {
            return new_corpus(paths);
        }
        const fs::path start =
            part->relative.empty() ? part->root : part->root / part->relative;
        std::error_code error;
        const bool exists =
            fs::symlink_status(start, error).type() != fs::file_type::not_found;
        if (exists || !is_recorded(part->relative, records)) {
            scope.walks.push_back({part->root, start});
        }
        scope.parts.push_back(part->relative);
    }
    return scope;
}

std::optional<Scope> scope_of_changes(const std::vector<fs::path>& changed,
                                      const std::vector<std::string>& known_roots) {
    if (known_roots.size() != 1 || changed.empty()) {
        return std::nullopt;
    }
    Scope scope;
    scope.roots = known_roots;
    for (const fs::path& path : changed) {
        const auto part = part_of(path, known_roots);
        if (!part) {
            return std::nullopt;
        }
        const fs::path start =
            part->relative.empty() ? part->root : part->root / part->relative;
        std::error_code error;
        if (fs::symlink_status(start, error).type() != fs::file_type::not_found) {
            scope.walks.push_back({part->root, start, false});
        }
        scope.parts.push_back(part->relative);
    }
    return scope;
}

Scope whole_scope(const std::vector<std::string>& roots) {
    Scope scope;
    scope.roots = roots;
    for (const std::string& root : roots) {
        scope.walks.push_back({root, root});
    }
    return scope;
}

}  // namespace recovery
