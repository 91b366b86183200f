// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/read_documents.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "indexer/base/ascii.h"
#include "indexer/base/utf8.h"
#include "indexer/document/assemble.h"
#include "indexer/document/front_matter.h"
#include "indexer/document/kind.h"
#include "indexer/document/markdown_reader.h"
#include "indexer/document/page_address.h"
#include "indexer/document/record_reader.h"
#include "indexer/document/source_text.h"
#include "indexer/document/text_reader.h"

namespace recovery {

namespace {

constexpr std::array<std::string_view, 2> markdown_extensions{"md", "markdown"};
constexpr std::array<std::string_view, 2> text_extensions{"txt", "text"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_markdown(std::string_view path) {
    return is_one_of(extension_of(path), markdown_extensions);
}

/// The kind of the file, and a problem when `type:` names one we do not know.
std::optional<Kind> decide_kind(const Source& source,
                                const FrontMatter& fields,
                                std::vector<Problem>& problems) {
    if (!fields.type.empty()) {
        if (const std::optional<Kind> kind = kind_of_type(fields.type)) {
            return kind;
        }
        problems.push_back({{},
                            fields.type_line,
                            fields.type_column,
                            fmt::format("type: \"{}\" is none of {}",
                                        truncate_utf8(fields.type, 40),
                                        known_types)});
    }
    if (const std::optional<Kind> kind =
            kind_of_path(source.root_name + '/' + source.path)) {
        return kind;
    }
    if (!fields.name.empty() && (!fields.credentials.empty() || !fields.role.empty())) {
        return Kind::bio;
    }
    return std::nullopt;
}

MarkdownPage read_body(const std::string& path,
                       std::string_view body,
                       std::optional<Kind> kind) {
    if (is_markdown(path)) {
        return read_markdown(body, kind);
    }
    return {read_text(body, kind), {}, {}};
}

void append(std::vector<Problem>& to, std::vector<Problem> from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

/// Reads all that is text; `result` has its problems, without path.
void read_page(const Source& source,
               std::string_view text,
               const ReadOptions& options,
               ReadResult& result) {
    FrontMatterResult front = read_front_matter(text);
    if (!front.fields.skip.empty()) {
        result.problems.clear();
        result.skipped = std::move(front.fields.skip);
        return;
    }
    append(result.problems, std::move(front.problems));
    const std::optional<Kind> kind = decide_kind(source, front.fields, result.problems);
    MarkdownPage page = read_body(source.path, text.substr(front.body_offset), kind);
    for (Problem& problem : page.problems) {
        problem.line += front.body_line - 1;
    }
    append(result.problems, std::move(page.problems));
    result.documents = assemble_documents(
        std::move(page), front.fields, {source.path, options.base_url, kind});
    if (result.documents.empty()) {
        result.problems.push_back({{}, front.body_line, 0, "no text to index"});
    }
}

}  // namespace

bool is_content_file(std::string_view path) {
    const std::string folded = ascii_lower(path);
    const std::string extension = extension_of(folded);
    if (!is_one_of(extension, markdown_extensions) &&
        !is_one_of(extension, text_extensions) && !is_record_file(folded)) {
        return false;
    }
    std::string_view rest = folded;
    for (std::size_t slash = rest.find('/'); slash != std::string_view::npos;
         slash = rest.find('/')) {
        const std::string_view folder = rest.substr(0, slash);
        if (folder == "lexicon" || folder.starts_with('.')) {
            return false;
        }
        rest.remove_prefix(slash + 1);
    }
    return !rest.starts_with('.') && !rest.starts_with("readme");
}

ReadResult read_documents(const Source& source, const ReadOptions& options) {
    ReadResult result;
    SourceText text = read_source_text(source.bytes);
    result.problems = std::move(text.problems);
    if (text.is_usable) {
        read_page(source, text.text, options, result);
    }
    for (Problem& problem : result.problems) {
        problem.path = source.path;
    }
    return result;
}

}  // namespace recovery
