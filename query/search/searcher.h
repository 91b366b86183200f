// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/schema/analysis.h"
#include "indexer/schema/index_metadata.h"
#include "indexer/schema/stored_section.h"
#include "query/question/crisis.h"
#include "query/question/question.h"
#include "query/search/compile_query.h"
#include "query/search/explain.h"
#include "query/search/rerank.h"
#include "query/search/results.h"
#include "query/search/snippet.h"
#include "query/search/word_statistics.h"

namespace recovery {

/// How much of an answer is wanted.
struct SearchOptions {
    Filters filters;
    std::size_t limit = 10;
    std::size_t offset = 0;
    /// Of `facet_fields`; counting scores every match and costs several times the search
    /// itself.
    std::vector<std::string> facets;
    std::size_t excerpt_bytes = default_excerpt_bytes;
};

/// `offset` + `limit` may not exceed this.
inline constexpr std::size_t max_result_window = 1000;

/// A page with more Documents than that is cut short.
inline constexpr std::size_t max_page_documents = 500;

/// Answers questions from one index directory.
///
/// Each search answers from what was published last, in the generation that is live. If a
/// writer overtakes a running search the search is run again from the start, a few times.
/// When a later generation is damaged, the Searcher goes on with the one it has. Nothing
/// of Xapian leaves it: results are plain values. Not thread-safe: give each thread its
/// own Searcher.
///
/// Every Xapian error becomes Error{index_corrupt}.
class Searcher {
  public:
    /// Throws Error{index_missing}, Error{index_corrupt} or Error{schema_mismatch}; each
    /// hint names the command that mends it.
    explicit Searcher(const std::filesystem::path& index_dir);

    /// Hits `offset` to `offset + limit`, best first, one a Document. No hit is an empty
    /// Results. Where nothing holds a phrase of the question, its words are searched one
    /// by one and a note says so. Throws Error{usage} when the window exceeds
    /// `max_result_window` or a facet is unknown.
    [[nodiscard]] Results search(const Question& question, const SearchOptions& options);

    /// How the answer to a question came about; what it explains is what `search` gives.
    [[nodiscard]] Explanation explain(const Question& question,
                                      const ExplainOptions& options);

    /// All sections of a Document in page order; nullopt when there is none of that id.
    [[nodiscard]] std::optional<WholeDocument> document(const std::string& id);

    /// All Documents of a page, in the order in which they were indexed: that of the id
    /// `page_id`, and those whose id is it and an anchor ("faqs/ketamine#is-it-legal").
    /// At most `max_page_documents`; empty when there is none.
    [[nodiscard]] std::vector<WholeDocument> page(const std::string& page_id);

    /// What the built-in crisis rules or those that this index adds find, the stronger of
    /// both. Added rules that cannot be read find nothing, and every answer says so in a
    /// note.
    [[nodiscard]] std::optional<Crisis> recognise_crisis(std::string_view text) const;

    [[nodiscard]] const IndexMetadata& metadata() const noexcept { return metadata_; }

    [[nodiscard]] std::size_t section_count() const noexcept { return section_count_; }

  private:
    void load_crisis_rules();
    void refresh();
    void renew();
    bool follow_generation();
    [[nodiscard]] bool is_superseded() const;

    template <typename Work>
    auto guarded(Work work);

    std::optional<WholeDocument> read_document(const std::string& id_term) const;
    Results search_once(const Question& question, const SearchOptions& options);
    HighlightTerms highlight_terms(const std::vector<std::string>& stems) const;
    StoredSection read_section(const Candidate& candidate) const;
    Hit hit(const RankedDocument& document,
            const HighlightTerms& terms,
            std::size_t excerpt_bytes);
    void add_further_sections(const RankedDocument& document,
                              const HighlightTerms& terms,
                              Hit& hit);

    std::filesystem::path index_dir_;
    std::uint64_t generation_ = 0;
    Xapian::Database database_;
    bool is_stale_ = true;  ///< what was read of the database at its opening
    IndexMetadata metadata_;
    std::size_t section_count_ = 0;
    std::optional<CrisisRecogniser> added_crisis_;
    std::string crisis_note_;
    Stemmer stemmer_;
    WordStatistics statistics_;
};

}  // namespace recovery
