// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/verify.h"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <xapian.h>

#include "indexer/base/error.h"
#include "indexer/build/index_lock.h"
#include "indexer/build/index_writer.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/generations.h"
#include "indexer/schema/terms.h"
#include "tests/support/sample_documents.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

class VerifyTest : public testing::Test {
  protected:
    void publish(const std::string& text) {
        const IndexLock lock(dir_.path());
        IndexWriter writer(dir_.path());
        writer.add(sample_article("a", "A", {{"", text}, {"B", "Two."}}));
        writer.add(sample_bio("pat", "Pat Doe", {"LSW"}, "Works here."));
        IndexRecords records;
        records.files = {{"articles/a.md", {"1"}}, {"bios/x.md", {"2"}}};
        records.bios = {{"pat doe", {{"bios/x.md", "3"}}}};
        writer.publish("2026-01-01T00:00:00Z", records);
    }

    Xapian::WritableDatabase open() {
        return Xapian::WritableDatabase(
            generation_dir(dir_.path(), live_generation(dir_.path()).value()).string());
    }

    std::string faults() {
        std::string all;
        for (const std::string& fault : verify_index(dir_.path()).faults) {
            all += fault + "\n";
        }
        return all;
    }

    const TempDir dir_;
};

TEST_F(VerifyTest, FindsNothingWrongWithAGoodIndex) {
    publish("One.");
    const Verification verification = verify_index(dir_.path());
    EXPECT_TRUE(verification.faults.empty()) << faults();
    EXPECT_EQ(verification.documents.articles, 1U);
    EXPECT_EQ(verification.sections, 3U);
    EXPECT_EQ(verification.files, 2U);
    EXPECT_EQ(verification.generation, 1U);
}

TEST_F(VerifyTest, MissesASection) {
    publish("One.");
    {
        auto database = open();
        database.delete_document(section_id_term("articles/a", 0));
        database.commit();
    }
    EXPECT_NE(faults().find("articles/a has 1 of its 2 sections"), std::string::npos)
        << faults();
}

TEST_F(VerifyTest, MissesDocumentsThatTheNumbersPromise) {
    publish("One.");
    {
        auto database = open();
        database.delete_document(boolean_term(prefix::document_id, "bios/x#pat"));
        database.commit();
    }
    const std::string all = faults();
    EXPECT_NE(all.find("says it has 1 bios, it has 0"), std::string::npos) << all;
    EXPECT_NE(all.find("the bio of pat doe is remembered"), std::string::npos) << all;
}

TEST_F(VerifyTest, FindsOrphansAndEmptyFiles) {
    publish("One.");
    {
        auto database = open();
        write_file_record(database, "articles/a.md", std::nullopt);
        write_file_record(database, "gone.md", FileRecord{"9"});
        database.commit();
    }
    const std::string all = faults();
    EXPECT_NE(all.find("articles/a comes from a file that is not remembered"),
              std::string::npos)
        << all;
    EXPECT_NE(all.find("nothing of gone.md is in the index"), std::string::npos) << all;
}

TEST_F(VerifyTest, ADamagedTableIsNoIndex) {
    publish("One.");
    std::filesystem::resize_file(generation_dir(dir_.path(), 1) / "docdata.glass", 100);
    try {
        EXPECT_FALSE(verify_index(dir_.path()).faults.empty());
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::index_corrupt);
    }
}

TEST_F(VerifyTest, GoesBackToTheGenerationBefore) {
    EXPECT_THROW((void)roll_back(dir_.path(), 0), Error) << "no index";
    publish("One.");
    EXPECT_THROW((void)roll_back(dir_.path(), 0), Error) << "no generation before";
    publish("Two.");
    EXPECT_EQ(roll_back(dir_.path(), 0), 1U);
    EXPECT_EQ(live_generation(dir_.path()), 1U);
    EXPECT_TRUE(verify_index(dir_.path()).faults.empty());
    publish("Three.");
    EXPECT_EQ(live_generation(dir_.path()), 3U) << "numbers are never used again";
}

}  // namespace
}  // namespace recovery
