// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "indexer/build/corpus_walk.h"
#include "indexer/document/document.h"

namespace recovery {

/// A longer line is no record; it is reported and passed over.
inline constexpr std::size_t max_record_line_bytes = std::size_t{8} << 20U;

/// What one line of a record file gave. `line` counts from 1.
using RecordSink = std::function<void(std::variant<Document, Problem> outcome, int line)>;

/// Reads a file of records (JSON Lines, see `read_record`) line by line and hands each
/// line's outcome to `sink`, in order. Returns the `content_hash` of the whole file;
/// nothing when it could not be read to its end, which is a Problem too.
///
/// Any size will do: not more than one line is held, and of one above
/// `max_record_line_bytes` no more than that. Blank lines and a byte order mark are
/// passed over. Bytes that are not UTF-8 and half surrogate pairs are replaced, which is
/// one Problem for the file, at the first line that has them. A NUL byte in the first 8
/// KiB (a binary file), and a file without any record or Problem, is a Problem of the
/// file as a whole.
///
/// Throws Error{interrupted} soon after `stop` is set. What `sink` throws passes through.
[[nodiscard]] std::optional<std::string> read_record_file(const CorpusFile& file,
                                                          std::string_view base_url,
                                                          const RecordSink& sink,
                                                          const std::atomic<bool>& stop);

}  // namespace recovery
