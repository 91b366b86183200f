// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/slug.h"

#include <gtest/gtest.h>

namespace recovery {
namespace {

struct Vector {
    const char* heading;
    const char* anchor;
};

TEST(Slug, FollowsGitHub) {
    const Vector vectors[] = {
        {"How long does detox take?", "how-long-does-detox-take"},
        {"12-Step & SMART", "12-step--smart"},
        {"Don’t wait — call 911", "dont-wait--call-911"},
        {"¿Hablan español?", "hablan-español"},
        {"Naloxone / Narcan®", "naloxone--narcan"},
        {"code and C++", "code-and-c"},
        {"A_b  c", "a_b--c"},
        {"ÉTÉ", "été"},
        {"", ""},
        {"!!!", ""},
    };
    for (const Vector& v : vectors) {
        EXPECT_EQ(github_slug(v.heading), v.anchor) << v.heading;
    }
}

TEST(Anchors, NumberRepeatedHeadings) {
    Anchors anchors;
    EXPECT_EQ(anchors.for_heading("12-Step & SMART"), "12-step--smart");
    EXPECT_EQ(anchors.for_heading("12-Step & SMART"), "12-step--smart-1");
    EXPECT_EQ(anchors.for_heading("12-Step & SMART"), "12-step--smart-2");
}

TEST(Anchors, SkipNumbersThatAHeadingTook) {
    Anchors anchors;
    EXPECT_EQ(anchors.for_heading("Help 1"), "help-1");
    EXPECT_EQ(anchors.for_heading("Help"), "help");
    EXPECT_EQ(anchors.for_heading("Help"), "help-2");
}

TEST(Anchors, ExplicitIdsAreKeptAndUnique) {
    Anchors anchors;
    EXPECT_EQ(anchors.claim("cost"), "cost");
    EXPECT_EQ(anchors.for_heading("Cost"), "cost-1");
    EXPECT_EQ(anchors.claim("cost"), "cost-2");
}

TEST(Anchors, HeadingsWithoutLettersStillGetOne) {
    Anchors anchors;
    EXPECT_EQ(anchors.for_heading("???"), "section");
    EXPECT_EQ(anchors.for_heading("!"), "section-1");
}

}  // namespace
}  // namespace recovery
