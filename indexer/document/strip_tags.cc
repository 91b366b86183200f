// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/strip_tags.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/base/ascii.h"
#include "indexer/base/utf8.h"
#include "indexer/document/markdown_tree.h"

namespace recovery {

namespace {

constexpr std::array<std::string_view, 33> block_tags{
    "address", "article", "aside", "blockquote", "caption", "dd",         "details",
    "div",     "dl",      "dt",    "fieldset",   "figure",  "figcaption", "footer",
    "form",    "h1",      "h2",    "h3",         "h4",      "h5",         "h6",
    "header",  "hr",      "main",  "nav",        "ol",      "p",          "pre",
    "section", "summary", "table", "ul",         "video"};

constexpr std::array<std::string_view, 3> hidden_tags{"script", "style", "template"};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The text that a character reference such as "&amp;" stands for; "" when it is none.
std::string decode_reference(std::string_view reference) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> common{
        {{"&amp;", "&"},
         {"&lt;", "<"},
         {"&gt;", ">"},
         {"&quot;", "\""},
         {"&nbsp;", " "}}};
    for (const auto& [known, text] : common) {
        if (reference == known) {
            return std::string(text);
        }
    }
    const auto is_part = [](char c) {
        return is_ascii_letter(c) || is_ascii_digit(c) || c == '#';
    };
    const std::string_view name = reference.substr(1, reference.size() - 2);
    if (name.empty() || !std::all_of(name.begin(), name.end(), is_part)) {
        return {};
    }
    // cmark knows all of HTML's; a paragraph with one text is what it makes of them.
    const MarkdownTree tree = parse_markdown(reference);
    cmark_node* paragraph = cmark_node_first_child(tree.get());
    cmark_node* node = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
    const std::string text(node == nullptr ? std::string_view() : literal_of(node));
    return text == reference || text == "&" ? std::string() : text;
}

/// Builds the text; white space and breaks are kept back until something follows them.
class TextBuilder {
  public:
    void add(std::string_view text) {
        std::size_t at = 0;
        while (at < text.size()) {
            const CodePoint c = read_code_point(text, at);
            if (is_space(c.value)) {
                pending_ = std::max(pending_, Break::blank);
            } else if (text[at] == '&') {
                at += add_reference(text.substr(at));
                continue;
            } else {
                flush();
                text_.append(text.substr(at, c.bytes));
            }
            at += c.bytes;
        }
    }

    void add_tag(std::string_view name) {
        const bool is_end = name.starts_with('/');
        name.remove_prefix(is_end ? 1 : 0);
        if (name == "br" || name == "tr") {
            pending_ = std::max(pending_, Break::line);
        } else if (name == "li") {
            pending_ = std::max(pending_, Break::line);
            is_item_ = !is_end;
        } else if ((name == "td" || name == "th") && is_end) {
            pending_ = std::max(pending_, Break::cell);
        } else if (is_one_of(name, block_tags)) {
            pending_ = Break::paragraph;
        }
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    enum class Break { none, blank, cell, line, paragraph };

    /// Bytes read from `text`, which begins with '&'.
    std::size_t add_reference(std::string_view text) {
        constexpr std::size_t max_reference_bytes = 34;
        const std::size_t end = text.substr(0, max_reference_bytes).find(';');
        const std::string decoded = end == std::string_view::npos
                                        ? std::string()
                                        : decode_reference(text.substr(0, end + 1));
        if (decoded.empty()) {
            flush();
            text_.push_back('&');
            return 1;
        }
        if (is_space(read_code_point(decoded, 0).value)) {
            pending_ = std::max(pending_, Break::blank);
        } else {
            flush();
            text_ += decoded;
        }
        return end + 1;
    }

    void flush() {
        static constexpr std::array<std::string_view, 5> breaks{
            "", " ", "; ", "\n", "\n\n"};
        if (!text_.empty()) {
            text_ += breaks[static_cast<std::size_t>(pending_)];
        }
        pending_ = Break::none;
        if (std::exchange(is_item_, false)) {
            text_ += "• ";
        }
    }

    std::string text_;
    Break pending_ = Break::none;
    bool is_item_ = false;
};

std::size_t after(std::string_view html, std::size_t from, std::string_view what) {
    const std::size_t found = html.find(what, from);
    return found == std::string_view::npos ? html.size() : found + what.size();
}

/// One past the '>' of the tag at `at`; quoted values may hold a '>'.
std::size_t tag_end(std::string_view html, std::size_t at) {
    char quote = 0;
    for (; at < html.size(); ++at) {
        const char c = html[at];
        if (quote != 0) {
            quote = c == quote ? char{0} : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return at + 1;
        }
    }
    return html.size();
}

/// One past the element's end tag, or the end.
std::size_t hidden_end(std::string_view html, std::size_t at, std::string_view name) {
    for (;;) {
        at = html.find("</", at);
        if (at == std::string_view::npos) {
            return html.size();
        }
        if (tag_name(html.substr(at, name.size() + 3)) == "/" + std::string(name)) {
            return tag_end(html, at);
        }
        at += 2;
    }
}

}  // namespace

std::string tag_name(std::string_view html) {
    if (!html.starts_with('<')) {
        return {};
    }
    html.remove_prefix(1);
    std::string name;
    if (html.starts_with('/')) {
        name = "/";
        html.remove_prefix(1);
    }
    if (html.empty() || !is_ascii_letter(html.front())) {
        return {};
    }
    for (const char c : html) {
        if (!is_ascii_letter(c) && !is_ascii_digit(c) && c != '-') {
            break;
        }
        name.push_back(ascii_lower(c));
    }
    return name;
}

std::string strip_tags(std::string_view html) {
    TextBuilder text;
    std::size_t at = 0;
    while (at < html.size()) {
        const std::size_t open = std::min(html.find('<', at), html.size());
        text.add(html.substr(at, open - at));
        at = open;
        const std::string_view rest = html.substr(at);
        if (rest.starts_with("<!--")) {
            at = after(html, at + 4, "-->");
        } else if (rest.starts_with("<!") || rest.starts_with("<?")) {
            at = after(html, at, ">");
        } else if (const std::string name = tag_name(rest); !name.empty()) {
            at = is_one_of(name, hidden_tags) ? hidden_end(html, at, name)
                                              : tag_end(html, at);
            text.add_tag(name);
        } else if (!rest.empty()) {
            text.add("<");
            ++at;
        }
    }
    return text.take();
}

}  // namespace recovery
