// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema/stored_section.h"

#include <string>

#include <gtest/gtest.h>

#include "indexer/base/error.h"

namespace recovery {
namespace {

StoredSection sample() {
    StoredSection section;
    section.kind = Kind::bio;
    section.document_id = "bios/jane#jane";
    section.url = "/bios/jane";
    section.anchor = "jane";
    section.title = "Jane Sample";
    section.heading = "";
    section.text = "First paragraph.\n\nSecond, with é and 中.";
    section.description = "A sample";
    section.date = "2026-01-02";
    section.tags = {"staff", "sample"};
    section.authors = {"Sample author"};
    section.credentials = {"LCDC III", "PRS"};
    section.role = "Clinical Therapist";
    section.location = "Cincinnati";
    section.part = 3;
    section.parts = 200;
    return section;
}

TEST(StoredSection, ComesBackWhole) {
    const StoredSection in = sample();
    const StoredSection out = decode_section(encode_section(in));
    EXPECT_EQ(out.kind, in.kind);
    EXPECT_EQ(out.document_id, in.document_id);
    EXPECT_EQ(out.url, in.url);
    EXPECT_EQ(out.anchor, in.anchor);
    EXPECT_EQ(out.title, in.title);
    EXPECT_EQ(out.heading, in.heading);
    EXPECT_EQ(out.text, in.text);
    EXPECT_EQ(out.description, in.description);
    EXPECT_EQ(out.date, in.date);
    EXPECT_EQ(out.tags, in.tags);
    EXPECT_EQ(out.authors, in.authors);
    EXPECT_EQ(out.credentials, in.credentials);
    EXPECT_EQ(out.role, in.role);
    EXPECT_EQ(out.location, in.location);
    EXPECT_EQ(out.part, in.part);
    EXPECT_EQ(out.parts, in.parts);
}

TEST(StoredSection, DamagedBytesAreCorruptNeverACrash) {
    const std::string good = encode_section(sample());
    for (std::size_t cut = 0; cut < good.size(); ++cut) {
        EXPECT_THROW((void)decode_section(good.substr(0, cut)), Error) << cut;
    }
    std::string unknown_kind = good;
    unknown_kind[0] = 9;
    EXPECT_THROW((void)decode_section(unknown_kind), Error);
    // A changed byte may still make sense, but must never read beyond the end.
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string damaged = good;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        try {
            (void)decode_section(damaged);
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::index_corrupt);
        }
    }
}

}  // namespace
}  // namespace recovery
