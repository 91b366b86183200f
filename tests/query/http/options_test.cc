// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/options.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "query/http/listener.h"

namespace recovery {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

ServeInvocation parse(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "recovery-serve");
    return parse_serve_options(static_cast<int>(arguments.size()), arguments.data());
}

TEST(ServeOptions, ListensOnThisComputerOnlyUnlessTold) {
    const auto options = parse({"--index", "some/dir"}).options;
    ASSERT_TRUE(options);
    EXPECT_EQ(options->index_dir, "some/dir");
    EXPECT_EQ(options->server.listen, "127.0.0.1:7700");
    EXPECT_EQ(options->server.metrics_listen, "");
    EXPECT_EQ(options->server.site.index_uid, "site");
    EXPECT_FALSE(options->server.site.demo);
    EXPECT_EQ(options->server.log, LogLevel::info);
}

TEST(ServeOptions, TakesWhatIsGiven) {
    const auto options = parse({"--listen",
                                "[::1]:0",
                                "--workers",
                                "3",
                                "--queue",
                                "9",
                                "--cors-origin",
                                "https://a.example",
                                "--cors-origin",
                                "http://b.example:8080",
                                "--index-uid",
                                "pages",
                                "--demo",
                                "--log",
                                "off",
                                "--metrics-listen",
                                "127.0.0.1:9108"})
                             .options;
    ASSERT_TRUE(options);
    EXPECT_EQ(options->server.listen, "[::1]:0");
    EXPECT_EQ(options->server.workers, 3U);
    EXPECT_EQ(options->server.queue, 9U);
    EXPECT_THAT(options->server.site.cors_origins,
                ElementsAre("https://a.example", "http://b.example:8080"));
    EXPECT_EQ(options->server.site.index_uid, "pages");
    EXPECT_TRUE(options->server.site.demo);
    EXPECT_EQ(options->server.log, LogLevel::off);
    EXPECT_EQ(options->server.metrics_listen, "127.0.0.1:9108");
}

TEST(ServeOptions, HelpAndVersionAreTexts) {
    EXPECT_THAT(parse({"--help"}).text, HasSubstr("Exit status"));
    EXPECT_THAT(parse({"--help"}).text, HasSubstr("Examples"));
    EXPECT_THAT(parse({"--version"}).text, HasSubstr("recovery-serve "));
}

TEST(ServeOptions, WrongUsageIsSaidSo) {
    const std::vector<std::vector<const char*>> wrong{
        {"--no-such-option"},
        {"word"},
        {"--workers", "0"},
        {"--workers", "many"},
        {"--queue", "0"},
        {"--log", "loud"},
        {"--cors-origin", "https://*"},
        {"--cors-origin", "example.org"},
        {"--cors-origin", "https://example.org/path"},
        {"--index-uid", "a/b"},
        {"--index-uid", ""},
    };
    for (const auto& arguments : wrong) {
        try {
            (void)parse(arguments);
            ADD_FAILURE() << arguments.back();
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::usage) << arguments.back();
        }
    }
}

TEST(ServeOptions, AnEndpointIsAnAddressAndAPort) {
    for (const char* text : {"127.0.0.1:7700", "[::1]:0", "0.0.0.0:65535"}) {
        EXPECT_EQ(endpoint_text(parse_endpoint(text)), text);
    }
    for (const char* text : {"",
                             ":",
                             "7700",
                             "localhost:7700",
                             "127.0.0.1",
                             "127.0.0.1:",
                             "127.0.0.1:65536",
                             "127.0.0.1:-1",
                             "127.0.0.1:1x",
                             "::1:7700",
                             "[::1]",
                             "127.0.0.1.:1"}) {
        EXPECT_THROW((void)parse_endpoint(text), Error) << text;
    }
}

}  // namespace
}  // namespace recovery
