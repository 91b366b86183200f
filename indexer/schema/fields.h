// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace recovery {

/// The format of the index, all of it. `recovery-index --fields` prints the table below.
///
/// One Xapian document is one Section: an article's part under a heading (long parts
/// split at paragraphs), a whole FAQ pair, a whole bio. A Document (article, FAQ, bio) is
/// the sections that share a document id.
///
/// Text terms are Snowball English stems of normalised words (`analysis.h`), lower case.
/// Words of the page title and the section's heading, of a question, or of a name with
/// credentials and role stand
/// - in the title field, prefix S, each stem once, without positions, and
/// - in the text stream, without prefix, with positions.
/// Position gaps of 100 part title, heading and body, so that no phrase crosses. Parts of
/// a hyphenated compound are words; the compound closed up ("cooccur") is a term besides,
/// without position. Other names of the topic (front matter `keywords`) are stream terms
/// with wdf 3, without position.
///
/// Boolean terms have wdf 0, so that they do not count in the document length. Their
/// value is normalised (`normalise_value`); a term longer than `max_term_bytes` is cut
/// and hashed.
///
/// Values compare as bytes. Lists are stored as length-prefixed strings (`values.h`).
/// Document data is a StoredSection (`stored_section.h`).
struct Field {
    enum class Type : std::uint8_t { text, boolean, value, metadata };
    std::string_view name;
    Type type;
    std::string_view key;  ///< term prefix, slot number, or metadata key
    std::string_view encoding;
    std::string_view example;
};

/// Raised whenever an index made before cannot be read any more.
inline constexpr std::string_view schema_version = "2";
/// The stemmer's language.
inline constexpr std::string_view schema_language = "english";

namespace prefix {
inline constexpr std::string_view title = "S";
inline constexpr std::string_view section_id = "Q";
inline constexpr std::string_view document_id = "P";
inline constexpr std::string_view file = "F";
inline constexpr std::string_view kind = "XKIND";
inline constexpr std::string_view tag = "K";
inline constexpr std::string_view author = "A";
}  // namespace prefix

namespace slot {
inline constexpr std::uint32_t document_id = 0;
inline constexpr std::uint32_t kind = 1;
inline constexpr std::uint32_t date = 2;
inline constexpr std::uint32_t tags = 3;
inline constexpr std::uint32_t authors = 4;
inline constexpr std::uint32_t ranking_text = 5;
}  // namespace slot

namespace metadata_key {
inline constexpr std::string_view schema = "schema";
inline constexpr std::string_view language = "language";
inline constexpr std::string_view built_at = "built-at";
inline constexpr std::string_view documents = "documents";
inline constexpr std::string_view crisis_rules = "lexicon/crisis";
inline constexpr std::string_view build_settings = "settings";
inline constexpr std::string_view file_prefix = "file/";
inline constexpr std::string_view bio_prefix = "bio/";
}  // namespace metadata_key

/// wdf of a word of `keywords`.
inline constexpr std::uint32_t keyword_wdf = 3;
/// Positions left free between title, heading and body.
inline constexpr std::uint32_t position_gap = 100;
/// Xapian's limit is 245 bytes, less what escaping can add.
inline constexpr std::size_t max_term_bytes = 200;

/// Every prefix, slot and metadata key.
[[nodiscard]] std::span<const Field> fields();

/// The table as `--fields` prints it: aligned columns, one field a line.
[[nodiscard]] std::string describe_fields();

}  // namespace recovery
