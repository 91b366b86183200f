// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/request.h"

#include <gtest/gtest.h>

namespace recovery {
namespace {

TEST(Request, DecodesPercentAndPlus) {
    const auto request = make_request("GET", "/search?q=detox+at%20home&q=b&empty&=x");
    ASSERT_TRUE(request);
    EXPECT_EQ(request->method, "GET");
    EXPECT_EQ(request->path, "/search");
    EXPECT_EQ(request->parameter("q"), "detox at home");
    EXPECT_EQ(request->parameter("empty"), "");
    EXPECT_EQ(request->parameter(""), "x");
    EXPECT_EQ(request->parameter("other"), std::nullopt);
}

TEST(Request, KeepsAPlusInThePath) {
    EXPECT_EQ(make_request("GET", "/a+b%2Bc")->path, "/a+b+c");
}

TEST(Request, CutsTheFragmentAndEmptyPairs) {
    const auto request = make_request("GET", "/a?&&x=1&#q=2");
    ASSERT_TRUE(request);
    EXPECT_EQ(request->path, "/a");
    EXPECT_EQ(request->parameters, (NamedValues{{"x", "1"}}));
}

TEST(Request, RefusesWhatIsNoTarget) {
    for (const char* target : {"",
                               "*",
                               "search",
                               "http://x/search",
                               "/%",
                               "/%4",
                               "/%zz",
                               "/a%00b",
                               "/a?q=%00",
                               "/a?%00=q",
                               "/a?q=%f"}) {
        EXPECT_FALSE(make_request("GET", target)) << target;
    }
    EXPECT_FALSE(make_request("GET", std::string_view("/a\0b", 4)));
}

TEST(Request, RepairsBytesThatAreNotUtf8) {
    const auto request = make_request("GET", "/\xFF?q=%ff%c3%a9%c3");
    ASSERT_TRUE(request);
    EXPECT_EQ(request->path, "/\xEF\xBF\xBD");
    EXPECT_EQ(request->parameter("q"), "\xEF\xBF\xBD\xC3\xA9\xEF\xBF\xBD");
}

}  // namespace
}  // namespace recovery
