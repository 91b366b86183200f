// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/kind.h"

#include <gtest/gtest.h>

namespace recovery {
namespace {

TEST(Kind, OfTypeKnowsSynonymsInAnyCase) {
    EXPECT_EQ(kind_of_type("Article"), Kind::article);
    EXPECT_EQ(kind_of_type("post"), Kind::article);
    EXPECT_EQ(kind_of_type("FAQs"), Kind::faq);
    EXPECT_EQ(kind_of_type("question"), Kind::faq);
    EXPECT_EQ(kind_of_type("person"), Kind::bio);
    EXPECT_EQ(kind_of_type("landing"), std::nullopt);
    EXPECT_EQ(kind_of_type(""), std::nullopt);
}

TEST(Kind, OfPathGoesByTheInnermostFolder) {
    EXPECT_EQ(kind_of_path("faqs/detox.md"), Kind::faq);
    EXPECT_EQ(kind_of_path("en/FAQ/x/detox.md"), Kind::faq);
    EXPECT_EQ(kind_of_path("blog/staff/jane.md"), Kind::bio);
    EXPECT_EQ(kind_of_path("team/blog/new.md"), Kind::article);
    EXPECT_EQ(kind_of_path("faq.md"), std::nullopt);
    EXPECT_EQ(kind_of_path("faqs-old/x.md"), std::nullopt);
    EXPECT_EQ(kind_of_path("x.md"), std::nullopt);
    EXPECT_EQ(kind_of_path("/faq/x.md"), Kind::faq);
    EXPECT_EQ(kind_of_path(""), std::nullopt);
}

}  // namespace
}  // namespace recovery
