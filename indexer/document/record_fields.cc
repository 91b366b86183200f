// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/record_fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "indexer/base/ascii.h"
#include "indexer/base/date.h"
#include "indexer/base/utf8.h"

namespace recovery {

namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 15> known_fields{"_id",
                                                        "title",
                                                        "text",
                                                        "type",
                                                        "url",
                                                        "description",
                                                        "date",
                                                        "lastmod",
                                                        "tags",
                                                        "authors",
                                                        "keywords",
                                                        "name",
                                                        "credentials",
                                                        "role",
                                                        "location"};
constexpr std::size_t max_line_bytes = std::size_t{64} * 1024;

/// The gist of nlohmann's message. The rest of it quotes the line, which may be long.
std::string explain(std::string_view message) {
    const std::size_t gist = message.rfind(" - ", message.find("; last read"));
    if (message.find("out_of_range") != std::string_view::npos) {
        return "a number in it is too large";
    }
    if (gist == std::string_view::npos) {
        return "not valid JSON";
    }
    message.remove_prefix(gist + 3);
    return fmt::format("not valid JSON: {}",
                       truncate_utf8(message.substr(0, message.find(';')), 80));
}

int column_of(std::string_view line, std::size_t position) {
    int column = 1;
    for (std::size_t at = 0; at + 1 < std::min(position, line.size()); ++column) {
        at += read_code_point(line, at).bytes;
    }
    return column;
}

/// Keeps the values of known fields, with one level of lists, and nothing else.
class Collector : public nlohmann::json_sax<json> {
  public:
    Collector(std::string_view line, RecordFields& fields, RecordFields::Values& values)
        : line_(line), fields_(fields), values_(values) {}

    bool null() override { return scalar({}); }
    bool boolean(bool) override { return scalar("true or false"); }
    bool number_integer(json::number_integer_t) override { return scalar("a number"); }
    bool number_unsigned(json::number_unsigned_t) override { return scalar("a number"); }
    bool number_float(json::number_float_t, const std::string&) override {
        return scalar("a number");
    }
    bool binary(json::binary_t&) override { return scalar("bytes"); }

    bool string(std::string& text) override {
        if (value_ != nullptr && (depth_ == 1 || (depth_ == 2 && value_->is_list)) &&
            value_->texts.size() <= max_list_items) {
            value_->texts.push_back(std::move(text));
        }
        return in_object();
    }

    bool key(std::string& name) override {
        if (depth_ == 1) {
            const bool known =
                std::find(known_fields.begin(), known_fields.end(), name) !=
                known_fields.end();
            value_ = known ? &(values_[name] = {}) : nullptr;
        }
        return true;
    }

    bool start_object(std::size_t) override {
        return (depth_ == 0 || scalar("an object")) && deeper();
    }
    bool end_object() override { return shallower(); }

    bool start_array(std::size_t) override {
        if (depth_ == 1 && value_ != nullptr) {
            value_->is_list = true;
        } else if (!scalar("a list")) {
            return false;
        }
        return deeper();
    }
    bool end_array() override { return shallower(); }

    bool parse_error(std::size_t position,
                     const std::string&,
                     const nlohmann::detail::exception& error) override {
        fields_.fail(explain(error.what()), column_of(line_, position));
        return false;
    }

  private:
    /// A value that is no text.
    bool scalar(std::string_view what) {
        if (value_ != nullptr && depth_ <= 2 && value_->wrong.empty()) {
            value_->wrong = what;
        }
        return in_object();
    }

    bool in_object() {
        if (depth_ == 0) {
            fields_.fail("not a JSON object");
        }
        return depth_ > 0;
    }

    bool deeper() {
        if (++depth_ > max_record_depth) {
            fields_.fail(fmt::format("nested more than {} deep", max_record_depth));
        }
        return depth_ <= max_record_depth;
    }

    bool shallower() {
        --depth_;
        return true;
    }

    std::string_view line_;
    RecordFields& fields_;
    RecordFields::Values& values_;
    RecordFields::Value* value_ = nullptr;  // of the field that is being read, if known
    int depth_ = 0;
};

/// `text` with controls made blanks and all line ends made '\n'.
std::string without_controls(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = read_code_point(text, at);
        if (c.value == '\r') {
            const bool before_newline = at + 1 < text.size() && text[at + 1] == '\n';
            out += before_newline ? "" : "\n";
        } else if ((c.value < 0x20U && c.value != '\n' && c.value != '\t') ||
                   (c.value >= 0x7FU && c.value < 0xA0U)) {
            out += ' ';
        } else {
            append_code_point(out, c.value);
        }
        at += c.bytes;
    }
    return out;
}

std::string one_line(std::string_view text) {
    return collapse_space(without_controls(text));
}

void add_item(std::vector<std::string>& items, std::string_view text) {
    std::string item = one_line(text);
    if (!item.empty() && std::find(items.begin(), items.end(), item) == items.end()) {
        items.push_back(std::move(item));
    }
}

void add_parts(std::vector<std::string>& items, std::string_view text) {
    while (!text.empty() && items.size() <= max_list_items) {
        const std::size_t comma = std::min(text.find(','), text.size());
        add_item(items, text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
}

}  // namespace

RecordFields::RecordFields(std::string_view json_line) {
    Collector collector(json_line, *this, values_);
    if (!json::sax_parse(json_line, &collector)) {
        fail("not valid JSON");
        values_.clear();
    }
}

void RecordFields::fail(std::string why, int column) {
    if (!fault_) {
        fault_ = RecordFault{column, std::move(why)};
    }
}

std::string RecordFields::verbatim(std::string_view name) {
    const auto found = values_.find(name);
    if (found == values_.end()) {
        return {};
    }
    Value& value = found->second;
    if (value.is_list || !value.wrong.empty()) {
        fail(fmt::format("{}: expected text, found {}",
                         name,
                         value.is_list ? std::string_view("a list") : value.wrong));
        return {};
    }
    return value.texts.empty() ? std::string() : std::move(value.texts.front());
}

std::string RecordFields::line(std::string_view name) {
    const std::string written = verbatim(name);
    if (written.size() > max_line_bytes) {
        fail(fmt::format("{}: more than 64 KiB", name));
        return {};
    }
    return one_line(written);
}

std::string RecordFields::text(std::string_view name) {
    return std::string(trim_ascii(without_controls(verbatim(name))));
}

std::string RecordFields::date(std::string_view name) {
    const std::string written = line(name);
    std::optional<std::string> day = parse_date(written);
    if (!day && !written.empty()) {
        fail(fmt::format(
            "{}: \"{}\" is not a date (YYYY-MM-DD)", name, truncate_utf8(written, 40)));
    }
    return day.value_or("");
}

std::vector<std::string> RecordFields::list(std::string_view name, ListText style) {
    const auto found = values_.find(name);
    if (found == values_.end()) {
        return {};
    }
    const Value& value = found->second;
    if (!value.wrong.empty()) {
        fail(fmt::format("{}: expected a list of texts, found {}{}",
                         name,
                         value.wrong,
                         value.is_list ? " in it" : ""));
        return {};
    }
    std::size_t bytes = 0;
    std::vector<std::string> items;
    for (const std::string& text : value.texts) {
        bytes += text.size();
        if (bytes > max_list_bytes) {
            break;
        }
        if (value.is_list || style == ListText::one_item) {
            add_item(items, text);
        } else {
            add_parts(items, text);
        }
    }
    if (value.texts.size() > max_list_items || items.size() > max_list_items ||
        bytes > max_list_bytes) {
        fail(fmt::format("{}: more than 200 items or 64 KiB", name));
        return {};
    }
    return items;
}

}  // namespace recovery
