// SPDX-License-Identifier: GPL-2.0-or-later
//
// serve_pages --index DIR --listen 127.0.0.1:PORT [--demo]: answers one request after the
// other through `route`, for the browser tests where recovery-serve is not built. Not a
// server to use.
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "indexer/base/ascii.h"
#include "indexer/base/error.h"
#include "query/http/routes.h"
#include "query/search/searcher.h"

namespace recovery {
namespace {

class IndexService : public SearchService {
  public:
    explicit IndexService(std::filesystem::path index) : index_(std::move(index)) {
        try {
            searcher_ = std::make_unique<Searcher>(index_);
        } catch (const Error&) {
            searcher_ = nullptr;
        }
    }

    Results search(const Question& question, const SearchOptions& options) override {
        return searcher().search(question, options);
    }
    std::optional<WholeDocument> document(const std::string& id) override {
        return searcher().document(id);
    }
    std::vector<WholeDocument> page(const std::string& page_id) override {
        return searcher().page(page_id);
    }
    std::optional<Crisis> recognise_crisis(std::string_view text) override {
        return searcher_ ? searcher_->recognise_crisis(text)
                         : recovery::recognise_crisis(text);
    }
    IndexState state() override { return {}; }

  private:
    Searcher& searcher() {
        if (!searcher_) {
            throw Error{ErrorCode::index_missing, "there is no index"};
        }
        return *searcher_;
    }

    std::filesystem::path index_;
    std::unique_ptr<Searcher> searcher_;
};

std::string read_head(int connection) {
    std::string head;
    char buffer[4096];
    while (head.find("\r\n\r\n") == std::string::npos && head.size() < (1U << 16U)) {
        const ssize_t bytes = read(connection, buffer, sizeof buffer);
        if (bytes <= 0) {
            return {};
        }
        head.append(buffer, static_cast<std::size_t>(bytes));
    }
    return head;
}

std::optional<Request> parse(const std::string& head) {
    const std::size_t first = head.find(' ');
    const std::size_t second = head.find(' ', first + 1);
    auto request =
        make_request(head.substr(0, first), head.substr(first + 1, second - first - 1));
    for (std::size_t at = head.find("\r\n"); request && at + 2 < head.size();) {
        const std::size_t begin = at + 2;
        at = head.find("\r\n", begin);
        const std::string line = head.substr(begin, at - begin);
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos) {
            break;
        }
        request->headers.emplace_back(
            ascii_lower(line.substr(0, colon)),
            trim_ascii(std::string_view(line).substr(colon + 1)));
    }
    return request;
}

std::string on_the_wire(const Response& response) {
    std::string out = "HTTP/1.1 " + std::to_string(response.status) + " -\r\n";
    for (const auto& [name, value] : response.headers) {
        out += name + ": " + value + "\r\n";
    }
    return out + "Connection: close\r\nContent-Length: " +
           std::to_string(response.body.size()) + "\r\n\r\n" + response.body;
}

void write_all(int connection, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

int listen_on(std::uint16_t port) {
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    const int yes = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (bind(listener, generic, length) != 0 || listen(listener, 64) != 0 ||
        getsockname(listener, generic, &length) != 0) {
        return -1;
    }
    std::cout << "http://127.0.0.1:" << ntohs(address.sin_port) << "/" << std::endl;
    return listener;
}

int serve(int argc, char** argv) {
    std::string index;
    std::string listen_address = "127.0.0.1:0";
    SiteOptions site;
    for (int i = 1; i < argc; ++i) {
        const std::string_view option = argv[i];
        if (option == "--demo") {
            site.demo = true;
        } else if (i + 1 < argc) {
            (option == "--index" ? index : listen_address) = argv[++i];
        }
    }
    IndexService service(index);
    const int listener = listen_on(static_cast<std::uint16_t>(
        std::atoi(listen_address.substr(listen_address.rfind(':') + 1).c_str())));
    // Browsers open connections in advance and let them wait.
    std::mutex one_at_a_time;
    while (listener >= 0) {
        const int connection = accept(listener, nullptr, nullptr);
        std::thread([connection, &one_at_a_time, &service, &site] {
            if (const auto request = parse(read_head(connection))) {
                const std::lock_guard lock(one_at_a_time);
                write_all(connection, on_the_wire(route(*request, service, site)));
            }
            close(connection);
        }).detach();
    }
    return 1;
}

}  // namespace
}  // namespace recovery

int main(int argc, char** argv) {
    return recovery::serve(argc, argv);
}
