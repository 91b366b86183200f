// SPDX-License-Identifier: GPL-2.0-or-later
//
// What somebody gets from Xapian in an afternoon, over HTTP: title and text in one
// stream, QueryParser with OR, MSet::snippet for each of ten hits, a thread a connection.
// It answers `GET ...?q=QUESTION` with JSON and trusts its clients: for measuring only.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <thread>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include "benchmarks/relevance/beir_folder.h"
#include "benchmarks/relevance/scratch_dir.h"
#include "indexer/base/error.h"
#include "indexer/base/run_main.h"

namespace recovery {

namespace {

constexpr Xapian::doccount hits = 10;
constexpr std::size_t snippet_bytes = 240;

std::string index_corpus(const std::filesystem::path& dir, const std::string& corpus) {
    Xapian::WritableDatabase database(dir.string(), Xapian::DB_CREATE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("english"));
    each_document(corpus, [&](const BeirDocument& document) {
        Xapian::Document indexed;
        generator.set_document(indexed);
        generator.index_text(document.title);
        generator.increase_termpos();
        generator.index_text(document.text);
        indexed.add_value(0, document.id);
        indexed.add_value(1, document.title);
        indexed.set_data(document.text);
        database.add_document(indexed);
    });
    database.commit();
    return dir.string();
}

/// A database and a parser of one connection: Xapian's objects are not shared.
class Answerer {
  public:
    explicit Answerer(const std::string& dir) : database_(dir) {
        parser_.set_stemmer(stem_);
        parser_.set_default_op(Xapian::Query::OP_OR);
        parser_.set_database(database_);
    }

    std::string answer(const std::string& question) {
        Xapian::Enquire enquire(database_);
        enquire.set_query(parser_.parse_query(question, 0));
        const Xapian::MSet found = enquire.get_mset(0, hits);
        nlohmann::json list = nlohmann::json::array();
        for (auto it = found.begin(); it != found.end(); ++it) {
            const Xapian::Document document = it.get_document();
            list.push_back({{"id", document.get_value(0)},
                            {"title", document.get_value(1)},
                            {"score", it.get_weight()},
                            {"excerpt_html",
                             found.snippet(document.get_data(),
                                           snippet_bytes,
                                           stem_,
                                           Xapian::MSet::SNIPPET_BACKGROUND_MODEL |
                                               Xapian::MSet::SNIPPET_EXHAUSTIVE,
                                           "<mark>",
                                           "</mark>",
                                           "…")}});
        }
        const nlohmann::json object{
            {"hits", list},
            {"query", question},
            {"estimatedTotalHits", found.get_matches_estimated()}};
        return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }

  private:
    Xapian::Database database_;
    Xapian::QueryParser parser_;
    Xapian::Stem stem_{"english"};
};

std::string question_of(std::string_view request) {
    const std::size_t begin = std::min(request.find("q="), request.size());
    std::string_view coded = request.substr(begin);
    coded = coded.substr(0, coded.find_first_of(" &\r\n"));
    std::string question;
    for (std::size_t at = std::min<std::size_t>(2, coded.size()); at < coded.size();
         ++at) {
        if (coded[at] == '%' && at + 2 < coded.size()) {
            question += static_cast<char>(
                std::stoi(std::string(coded.substr(at + 1, 2)), nullptr, 16));
            at += 2;
        } else {
            question += coded[at] == '+' ? ' ' : coded[at];
        }
    }
    return question;
}

bool send_all(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void serve(int socket, const std::string& dir) {
    Answerer answerer(dir);
    std::string received;
    std::array<char, 8192> bytes{};
    for (;;) {
        const std::size_t end = received.find("\r\n\r\n");
        if (end == std::string::npos) {
            const ssize_t got = ::recv(socket, bytes.data(), bytes.size(), 0);
            if (got <= 0) {
                break;
            }
            received.append(bytes.data(), static_cast<std::size_t>(got));
            continue;
        }
        const std::string body = answerer.answer(question_of(received.substr(0, end)));
        received.erase(0, end + 4);
        if (!send_all(socket,
                      fmt::format("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                  "Content-Length: {}\r\n\r\n{}",
                                  body.size(),
                                  body))) {
            break;
        }
    }
    ::close(socket);
}

int listen_anywhere(sockaddr_in& address) {
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const general = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener, general, size) != 0 || ::listen(listener, SOMAXCONN) != 0 ||
        ::getsockname(listener, general, &size) != 0) {
        throw Error{ErrorCode::io, "cannot listen on 127.0.0.1"};
    }
    return listener;
}

int serve_corpus(int argc, const char* const* argv) {
    if (argc != 2) {
        throw Error{ErrorCode::usage, "usage: xapian_server CORPUS.jsonl"};
    }
    const ScratchDir scratch;
    const std::string dir = index_corpus(scratch.path() / "index", argv[1]);
    sockaddr_in address{};
    const int listener = listen_anywhere(address);
    fmt::print("Listening on http://127.0.0.1:{}/\n", ntohs(address.sin_port));
    std::fflush(stdout);
    for (;;) {
        const int socket = ::accept(listener, nullptr, nullptr);
        if (socket >= 0) {
            const int on = 1;
            ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            std::thread(serve, socket, dir).detach();
        }
    }
}

}  // namespace

}  // namespace recovery

int main(int argc, char** argv) {
    return recovery::run_main("xapian_server",
                              [&] { return recovery::serve_corpus(argc, argv); });
}
