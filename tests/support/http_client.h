// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace recovery {

/// What came back for one request.
struct HttpAnswer {
    int status = 0;
    std::string head;  ///< status line and fields
    std::string body;

    /// Whether the head holds this line, whatever its case: "Retry-After: 1".
    [[nodiscard]] bool has(std::string_view field_line) const;
};

/// A blocking TCP client that sends the bytes it is told to, well-formed or not. Waits
/// patiently (a minute) and throws std::runtime_error when nothing comes.
class HttpClient {
  public:
    /// `address` as in "127.0.0.1:7700".
    explicit HttpClient(const std::string& address);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    void send(std::string_view bytes) const;

    /// Sends a GET of HTTP/1.1 and reads the answer.
    HttpAnswer get(const std::string& target);

    /// One answer; with `body` false none is read for it, as for HEAD.
    HttpAnswer read(bool body = true);

    /// Nothing more will be sent.
    void close_sending() const;

    /// Reads on until the server closes; false when it does not within a minute.
    bool closed_by_server();

    /// Whether something is there to be read, now or within `patience`.
    [[nodiscard]] bool readable(std::chrono::milliseconds patience) const;

  private:
    bool fill();

    int socket_ = -1;
    std::string received_;
};

/// A GET request of HTTP/1.1 as bytes.
[[nodiscard]] std::string get_request(const std::string& target);

}  // namespace recovery
