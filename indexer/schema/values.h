// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recovery {

/// Writes the fields of one record one after the other: numbers as LEB128 varints,
/// strings behind their length, lists behind their count.
class FieldEncoder {
  public:
    void number(std::uint64_t value);
    void text(std::string_view value);
    void list(const std::vector<std::string>& values);
    [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }

  private:
    std::string bytes_;
};

/// Reads what a FieldEncoder wrote, in the same order. The bytes are not trusted:
/// whatever does not fit throws Error{index_corrupt}. `bytes` must outlive the decoder.
class FieldDecoder {
  public:
    explicit FieldDecoder(std::string_view bytes) : rest_(bytes) {}
    [[nodiscard]] std::uint64_t number();
    [[nodiscard]] std::string_view text();
    [[nodiscard]] std::vector<std::string> list();
    /// Throws unless everything has been read.
    void finish() const;

  private:
    std::string_view rest_;
};

/// A list as the value of a slot; an empty list is "".
[[nodiscard]] std::string encode_list(const std::vector<std::string>& values);
/// Throws Error{index_corrupt}.
[[nodiscard]] std::vector<std::string> decode_list(std::string_view bytes);

}  // namespace recovery
