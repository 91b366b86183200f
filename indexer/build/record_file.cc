// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/record_file.h"

#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "indexer/base/ascii.h"
#include "indexer/base/error.h"
#include "indexer/base/surrogates.h"
#include "indexer/base/utf8.h"
#include "indexer/build/change_set.h"
#include "indexer/build/file_reader.h"
#include "indexer/build/stop.h"
#include "indexer/document/record_reader.h"

namespace recovery {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t binary_check_bytes = 8192;

/// Puts lines together from pieces of a file; each is read once it is whole.
class RecordLines {
  public:
    RecordLines(std::string_view path, std::string_view base_url, const RecordSink& sink)
        : place_{path, 1, base_url}, sink_(sink) {}

    void add(std::string_view bytes) {
        if (!first_bytes_seen_) {
            first_bytes_seen_ = true;
            is_binary_ = bytes.substr(0, binary_check_bytes).find('\0') != bytes.npos;
            if (is_binary_) {
                report(0, "looks like a binary file");
            }
        }
        while (!is_binary_ && !bytes.empty()) {
            const std::size_t end = bytes.find('\n');
            take(bytes.substr(0, end));
            if (end == std::string_view::npos) {
                break;
            }
            finish_line();
            bytes.remove_prefix(end + 1);
        }
    }

    void finish() {
        finish_line();
        if (!is_anything_) {
            report(0, "empty file");
        }
    }

  private:
    void take(std::string_view piece) {
        if (line_.size() + piece.size() > max_record_line_bytes) {
            is_too_long_ = true;
            line_ = std::string();
        }
        if (!is_too_long_) {
            line_ += piece;
        }
    }

    void finish_line() {
        if (is_too_long_) {
            report(place_.line,
                   fmt::format("a line above {} MiB; it is left out",
                               max_record_line_bytes >> 20U));
        } else {
            read_line();
        }
        line_.clear();
        is_too_long_ = false;
        ++place_.line;
    }

    void read_line() {
        std::string_view line = line_;
        if (place_.line == 1 && line.starts_with(byte_order_mark)) {
            line.remove_prefix(byte_order_mark.size());
        }
        if (trim_ascii(line).empty()) {
            return;
        }
        is_anything_ = true;
        const std::string mended = without_half_surrogates(
            is_valid_utf8(line) ? std::string(line) : repair_utf8(line));
        if (mended != line && !is_mended_) {
            is_mended_ = true;
            report(place_.line, "not valid UTF-8; bad bytes were replaced");
        }
        sink_(read_record(mended, place_), place_.line);
    }

    void report(int line, std::string why) {
        is_anything_ = true;
        sink_(Problem{std::string(place_.path), line, 0, std::move(why)}, line);
    }

    RecordPlace place_;
    const RecordSink& sink_;
    std::string line_;
    bool first_bytes_seen_ = false;
    bool is_binary_ = false;
    bool is_too_long_ = false;
    bool is_mended_ = false;
    bool is_anything_ = false;
};

/// A FileReader whose failure is a value: what the sink throws is something else.
class Pieces {
  public:
    explicit Pieces(const std::filesystem::path& file) {
        attempt([&] { reader_.emplace(file); });
    }

    /// Empty at the end and after a failure.
    [[nodiscard]] std::string_view next() {
        std::string_view piece;
        if (reader_) {
            attempt([&] { piece = reader_->next(); });
        }
        return piece;
    }

    [[nodiscard]] const std::string& failure() const noexcept { return failure_; }

  private:
    template <typename Work>
    void attempt(Work work) {
        try {
            work();
        } catch (const Error& error) {
            failure_ = error.what();
        }
    }

    std::optional<FileReader> reader_;
    std::string failure_;
};

}  // namespace

std::optional<std::string> read_record_file(const CorpusFile& file,
                                            std::string_view base_url,
                                            const RecordSink& sink,
                                            const std::atomic<bool>& stop) {
    ContentHasher hasher;
    RecordLines lines(file.path, base_url, sink);
    Pieces pieces(file.file);
    for (std::string_view piece = pieces.next(); !piece.empty(); piece = pieces.next()) {
        throw_if_stopped(stop);
        hasher.add(piece);
        lines.add(piece);
    }
    if (!pieces.failure().empty()) {
        sink(Problem{file.path, 0, 0, pieces.failure()}, 0);
        return std::nullopt;
    }
    lines.finish();
    return hasher.hash();
}

}  // namespace recovery
