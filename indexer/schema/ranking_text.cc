// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema/ranking_text.h"

#include "indexer/schema/values.h"

namespace recovery {

std::string encode_ranking_text(const RankingText& text) {
    FieldEncoder out;
    out.text(text.title);
    out.text(text.heading);
    out.number(text.body_position);
    out.number(text.parts);
    return out.bytes();
}

RankingText decode_ranking_text(std::string_view bytes) {
    FieldDecoder in(bytes);
    RankingText text;
    text.title = in.text();
    text.heading = in.text();
    text.body_position = static_cast<std::uint32_t>(in.number());
    text.parts = static_cast<std::uint32_t>(in.number());
    in.finish();
    return text;
}

}  // namespace recovery
