// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/relevance/scratch_dir.h"

#include <cstdlib>
#include <string>
#include <system_error>

#include "indexer/base/error.h"

namespace recovery {

namespace fs = std::filesystem;

ScratchDir::ScratchDir() {
    std::string pattern = (fs::temp_directory_path() / "recovery-bench-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        throw Error{ErrorCode::io, "cannot make a directory like " + pattern};
    }
    path_ = pattern;
}

ScratchDir::~ScratchDir() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

}  // namespace recovery
