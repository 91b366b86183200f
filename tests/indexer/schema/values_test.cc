// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema/values.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/base/error.h"

namespace recovery {
namespace {

TEST(Values, ListsComeBackAsTheyWere) {
    const std::vector<std::vector<std::string>> lists{
        {},
        {""},
        {"a"},
        {"ketamine", "", "né 中"},
        {std::string(300, 'x'), std::string("a\0b", 3)}};
    for (const auto& list : lists) {
        EXPECT_EQ(decode_list(encode_list(list)), list);
    }
    EXPECT_EQ(encode_list({}), "");
}

TEST(Values, NumbersOfEverySizeComeBack) {
    FieldEncoder out;
    const std::uint64_t numbers[] = {0, 1, 127, 128, 300, 1U << 31U, ~std::uint64_t{0}};
    for (const std::uint64_t number : numbers) {
        out.number(number);
    }
    FieldDecoder in(out.bytes());
    for (const std::uint64_t number : numbers) {
        EXPECT_EQ(in.number(), number);
    }
    EXPECT_NO_THROW(in.finish());
}

TEST(Values, DamagedBytesAreCorruptNeverACrash) {
    const std::string good = encode_list({"ketamine", "alcohol"});
    for (std::size_t cut = 1; cut < good.size(); ++cut) {
        EXPECT_THROW((void)decode_list(good.substr(0, cut)), Error) << cut;
    }
    EXPECT_THROW((void)decode_list(good + "x"), Error);
    EXPECT_THROW((void)decode_list(std::string(12, '\xFF')), Error);
    EXPECT_THROW((void)decode_list("\x7F"), Error);
    try {
        (void)decode_list("\x05");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::index_corrupt);
        EXPECT_FALSE(error.hint().empty());
    }
}

}  // namespace
}  // namespace recovery
