// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/golden.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

#include <gtest/gtest.h>

namespace recovery {

namespace {

const std::filesystem::path tests_directory =
    std::filesystem::path(RECOVERY_SOURCE_DIR) / "tests";

std::optional<std::string> read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return std::nullopt;
    }
    return std::string(std::istreambuf_iterator<char>(file), {});
}

bool is_update_asked_for() {
    const char* value = std::getenv("UPDATE_GOLDEN");
    return value != nullptr && std::string_view(value) == "1";
}

}  // namespace

std::string read_test_data(const std::string& path) {
    std::optional<std::string> content = read_file(tests_directory / "data" / path);
    if (!content) {
        ADD_FAILURE() << "cannot read tests/data/" << path;
        return {};
    }
    return std::move(*content);
}

void expect_golden(const std::string& path, const std::string& actual) {
    const std::filesystem::path golden = tests_directory / "golden" / path;
    if (is_update_asked_for()) {
        std::filesystem::create_directories(golden.parent_path());
        std::ofstream file(golden, std::ios::binary | std::ios::trunc);
        file << actual;
        ASSERT_TRUE(file.flush()) << "cannot write tests/golden/" << path;
        return;
    }
    const std::optional<std::string> expected = read_file(golden);
    ASSERT_TRUE(expected) << "no tests/golden/" << path << "; UPDATE_GOLDEN=1 makes it";
    EXPECT_EQ(*expected, actual) << "tests/golden/" << path;
}

}  // namespace recovery
