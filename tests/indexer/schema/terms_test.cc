// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema/terms.h"

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "indexer/base/utf8.h"
#include "indexer/schema/fields.h"

namespace recovery {
namespace {

TEST(Terms, ShortValuesStandAsTheyAre) {
    EXPECT_EQ(boolean_term(prefix::file, "faqs/ketamine.md"), "Ffaqs/ketamine.md");
    EXPECT_EQ(section_id_term("articles/x", 3), "Qarticles/x#3");
}

TEST(Terms, TagsAndAuthorsIgnoreCaseAndAccents) {
    EXPECT_EQ(value_term(prefix::author, "  José  Sample "), "Ajose sample");
    EXPECT_EQ(value_term(prefix::tag, "Alcohol"), value_term(prefix::tag, "alcohol"));
}

TEST(Terms, LongValuesAreCutButStayDifferent) {
    std::string longer;
    for (int i = 0; i < 200; ++i) {
        longer += "é";
    }
    const std::string one = boolean_term("P", longer + "1");
    const std::string other = boolean_term("P", longer + "2");
    EXPECT_LE(one.size(), max_term_bytes);
    EXPECT_NE(one, other);
    EXPECT_TRUE(is_valid_utf8(one));
    EXPECT_EQ(one, boolean_term("P", longer + "1"));
}

TEST(Fields, TheTableNamesEveryPrefixAndSlotOnce) {
    std::set<std::pair<int, std::string>> keys;
    for (const Field& field : fields()) {
        const auto key = std::pair(static_cast<int>(field.type), std::string(field.key));
        EXPECT_TRUE(keys.insert(key).second) << field.name;
        EXPECT_FALSE(field.encoding.empty()) << field.name;
        EXPECT_FALSE(field.example.empty()) << field.name;
        if (field.type == Field::Type::boolean || field.type == Field::Type::text) {
            EXPECT_TRUE(field.example.starts_with(field.key)) << field.name;
        }
    }
    for (const std::string_view prefix : {prefix::title,
                                          prefix::section_id,
                                          prefix::document_id,
                                          prefix::file,
                                          prefix::kind,
                                          prefix::tag,
                                          prefix::author}) {
        EXPECT_NE(describe_fields().find(prefix), std::string::npos);
    }
}

}  // namespace
}  // namespace recovery
