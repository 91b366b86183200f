-- SPDX-License-Identifier: GPL-2.0-or-later
--
-- A load for wrk: asks questions from a JSONL file one after the other, and prints one
-- line of figures. From the environment:
--   QUESTIONS       the file, an object a line
--   QUESTION_FIELD  the string of it that is asked; "text" unless given
--   LOAD_PATH       what stands before the question; "/search?q=" unless given
--   LOAD_NAME       what the line of figures begins with
--
-- Example: QUESTIONS=queries.jsonl wrk -t1 -c8 -d10s -s benchmarks/http_load.lua \
--              http://127.0.0.1:7700
local field = os.getenv("QUESTION_FIELD") or "text"
local path = os.getenv("LOAD_PATH") or "/search?q="

local escapes = { n = "\n", t = "\t", r = "\r", b = " ", f = " " }

local function string_field(line)
    local at = select(2, line:find('"' .. field .. '"%s*:%s*"'))
    local value = at and line:sub(at + 1):match('^(.-[^\\])"')
    return value and value:gsub("\\u%x%x%x%x", "?"):gsub("\\(.)", function(c)
        return escapes[c] or c
    end)
end

local function percent_encoded(text)
    return (text:gsub("[^%w]", function(c)
        return ("%%%02X"):format(c:byte())
    end))
end

local requests = {}
local at = 0

function init()
    local seen = {}
    for line in io.lines(os.getenv("QUESTIONS")) do
        local question = string_field(line)
        if question and not seen[question] then
            seen[question] = true
            requests[#requests + 1] = wrk.format("GET", path .. percent_encoded(question))
        end
    end
    if #requests == 0 then
        error("no question in " .. os.getenv("QUESTIONS"))
    end
end

function request()
    at = at % #requests + 1
    return requests[at]
end

function done(summary, latency)
    local errors = summary.errors
    print(("%-10s %8.1f requests/s   p50 %7.2f ms   p99 %7.2f ms   %d errors"):format(
        os.getenv("LOAD_NAME") or "",
        summary.requests / (summary.duration / 1e6),
        latency:percentile(50) / 1e3,
        latency:percentile(99) / 1e3,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
