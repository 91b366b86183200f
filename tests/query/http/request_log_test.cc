// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/request_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recovery {
namespace {

using std::chrono::microseconds;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Response answer_of(unsigned status) {
    Response response;
    response.status = status;
    response.headers = {{"X", "canaryword"}};
    response.body = "canaryword";
    response.trace.route = "search";
    response.trace.hits = 12;
    return response;
}

std::string logged(LogLevel level, const Response& response) {
    ::testing::internal::CaptureStderr();
    {
        RequestLog log(level);
        log.answer(response, microseconds(1500));
    }
    return ::testing::internal::GetCapturedStderr();
}

TEST(RequestLog, ALineSaysWhatWasAnsweredAndNothingOfTheRequest) {
    const std::string line = logged(LogLevel::info, answer_of(200));
    EXPECT_THAT(
        line,
        HasSubstr(
            "level=info event=answer route=search status=200 ms=1-5 hits=11-100\n"));
    EXPECT_THAT(line, Not(HasSubstr("canaryword")));
}

TEST(RequestLog, TheLevelDecidesWhatIsLogged) {
    EXPECT_THAT(logged(LogLevel::error, answer_of(404)), IsEmpty());
    EXPECT_THAT(logged(LogLevel::error, answer_of(503)), HasSubstr("status=503"));
    EXPECT_THAT(logged(LogLevel::off, answer_of(503)), IsEmpty());
}

TEST(RequestLog, NumbersBecomeRanges) {
    EXPECT_EQ(milliseconds_range(microseconds(0)), "0-1");
    EXPECT_EQ(milliseconds_range(microseconds(1000)), "1-5");
    EXPECT_EQ(milliseconds_range(microseconds(99'999)), "20-100");
    EXPECT_EQ(milliseconds_range(microseconds(1'000'000)), "1000+");
    EXPECT_EQ(hits_range(0), "0");
    EXPECT_EQ(hits_range(10), "1-10");
    EXPECT_EQ(hits_range(11), "11-100");
    EXPECT_EQ(hits_range(101), "101+");
}

}  // namespace
}  // namespace recovery
