// SPDX-License-Identifier: GPL-2.0-or-later
//
// recovery-serve as an operator runs it.
#include <atomic>
#include <csignal>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/http_client.h"
#include "tests/support/run_command.h"
#include "tests/support/running_program.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ServeTest : public ::testing::Test {
  protected:
    void build_index(const std::string& word) const {
        dir.write("corpus/faqs/page.md",
                  "---\ntype: faq\n---\n# Questions\n\n## What helps with " + word +
                      "?\n\nA walk helps, and so does " + word + ".\n");
        const CommandResult result =
            run_program("recovery-index",
                        {"--quiet", "--index", index, (dir.path() / "corpus").string()});
        ASSERT_EQ(result.status, 0) << result.errors;
    }

    void start(const std::vector<std::string>& more = {}) {
        std::vector<std::string> arguments{"--index", index, "--listen", "127.0.0.1:0"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        program = std::make_unique<RunningProgram>("recovery-serve", arguments);
        address = without_scheme(program->await_line("Listening on "));
    }

    static std::string without_scheme(const std::string& url) {
        const std::size_t begin = url.find("://") + 3;
        return url.substr(begin, url.find('/', begin) - begin);
    }

    TempDir dir;
    std::string index = (dir.path() / "index").string();
    std::unique_ptr<RunningProgram> program;
    std::string address;
};

TEST_F(ServeTest, PrintsItsAddressAnswersAndEndsWithASignal) {
    build_index("sleep");
    for (const int signal : {SIGTERM, SIGINT}) {
        start();
        const HttpAnswer answer = HttpClient(address).get("/search?q=sleep");
        EXPECT_EQ(answer.status, 200);
        EXPECT_THAT(answer.body, HasSubstr("walk"));
        HttpClient idle(address);
        EXPECT_EQ(idle.get("/healthz").status, 200);
        program->signal(signal);
        EXPECT_TRUE(idle.closed_by_server());
        EXPECT_EQ(program->wait(), 0);
    }
}

TEST_F(ServeTest, ASecondSignalEndsItAtOnce) {
    build_index("sleep");
    start();
    const HttpClient unfinished(address);
    unfinished.send("GET /search HTTP/1.1\r\n");
    EXPECT_EQ(HttpClient(address).get("/healthz").status, 200);
    program->signal(SIGTERM);
    // The address is given up while the unfinished request is waited for.
    EXPECT_THROW(
        while (true) { HttpClient(address).get("/healthz"); }, std::runtime_error);
    program->signal(SIGTERM);
    EXPECT_EQ(program->wait(), 128 + SIGTERM);
}

TEST_F(ServeTest, AnAddressInUseIsAClearError) {
    start();
    const CommandResult second =
        run_program("recovery-serve", {"--index", index, "--listen", address});
    EXPECT_EQ(second.status, 2);
    EXPECT_THAT(second.errors, HasSubstr("cannot listen on " + address));
    EXPECT_THAT(second.errors, HasSubstr("--listen"));
}

TEST_F(ServeTest, WithoutAnIndexItRunsAndFindsOneLater) {
    start();
    HttpClient client(address);
    const HttpAnswer danger = client.get("/search?q=he+took+too+many+pills");
    EXPECT_EQ(danger.status, 503);
    EXPECT_THAT(danger.body, HasSubstr("911"));
    EXPECT_EQ(client.get("/healthz").status, 200);
    build_index("sleep");
    int status = 0;
    for (int round = 0; round < 6000 && status != 200; ++round) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        status = client.get("/search?q=sleep").status;
    }
    EXPECT_EQ(status, 200);
}

TEST_F(ServeTest, LosesNoRequestWhileIndexesArePublished) {
    build_index("sleep");
    start();
    std::atomic<bool> done = false;
    std::atomic<int> asked = 0;
    std::atomic<int> failed = 0;
    std::thread visitor([&] {
        HttpClient client(address);
        while (!done || asked == 0) {
            const HttpAnswer answer = client.get("/search?q=walk");
            failed +=
                answer.status == 200 && answer.body.find("helps") != std::string::npos
                    ? 0
                    : 1;
            ++asked;
        }
    });
    for (int i = 0; i < 8; ++i) {
        build_index("topic" + std::to_string(i));
    }
    done = true;
    visitor.join();
    EXPECT_GT(asked, 0);
    EXPECT_EQ(failed, 0);
    bool followed = false;
    for (int round = 0; round < 6000 && !followed; ++round) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        const HttpAnswer answer = HttpClient(address).get("/search?q=walk");
        followed = answer.body.find("topic7") != std::string::npos;
    }
    EXPECT_TRUE(followed);
}

TEST_F(ServeTest, NothingOfARequestIsLoggedOrMeasured) {
    build_index("sleep");
    start({"--metrics-listen", "127.0.0.1:0", "--log", "info"});
    const std::string monitor = without_scheme(program->await_line("Metrics on "));
    HttpClient client(address);
    client.send(
        "GET /search?q=canaryword+sleep&canaryname=1 HTTP/1.1\r\nHost: canaryhost\r\n"
        "User-Agent: canaryagent\r\nReferer: http://canaryreferer/\r\n"
        "X-Forwarded-For: 203.0.113.77\r\nOrigin: http://canaryorigin\r\n\r\n");
    EXPECT_EQ(client.read().status, 200);
    client.send("CANARY /canarypath HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_GE(client.read().status, 400);
    HttpClient(address).send("canary garbage\r\n\r\n");
    const std::string metrics = HttpClient(monitor).get("/metrics").body;
    EXPECT_THAT(metrics, HasSubstr("recovery_index_documents 1"));
    program->signal(SIGTERM);
    EXPECT_EQ(program->wait(), 0);
    EXPECT_THAT(program->errors(), HasSubstr("event=answer"));
    for (const std::string& text : {metrics, program->output(), program->errors()}) {
        for (const char* secret : {"canary", "CANARY", "203.0.113.77"}) {
            EXPECT_THAT(text, Not(HasSubstr(secret)));
        }
    }
}

TEST_F(ServeTest, WrongUsageIsExitStatusTwo) {
    EXPECT_EQ(run_program("recovery-serve", {"--no-such-option"}).status, 2);
    EXPECT_EQ(run_program("recovery-serve", {"--listen", "localhost:1"}).status, 2);
    EXPECT_EQ(run_program("recovery-serve", {"--help"}).status, 0);
    EXPECT_EQ(run_program("recovery-serve", {"--version"}).status, 0);
}

}  // namespace
}  // namespace recovery
