// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/section_terms.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/normalise.h"
#include "indexer/base/tokenise.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/ranking_text.h"
#include "indexer/schema/stored_section.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"

namespace recovery {

namespace {

/// Puts the texts of one section into a Xapian document, one after the other.
class TermWriter {
  public:
    TermWriter(Xapian::Document& out, Stemmer& stemmer) : out_(out), stemmer_(stemmer) {}

    /// Into the text stream, and for a title also into the title field; `words` then
    /// grows by the title's words.
    void title(std::string_view text, std::string& words) { add(text, &words); }
    void text(std::string_view text) { add(text, nullptr); }

    void keyword(std::string_view text) {
        const std::string normalised = normalise(text).text;
        for (const Token& token : tokenise(normalised)) {
            out_.add_term(stemmer_.stem(token.in(normalised)), keyword_wdf);
        }
    }

    void finish() {
        for (const std::string& stem : title_stems_) {
            out_.add_term(std::string(prefix::title) + stem);
        }
    }

    /// Where the next text begins.
    [[nodiscard]] Xapian::termpos position() const noexcept { return position_; }

  private:
    void add(std::string_view text, std::string* title_words) {
        const std::string normalised = normalise(text).text;
        std::string compound;
        for (const Token& token : tokenise(normalised)) {
            const std::string_view word = token.in(normalised);
            const std::string& stem = stemmer_.stem(word);
            out_.add_posting(stem, position_++);
            if (title_words != nullptr) {
                title_stems_.insert(stem);
                add_word(*title_words, word);
            }
            if (!token.hyphenated) {
                close_up(compound);
                compound.clear();
            }
            compound += word;
            ++parts_;
        }
        close_up(compound);
        position_ += position_gap;
    }

    static void add_word(std::string& words, std::string_view word) {
        if (words.size() + word.size() < max_ranking_bytes) {
            words += words.empty() ? "" : " ";
            words += word;
        }
    }

    void close_up(const std::string& compound) {
        if (parts_ > 1 && compound.size() <= max_word_bytes) {
            out_.add_term(stemmer_.stem(compound));
        }
        parts_ = 0;
    }

    Xapian::Document& out_;
    Stemmer& stemmer_;
    std::set<std::string> title_stems_;
    Xapian::termpos position_ = 1;
    int parts_ = 0;
};

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        out += out.empty() ? "" : ", ";
        out += word;
    }
    return out;
}

void add_text(Xapian::Document& out,
              const Document& document,
              std::size_t part,
              Stemmer& stemmer) {
    const Section& section = document.sections[part];
    TermWriter terms(out, stemmer);
    std::string title;
    std::string heading;
    terms.title(document.title, title);
    terms.title(section.heading, heading);
    terms.title(joined(document.credentials), title);
    terms.title(document.role, title);
    RankingText ranking{title, heading, terms.position()};
    ranking.parts = static_cast<std::uint32_t>(document.sections.size());
    out.add_value(slot::ranking_text, encode_ranking_text(ranking));
    terms.text(section.text);
    terms.text(document.location);
    if (part == 0) {
        terms.text(document.description);
    }
    for (const std::string& keyword : document.keywords) {
        terms.keyword(keyword);
    }
    terms.finish();
}

void add_filters(Xapian::Document& out, const Document& document, std::size_t part) {
    out.add_boolean_term(section_id_term(document.id, part));
    out.add_boolean_term(boolean_term(prefix::document_id, document.id));
    out.add_boolean_term(boolean_term(prefix::file, document.path));
    out.add_boolean_term(boolean_term(prefix::kind, kind_name(document.kind)));
    for (const std::string& tag : document.tags) {
        out.add_boolean_term(value_term(prefix::tag, tag));
    }
    for (const std::string& author : document.authors) {
        out.add_boolean_term(value_term(prefix::author, author));
    }
}

void add_values(Xapian::Document& out, const Document& document) {
    out.add_value(slot::document_id, document.id);
    out.add_value(slot::kind, std::string(kind_name(document.kind)));
    out.add_value(slot::date,
                  document.lastmod.empty() ? document.date : document.lastmod);
    out.add_value(slot::tags, encode_list(document.tags));
    out.add_value(slot::authors, encode_list(document.authors));
}

StoredSection stored_section(const Document& document, std::size_t part) {
    const Section& section = document.sections[part];
    StoredSection stored;
    stored.kind = document.kind;
    stored.document_id = document.id;
    stored.url = document.url;
    stored.anchor = document.kind == Kind::article ? section.anchor : document.anchor;
    stored.title = document.title;
    stored.heading = section.heading;
    stored.text = section.text;
    stored.description = document.description;
    stored.date = document.lastmod.empty() ? document.date : document.lastmod;
    stored.tags = document.tags;
    stored.authors = document.authors;
    stored.credentials = document.credentials;
    stored.role = document.role;
    stored.location = document.location;
    stored.part = static_cast<std::uint32_t>(part);
    stored.parts = static_cast<std::uint32_t>(document.sections.size());
    return stored;
}

}  // namespace

Xapian::Document section_terms(const Document& document,
                               std::size_t part,
                               Stemmer& stemmer) {
    Xapian::Document out;
    add_text(out, document, part, stemmer);
    add_filters(out, document, part);
    add_values(out, document);
    out.set_data(encode_section(stored_section(document, part)));
    return out;
}

}  // namespace recovery
