// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/front_matter.h"

#include <array>
#include <initializer_list>
#include <utility>

#include "indexer/document/front_matter_block.h"
#include "indexer/document/yaml_fields.h"

namespace recovery {

namespace {

struct SkipRule {
    const char* key;
    bool value;
    const char* reason;
};

constexpr std::array skip_rules{
    SkipRule{"draft", true, "draft"},
    SkipRule{"search", false, "search: false"},
    SkipRule{"hiddenfromsearch", true, "hiddenFromSearch: true"},
    SkipRule{"searchhidden", true, "searchHidden: true"},
    SkipRule{"robotsnoindex", true, "robotsNoIndex: true"},
    SkipRule{"search_exclude", true, "search_exclude: true"},
    SkipRule{"pagefind", false, "pagefind: false"},
    SkipRule{"noindex", true, "noindex: true"},
};

std::string skip_reason(YamlFields& fields) {
    // Hugo takes `published` for a date, Jekyll for true or false.
    if (!fields.is_date("published") && fields.boolean("published") == false) {
        return "not published";
    }
    for (const SkipRule& rule : skip_rules) {
        // MkDocs writes `search: {exclude: true}` and knows other settings there.
        if (fields.is_mapping(rule.key)) {
            if (fields.is_true_within(rule.key, "exclude")) {
                return std::string(rule.key) + ": {exclude: true}";
            }
        } else if (fields.boolean(rule.key) == rule.value) {
            return rule.reason;
        }
    }
    return {};
}

std::string first_date(YamlFields& fields, std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
        std::string day = fields.date(key);
        if (!day.empty()) {
            return day;
        }
    }
    return {};
}

FrontMatter read_fields(YamlFields& yaml) {
    FrontMatter fields;
    fields.title = yaml.text("title");
    fields.type = yaml.text("type");
    const Problem type_place = yaml.place_of("type");
    fields.type_line = type_place.line;
    fields.type_column = type_place.column;
    fields.description = yaml.text("description");
    fields.date = first_date(yaml, {"date", "publishdate", "pubdate"});
    if (fields.date.empty() && yaml.is_date("published")) {
        fields.date = yaml.date("published");
    }
    fields.lastmod = first_date(yaml, {"lastmod", "last_modified_at", "modified"});
    fields.slug = yaml.text("slug");
    fields.tags = yaml.list("tags", ListText::comma_separated);
    fields.authors = yaml.list("authors", ListText::one_item);
    if (fields.authors.empty()) {
        fields.authors = yaml.list("author", ListText::one_item);
    }
    fields.keywords = yaml.list("keywords", ListText::comma_separated);
    fields.name = yaml.text("name");
    fields.credentials = yaml.list("credentials", ListText::comma_separated);
    fields.role = yaml.text("role");
    fields.location = yaml.text("location");
    fields.skip = skip_reason(yaml);
    return fields;
}

}  // namespace

FrontMatterResult read_front_matter(std::string_view file) {
    FrontMatterBlock block = find_front_matter(file);
    FrontMatterResult result;
    result.body_offset = block.body_offset;
    result.body_line = block.body_line;
    if (block.problem) {
        result.problems.push_back(std::move(*block.problem));
    }
    if (!block.yaml.empty()) {
        YamlFields yaml(block.yaml, block.yaml_line);
        result.fields = read_fields(yaml);
        result.problems = yaml.take_problems();
    }
    return result;
}

}  // namespace recovery
