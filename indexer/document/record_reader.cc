// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/record_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "indexer/base/utf8.h"
#include "indexer/document/kind.h"
#include "indexer/document/page_address.h"
#include "indexer/document/record_fields.h"

namespace recovery {

namespace {

constexpr std::size_t max_url_bytes = 2000;

bool has_space_or_control(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = read_code_point(text, at);
        if (is_space(c.value) || c.value < 0x20U ||
            (c.value >= 0x7FU && c.value < 0xA0U)) {
            return true;
        }
        at += c.bytes;
    }
    return false;
}

/// Whether pages may link to `url`: no other scheme ("javascript:"), and no path that
/// browsers take for a host ("//host", "/\host").
bool is_safe_url(std::string_view url) {
    if (url.size() > max_url_bytes || has_space_or_control(url)) {
        return false;
    }
    if (url.starts_with('/')) {
        return url.size() == 1 || (url[1] != '/' && url[1] != '\\');
    }
    return url.starts_with("http://") || url.starts_with("https://");
}

class Reader {
  public:
    Reader(std::string_view line, const RecordPlace& place)
        : fields_(line), place_(place) {}

    [[nodiscard]] std::variant<Document, Problem> read() {
        if (!fields_.fault()) {
            read_id();
            read_kind();
            read_page();
            if (document_.kind == Kind::bio) {
                read_person();
            }
            read_section();
        }
        if (const auto& fault = fields_.fault()) {
            return Problem{
                std::string(place_.path), place_.line, fault->column, fault->why};
        }
        return std::move(document_);
    }

  private:
    void read_id() {
        document_.id = fields_.verbatim("_id");
        if (document_.id.empty()) {
            fields_.fail("_id is missing");
        } else if (document_.id.size() > max_record_id_bytes) {
            fields_.fail(fmt::format("_id: more than {} bytes", max_record_id_bytes));
        } else if (has_space_or_control(document_.id)) {
            fields_.fail("_id: holds white space or control characters");
        }
    }

    void read_kind() {
        const std::string type = fields_.line("type");
        const std::optional<Kind> kind = kind_of_type(type);
        if (!kind && !type.empty()) {
            fields_.fail(fmt::format(
                "type: \"{}\" is none of {}", truncate_utf8(type, 40), known_types));
        }
        document_.kind = kind.value_or(Kind::article);
    }

    void read_page() {
        document_.path = place_.path;
        document_.url = fields_.line("url");
        if (document_.url.empty()) {
            document_.url = record_url(document_.id, place_.base_url);
        } else if (!is_safe_url(document_.url)) {
            fields_.fail("url: not an http or https address, nor one that begins with /");
        }
        document_.title = fields_.line("title");
        document_.description = fields_.line("description");
        document_.date = fields_.date("date");
        document_.lastmod = fields_.date("lastmod");
        document_.tags = fields_.list("tags", ListText::comma_separated);
        document_.authors = fields_.list("authors", ListText::one_item);
        document_.keywords = fields_.list("keywords", ListText::comma_separated);
    }

    void read_person() {
        std::string name = fields_.line("name");
        if (document_.title.empty()) {
            document_.title = std::move(name);
        }
        document_.credentials = fields_.list("credentials", ListText::comma_separated);
        document_.role = fields_.line("role");
        document_.location = fields_.line("location");
    }

    void read_section() {
        std::string text = fields_.text("text");
        if (text.empty() && document_.title.empty()) {
            fields_.fail("neither title nor text");
        }
        document_.sections.push_back({{}, {}, std::move(text)});
    }

    RecordFields fields_;
    const RecordPlace& place_;
    Document document_;
};

}  // namespace

bool is_record_file(std::string_view path) {
    return extension_of(path) == "jsonl";
}

std::variant<Document, Problem> read_record(std::string_view line,
                                            const RecordPlace& place) {
    return Reader(line, place).read();
}

}  // namespace recovery
