// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct XXH3_state_s;

namespace recovery {

/// Path in the root -> content hash.
using FileHashes = std::map<std::string, std::string>;

/// The difference between the files an index was made from and those of a run; each list
/// is sorted.
struct ChangeSet {
    struct Move {
        std::string from;
        std::string to;
    };
    std::vector<std::string> added;
    std::vector<std::string> changed;
    std::vector<Move>
        moved;  ///< gone from one path, new at another, the content the same
    std::vector<std::string> removed;
    std::vector<std::string> unchanged;
};

[[nodiscard]] ChangeSet compare_files(const FileHashes& before, const FileHashes& after);

/// The hash of a file's content as the index keeps it: XXH3 (64 bits), 16 hex digits.
[[nodiscard]] std::string content_hash(std::string_view bytes);

/// The `content_hash` of bytes that come piece by piece; where they are cut does not
/// matter.
class ContentHasher {
  public:
    ContentHasher();

    void add(std::string_view bytes);

    [[nodiscard]] std::string hash() const;

  private:
    struct Free {
        void operator()(XXH3_state_s* state) const;
    };
    std::unique_ptr<XXH3_state_s, Free> state_;
};

}  // namespace recovery
