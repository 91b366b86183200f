// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>

namespace recovery {

namespace {

constexpr std::chrono::milliseconds patience{60'000};

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return out;
}

std::size_t content_length(const std::string& head) {
    const std::string name = "\r\ncontent-length: ";
    const std::size_t at = lower(head).find(name);
    return at == std::string::npos ? 0 : std::stoul(head.substr(at + name.size()));
}

}  // namespace

bool HttpAnswer::has(std::string_view field_line) const {
    return lower(head).find("\r\n" + lower(field_line) + "\r\n") != std::string::npos;
}

HttpClient::HttpClient(const std::string& address) {
    const std::size_t colon = address.rfind(':');
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port =
        htons(static_cast<std::uint16_t>(std::stoul(address.substr(colon + 1))));
    ::inet_pton(AF_INET, address.substr(0, colon).c_str(), &to.sin_addr);
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) {
        ::close(socket_);
        throw std::runtime_error("cannot connect to " + address);
    }
}

HttpClient::~HttpClient() {
    ::close(socket_);
}

void HttpClient::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return;  // the server may close early; what it answered tells
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

bool HttpClient::readable(std::chrono::milliseconds time) const {
    pollfd entry{socket_, POLLIN, 0};
    return ::poll(&entry, 1, static_cast<int>(time.count())) == 1;
}

bool HttpClient::fill() {
    if (!readable(patience)) {
        throw std::runtime_error("the server does not answer");
    }
    std::array<char, 16384> bytes{};
    const ssize_t got = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (got > 0) {
        received_.append(bytes.data(), static_cast<std::size_t>(got));
    }
    return got > 0;
}

HttpAnswer HttpClient::read(bool body) {
    std::size_t end = 0;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
        if (!fill()) {
            throw std::runtime_error("closed before an answer");
        }
    }
    HttpAnswer answer;
    answer.head = received_.substr(0, end + 2);
    answer.status = std::stoi(answer.head.substr(answer.head.find(' ') + 1));
    received_.erase(0, end + 4);
    const std::size_t length = body ? content_length(answer.head) : 0;
    while (received_.size() < length) {
        if (!fill()) {
            throw std::runtime_error("closed within an answer");
        }
    }
    answer.body = received_.substr(0, length);
    received_.erase(0, length);
    return answer;
}

HttpAnswer HttpClient::get(const std::string& target) {
    send(get_request(target));
    return read();
}

void HttpClient::close_sending() const {
    ::shutdown(socket_, SHUT_WR);
}

bool HttpClient::closed_by_server() {
    try {
        while (fill()) {
        }
        return true;
    } catch (const std::runtime_error&) {
        return false;
    }
}

std::string get_request(const std::string& target) {
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

}  // namespace recovery
