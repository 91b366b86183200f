// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace recovery {

/// The bytes of a file under tests/data. A missing file fails the test and reads as "".
[[nodiscard]] std::string read_test_data(const std::string& path);

/// Expects `actual` to equal the file `path` under tests/golden, byte for byte.
///
/// With `UPDATE_GOLDEN=1` in the environment the file is written instead; read the
/// difference before it is committed.
///
/// Example: expect_golden("markdown/lists.txt", dump(page));
void expect_golden(const std::string& path, const std::string& actual);

}  // namespace recovery
