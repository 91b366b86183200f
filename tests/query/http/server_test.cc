// SPDX-License-Identifier: GPL-2.0-or-later
//
// The server on a real socket, its answers from a service that can be held back.
#include "query/http/server.h"

#include <memory>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "tests/support/gated_service.h"
#include "tests/support/http_client.h"

namespace recovery {
namespace {

using std::chrono::milliseconds;

class ServerTest : public ::testing::Test {
  protected:
    ServerTest() {
        options.listen = "127.0.0.1:0";
        options.workers = 1;
        options.log = LogLevel::off;
    }

    ~ServerTest() override { stop(); }

    const std::string& start() {
        server = std::make_unique<Server>(
            options, [this] { return std::make_unique<GatedService>(gate); });
        address = server->address();
        thread = std::thread([this] { all_ended = server->run(); });
        return address;
    }

    void stop() {
        gate.open();
        if (thread.joinable()) {
            server->stop();
            thread.join();
        }
    }

    ServerOptions options;
    Gate gate;
    std::unique_ptr<Server> server;
    std::string address;
    std::thread thread;
    bool all_ended = false;
};

TEST_F(ServerTest, KeepsAConnectionForTheNextRequest) {
    HttpClient client(start());
    EXPECT_EQ(client.get("/healthz").status, 200);
    EXPECT_EQ(client.get("/search?q=sleep").status, 200);
    EXPECT_TRUE(client.get("/healthz").has("Connection: keep-alive"));
}

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder) {
    HttpClient client(start());
    client.send(get_request("/search?q=slow") + get_request("/healthz") +
                get_request("/no-such-page"));
    gate.await_waiting(1);
    EXPECT_FALSE(client.readable(milliseconds(50)));
    gate.open();
    const HttpAnswer first = client.read();
    EXPECT_EQ(first.status, 200);
    EXPECT_NE(first.body, "ok\n");
    EXPECT_EQ(client.read().body, "ok\n");
    EXPECT_EQ(client.read().status, 404);
}

TEST_F(ServerTest, ManyPipelinedRequestsAreAllAnswered) {
    HttpClient client(start());
    std::string requests;
    constexpr int count = 2000;
    for (int i = 0; i < count; ++i) {
        requests += get_request("/healthz");
    }
    std::thread sender([&] { client.send(requests); });
    for (int i = 0; i < count; ++i) {
        ASSERT_EQ(client.read().status, 200) << i;
    }
    sender.join();
}

TEST_F(ServerTest, HeadHasTheHeadOfGetAndNoBody) {
    HttpClient client(start());
    client.send("HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n" + get_request("/healthz"));
    const HttpAnswer head = client.read(false);
    EXPECT_EQ(head.status, 200);
    EXPECT_TRUE(head.has("Content-Length: 3"));
    EXPECT_EQ(client.read().body, "ok\n");
}

TEST_F(ServerTest, SpeaksHttp10) {
    start();
    HttpClient once(address);
    once.send("GET /healthz HTTP/1.0\r\n\r\n");
    EXPECT_TRUE(once.read().has("Connection: close"));
    EXPECT_TRUE(once.closed_by_server());
    HttpClient twice(address);
    for (int i = 0; i < 2; ++i) {
        twice.send("GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        EXPECT_TRUE(twice.read().has("Connection: keep-alive"));
    }
}

TEST_F(ServerTest, ClosesWhenAskedTo) {
    HttpClient client(start());
    client.send("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(client.read().has("Connection: close"));
    EXPECT_TRUE(client.closed_by_server());
}

TEST_F(ServerTest, TellsAWaitingClientToGoOn) {
    HttpClient client(start());
    client.send(
        "POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
        "Expect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read(false).status, 100);
    client.send("{}");
    EXPECT_GE(client.read().status, 200);
    EXPECT_EQ(client.get("/healthz").status, 200);
}

TEST_F(ServerTest, DoesNotAskForABodyThatIsTooLarge) {
    HttpClient client(start());
    client.send(
        "POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 70000\r\n"
        "Expect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read().status, 413);
}

TEST_F(ServerTest, TakesTargetsWithTheirOrigin) {
    HttpClient client(start());
    EXPECT_EQ(client.get("http://localhost/healthz").body, "ok\n");
}

TEST_F(ServerTest, TakesChunkedBodies) {
    HttpClient client(start());
    client.send(
        "POST /healthz HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
        "2\r\n{}\r\n0\r\n\r\n" +
        get_request("/healthz"));
    EXPECT_GE(client.read().status, 200);
    EXPECT_EQ(client.read().body, "ok\n");
}

struct Refused {
    const char* name;
    std::string request;
    int status;
};

std::vector<Refused> refused() {
    const std::string get = "GET /healthz HTTP/1.1\r\n";
    const std::string post = "POST /healthz HTTP/1.1\r\nHost: x\r\n";
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    return {
        {"no HTTP", "EHLO there\r\n\r\n", 400},
        {"binary", std::string("\x16\x03\x01\x02\x00\x01\r\n\r\n", 10), 400},
        {"no version", "GET /healthz\r\n\r\n", 400},
        {"another version", "GET /healthz HTTP/3.7\r\nHost: x\r\n\r\n", 400},
        {"a blank in the target", "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"no path", "GET healthz HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"a broken escape", "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"a NUL", "GET /a%00b HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"no host", get + "\r\n", 400},
        {"two hosts", get + "Host: x\r\nHost: y\r\n\r\n", 400},
        {"a field without colon", get + "Host: x\r\nnonsense\r\n\r\n", 400},
        {"a negative length", post + "Content-Length: -1\r\n\r\n", 400},
        {"two lengths", post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
        {"length and chunks", post + "Content-Length: 2\r\n" + chunked + "\r\n", 400},
        {"chunks and length", post + chunked + "Content-Length: 2\r\n\r\n", 400},
        {"chunks twice", post + chunked + chunked + "\r\n", 400},
        {"chunks in HTTP/1.0", "POST / HTTP/1.0\r\n" + chunked + "\r\n", 400},
        {"a chunk without size", post + chunked + "\r\nxyz\r\n", 400},
        {"another encoding", post + "Transfer-Encoding: gzip\r\n\r\n", 501},
        {"two encodings", post + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501},
        {"chunked not last", post + "Transfer-Encoding: chunked, gzip\r\n\r\n", 501},
        {"an expectation", post + "Expect: tea\r\n\r\n", 417},
        {"a large body", post + "Content-Length: 65537\r\n\r\n", 413},
        {"an endless body", post + "Content-Length: 99999999999999\r\n\r\n", 413},
        {"large chunks",
         post + chunked + "\r\n11000\r\n" + std::string(0x11000, 'x') + "\r\n0\r\n\r\n",
         413},
        {"a large field",
         get + "Host: x\r\nX: " + std::string(9000, 'x') + "\r\n\r\n",
         431},
        {"a long target",
         "GET /" + std::string(20000, 'x') + " HTTP/1.1\r\nHost: x\r\n\r\n",
         431},
    };
}

TEST_F(ServerTest, RefusesWhatIsNoRequestAndCloses) {
    start();
    for (const Refused& row : refused()) {
        HttpClient client(address);
        client.send(row.request);
        const HttpAnswer answer = client.read();
        EXPECT_EQ(answer.status, row.status) << row.name;
        EXPECT_TRUE(answer.has("Content-Type: application/problem+json")) << row.name;
        EXPECT_TRUE(answer.has("Connection: close")) << row.name;
        client.close_sending();
        EXPECT_TRUE(client.closed_by_server()) << row.name;
    }
    EXPECT_EQ(HttpClient(address).get("/healthz").status, 200);
}

TEST_F(ServerTest, ClosesAClientThatIsSlowWithItsHeader) {
    options.limits.header = milliseconds(100);
    start();
    HttpClient slow(address);
    slow.send("GET /healthz HT");
    HttpClient other(address);
    EXPECT_EQ(other.get("/healthz").status, 200);
    EXPECT_TRUE(slow.closed_by_server());
}

TEST_F(ServerTest, BytesNowAndThenDoNotBuyTime) {
    options.limits.header = milliseconds(300);
    HttpClient slow(start());
    slow.send("GET / HTTP/1.1\r\n");
    const auto begin = std::chrono::steady_clock::now();
    while (!slow.readable(milliseconds(20)) &&
           std::chrono::steady_clock::now() - begin < std::chrono::minutes(1)) {
        slow.send("X: y\r\n");
    }
    EXPECT_TRUE(slow.closed_by_server());
}

TEST_F(ServerTest, ClosesAClientThatIsSlowWithItsBody) {
    options.limits.body = milliseconds(100);
    HttpClient slow(start());
    slow.send("POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc");
    EXPECT_TRUE(slow.closed_by_server());
}

TEST_F(ServerTest, ClosesAnIdleConnection) {
    options.limits.idle = milliseconds(100);
    HttpClient client(start());
    EXPECT_EQ(client.get("/healthz").status, 200);
    EXPECT_TRUE(client.closed_by_server());
}

TEST_F(ServerTest, AnswersAClientThatClosedItsHalf) {
    HttpClient client(start());
    client.send(get_request("/search?q=sleep") + get_request("/healthz"));
    client.close_sending();
    EXPECT_EQ(client.read().status, 200);
    EXPECT_EQ(client.read().status, 200);
    EXPECT_TRUE(client.closed_by_server());
}

TEST_F(ServerTest, OutlivesClientsThatGoAway) {
    start();
    for (int i = 0; i < 50; ++i) {
        const HttpClient client(address);
        client.send(get_request("/search?q=sleep") + get_request("/search?q=sleep"));
    }
    for (int i = 0; i < 50; ++i) {
        const HttpClient client(address);
        client.send("GET /se");
    }
    EXPECT_EQ(HttpClient(address).get("/search?q=sleep").status, 200);
}

TEST_F(ServerTest, AFullQueueIsTriedAgainLater) {
    options.queue = 1;
    start();
    HttpClient running(address);
    running.send(get_request("/search?q=slow"));
    gate.await_waiting(1);
    std::vector<std::unique_ptr<HttpClient>> others;
    for (int i = 0; i < 3; ++i) {
        others.push_back(std::make_unique<HttpClient>(address));
        others.back()->send(get_request("/search?q=slow"));
    }
    // One of them waits in the queue; which one, only the server knows.
    int refused_count = 0;
    for (int round = 0; round < 3000 && refused_count < 2; ++round) {
        refused_count = 0;
        for (const auto& client : others) {
            refused_count += client->readable(milliseconds(10)) ? 1 : 0;
        }
    }
    ASSERT_EQ(refused_count, 2);
    EXPECT_EQ(HttpClient(address).get("/healthz").status, 200);
    gate.open();
    int answered = 0;
    for (const auto& client : others) {
        const HttpAnswer answer = client->read();
        if (answer.status == 200) {
            ++answered;
            continue;
        }
        EXPECT_EQ(answer.status, 503);
        EXPECT_TRUE(answer.has("Retry-After: 1"));
        EXPECT_TRUE(answer.has("Content-Type: application/problem+json"));
        EXPECT_EQ(client->get("/search?q=sleep").status, 200);
    }
    EXPECT_EQ(answered, 1);
    EXPECT_EQ(running.read().status, 200);
}

TEST_F(ServerTest, ABusyServerStillSaysWhomToCall) {
    options.queue = 1;
    options.workers = 1;
    start();
    HttpClient running(address);
    running.send(get_request("/search?q=slow"));
    gate.await_waiting(1);
    std::vector<std::unique_ptr<HttpClient>> others;
    for (int i = 0; i < 2; ++i) {
        others.push_back(std::make_unique<HttpClient>(address));
        others.back()->send(
            get_request("/search?q=my+son+overdosed+and+is+not+breathing+slow"));
    }
    // One of them waits in the queue; the other is refused.
    int refused = -1;
    for (int round = 0; round < 3000 && refused < 0; ++round) {
        for (int i = 0; i < 2 && refused < 0; ++i) {
            refused =
                others[static_cast<std::size_t>(i)]->readable(milliseconds(10)) ? i : -1;
        }
    }
    ASSERT_GE(refused, 0);
    const HttpAnswer answer = others[static_cast<std::size_t>(refused)]->read();
    EXPECT_EQ(answer.status, 503);
    EXPECT_NE(answer.body.find("911"), std::string::npos) << answer.body;
    EXPECT_TRUE(answer.has("Retry-After: 1"));
    gate.open();
}

TEST_F(ServerTest, AnAnswerThatComesTooLateIsDropped) {
    options.limits.request = milliseconds(200);
    HttpClient client(start());
    const HttpAnswer late = client.get("/search?q=slow");
    EXPECT_EQ(late.status, 503);
    EXPECT_TRUE(late.has("Retry-After: 1"));
    gate.open();
    EXPECT_EQ(client.get("/healthz").body, "ok\n");
}

TEST_F(ServerTest, TooManyConnectionsAreToldSo) {
    options.limits.connections = 2;
    start();
    HttpClient first(address);
    HttpClient second(address);
    EXPECT_EQ(first.get("/healthz").status, 200);
    EXPECT_EQ(second.get("/healthz").status, 200);
    HttpClient third(address);
    EXPECT_EQ(third.read().status, 503);
    third.close_sending();
    EXPECT_TRUE(third.closed_by_server());
    EXPECT_EQ(first.get("/healthz").status, 200);
}

TEST_F(ServerTest, AFaultOfAServiceIsA5xxThatTellsNothing) {
    HttpClient client(start());
    const HttpAnswer answer = client.get("/search?q=broken");
    EXPECT_GE(answer.status, 500);
    EXPECT_EQ(answer.body.find("secretword"), std::string::npos);
    EXPECT_EQ(client.get("/search?q=sleep").status, 200);
}

TEST_F(ServerTest, StoppingLetsRunningRequestsEndAndClosesIdleConnections) {
    start();
    HttpClient running(address);
    HttpClient idle(address);
    EXPECT_EQ(idle.get("/healthz").status, 200);
    running.send(get_request("/search?q=slow"));
    gate.await_waiting(1);
    server->stop();
    EXPECT_TRUE(idle.closed_by_server());
    EXPECT_THROW(HttpClient{address}, std::runtime_error);
    gate.open();
    const HttpAnswer answer = running.read();
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.has("Connection: close"));
    thread.join();
    EXPECT_TRUE(all_ended);
}

TEST_F(ServerTest, StoppingDoesNotWaitForever) {
    options.limits.drain = milliseconds(100);
    HttpClient client(start());
    client.send("GET /never-ending HTTP/1.1\r\n");
    EXPECT_EQ(HttpClient(address).get("/healthz").status, 200);
    server->stop();
    thread.join();
    EXPECT_TRUE(all_ended);
}

TEST_F(ServerTest, GivesMetricsAtAnAddressOfTheirOwn) {
    options.metrics_listen = "127.0.0.1:0";
    start();
    EXPECT_EQ(HttpClient(address).get("/search?q=canaryword&canaryname=1").status, 200);
    EXPECT_EQ(HttpClient(address).get("/canarypath").status, 404);
    HttpClient monitor(server->metrics_address());
    const std::string text = monitor.get("/metrics").body;
    EXPECT_NE(text.find("recovery_http_requests_total{"), std::string::npos);
    EXPECT_NE(text.find("recovery_zero_results_total 1"), std::string::npos) << text;
    EXPECT_NE(text.find("recovery_search_seconds_count 1"), std::string::npos);
    EXPECT_NE(text.find("recovery_index_documents 7"), std::string::npos);
    EXPECT_NE(text.find("recovery_index_built_timestamp_seconds 1767225600"),
              std::string::npos);
    EXPECT_NE(text.find("recovery_search_queue_length 0"), std::string::npos);
    EXPECT_EQ(text.find("canary"), std::string::npos);
    EXPECT_EQ(monitor.get("/other").status, 404);
    EXPECT_EQ(HttpClient(address).get("/metrics").status, 404);
}

TEST_F(ServerTest, AnAddressInUseIsAUsageErrorWithAHint) {
    options.listen = start();
    try {
        const Server second(options,
                            [this] { return std::make_unique<GatedService>(gate); });
        FAIL() << "two servers at one address";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::usage);
        EXPECT_NE(error.hint().find("--listen"), std::string::npos);
    }
}

}  // namespace
}  // namespace recovery
