// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/yaml_fields.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "indexer/base/ascii.h"
#include "indexer/base/date.h"
#include "indexer/base/utf8.h"

namespace recovery {

namespace {

/// yaml-cpp's messages, put so that whoever wrote the page can mend it.
std::string explain(const YAML::Exception& error) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> hints{{
        {"bad file", " (nested too deeply)"},
        {"illegal map value", " (a value with \": \" in it needs quotes)"},
        {"unknown token", " (a value that begins with @, % or ` needs quotes)"},
        {"illegal document indicator in scalar", " (a quote is opened and never closed)"},
        {"the referenced anchor is not defined",
         " (a value that begins with * needs quotes)"},
    }};
    for (const auto& [message, hint] : hints) {
        if (error.msg == message) {
            return error.msg + std::string(hint);
        }
    }
    return error.msg;
}

std::string_view type_name(const YAML::Node& node) {
    if (node.IsSequence()) {
        return "a list";
    }
    return node.IsMap() ? "a mapping" : "text";
}

std::optional<bool> parse_boolean(const YAML::Node& node) {
    if (!node.IsScalar()) {
        return std::nullopt;
    }
    const std::string word = ascii_lower(trim_ascii(node.Scalar()));
    if (word == "true" || word == "yes" || word == "on" || word == "1") {
        return true;
    }
    if (word == "false" || word == "no" || word == "off" || word == "0") {
        return false;
    }
    return std::nullopt;
}

/// Bytes to characters: yaml-cpp counts bytes, editors do not.
int column_in_characters(std::string_view line, std::size_t bytes) {
    int column = 1;
    for (std::size_t at = 0; at < std::min(bytes, line.size()); ++column) {
        at += read_code_point(line, at).bytes;
    }
    return column;
}

std::string_view line_of(std::string_view text, int number) {
    for (; number > 0 && !text.empty(); --number) {
        const std::size_t end = text.find('\n');
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return text.substr(0, text.find('\n'));
}

}  // namespace

YamlFields::YamlFields(std::string_view yaml, int first_line)
    : yaml_(yaml), first_line_(first_line) {
    try {
        // Without an end mark yaml-cpp takes a quote that is never closed for a value.
        const YAML::Node root = YAML::Load(std::string(yaml) + "...\n");
        if (root.IsMap()) {
            for (const auto& entry : root) {
                add_key(entry.first, entry.second);
            }
        } else if (!root.IsNull()) {
            report(root.Mark(), "front matter is not a list of \"key: value\" lines");
        }
    } catch (const YAML::Exception& error) {
        values_.clear();
        problems_.clear();
        report(error.mark,
               fmt::format("front matter cannot be read: {}", explain(error)));
    }
}

std::string YamlFields::text(const std::string& key) {
    const YAML::Node* node = find(key);
    if (node == nullptr) {
        return {};
    }
    if (!node->IsScalar()) {
        report(node->Mark(),
               fmt::format("{}: expected text, found {}", key, type_name(*node)));
        return {};
    }
    return collapse_space(node->Scalar());
}

std::string YamlFields::date(const std::string& key) {
    const std::string written = text(key);
    if (written.empty()) {
        return {};
    }
    std::optional<std::string> day = parse_date(written);
    if (!day) {
        report(find(key)->Mark(),
               fmt::format("{}: \"{}\" is not a date (YYYY-MM-DD)",
                           key,
                           truncate_utf8(written, 40)));
        return {};
    }
    return std::move(*day);
}

std::vector<std::string> YamlFields::list(const std::string& key, ListText style) {
    const YAML::Node* node = find(key);
    std::vector<std::string> items;
    if (node == nullptr) {
        return items;
    }
    if (node->IsScalar() && style == ListText::comma_separated) {
        std::string_view rest = node->Scalar();
        while (!rest.empty()) {
            const std::size_t comma = std::min(rest.find(','), rest.size());
            add_item(key, YAML::Node(std::string(rest.substr(0, comma))), items);
            rest.remove_prefix(std::min(comma + 1, rest.size()));
        }
    } else if (node->IsScalar()) {
        add_item(key, *node, items);
    } else if (node->IsSequence()) {
        for (const auto& item : *node) {
            add_item(key, item, items);
        }
    } else {
        report(node->Mark(), fmt::format("{}: expected a list, found a mapping", key));
    }
    const std::size_t bytes = std::transform_reduce(
        items.begin(), items.end(), std::size_t{0}, std::plus<>(), [](const auto& item) {
            return item.size();
        });
    if (items.size() > max_list_items || bytes > max_list_bytes) {
        report(node->Mark(), fmt::format("{}: more than 200 items or 64 KiB", key));
        items.clear();
    }
    return items;
}

void YamlFields::add_item(const std::string& key,
                          const YAML::Node& item,
                          std::vector<std::string>& items) {
    if (item.IsNull() || items.size() > max_list_items) {
        return;
    }
    if (!item.IsScalar()) {
        report(item.Mark(),
               fmt::format("{}: expected text, found {}", key, type_name(item)));
        return;
    }
    std::string text = collapse_space(item.Scalar());
    if (!text.empty() && std::find(items.begin(), items.end(), text) == items.end()) {
        items.push_back(std::move(text));
    }
}

std::optional<bool> YamlFields::boolean(const std::string& key) {
    const YAML::Node* node = find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    const std::optional<bool> value = parse_boolean(*node);
    if (!value) {
        report(node->Mark(), fmt::format("{}: expected true or false", key));
    }
    return value;
}

bool YamlFields::is_true_within(const std::string& key, const std::string& inner) const {
    if (!is_mapping(key)) {
        return false;
    }
    for (const auto& entry : *find(key)) {
        if (entry.first.IsScalar() && ascii_lower(entry.first.Scalar()) == inner) {
            return parse_boolean(entry.second) == true;
        }
    }
    return false;
}

bool YamlFields::is_mapping(const std::string& key) const {
    const YAML::Node* node = find(key);
    return node != nullptr && node->IsMap();
}

bool YamlFields::is_date(const std::string& key) const {
    const YAML::Node* node = find(key);
    return node != nullptr && node->IsScalar() && parse_date(node->Scalar()).has_value();
}

Problem YamlFields::place_of(const std::string& key) const {
    const YAML::Node* node = find(key);
    return node == nullptr ? Problem{} : at(node->Mark(), {});
}

void YamlFields::add_key(const YAML::Node& key, const YAML::Node& value) {
    if (!key.IsScalar()) {
        return;
    }
    const std::string name = ascii_lower(trim_ascii(key.Scalar()));
    if (!values_.try_emplace(name, value).second) {
        report(
            key.Mark(),
            fmt::format("{}: stands twice; the first counts", truncate_utf8(name, 40)));
    }
}

const YAML::Node* YamlFields::find(const std::string& key) const {
    const auto found = values_.find(key);
    return found == values_.end() || found->second.IsNull() ? nullptr : &found->second;
}

Problem YamlFields::at(const YAML::Mark& mark, std::string why) const {
    if (mark.is_null()) {
        return {{}, first_line_, 1, std::move(why)};
    }
    const int column = column_in_characters(line_of(yaml_, mark.line),
                                            static_cast<std::size_t>(mark.column));
    return {{}, first_line_ + mark.line, column, std::move(why)};
}

void YamlFields::report(const YAML::Mark& mark, std::string why) {
    if (problems_.size() < max_problems) {
        problems_.push_back(at(mark, std::move(why)));
    }
}

}  // namespace recovery
