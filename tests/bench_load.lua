-- Asks for the addresses of a list, each as often as its weight says, and tells what came of it in JSON.
local addresses, bounds, all = {}, {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local weight, address = line:match("^(%d+) (.+)$")
    all = all + tonumber(weight)
    addresses[#addresses + 1], bounds[#bounds + 1] = address, all
  end
  -- The same order each time.
  math.randomseed(1)
end

function request()
  local drawn, low, high = math.random(all), 1, #bounds
  while low < high do
    local middle = math.floor((low + high) / 2)
    if bounds[middle] < drawn then low = middle + 1 else high = middle end
  end
  return wrk.format("GET", addresses[low], { ["Accept-Encoding"] = "gzip, br" })
end

function done(summary, latency, requests)
  local lost = summary.errors
  io.write(string.format(
    '{"requests": %d, "bytes": %d, "microseconds": %d, "p50": %d, "p99": %d, "lost": %d}\n',
    summary.requests, summary.bytes, summary.duration,
    latency:percentile(50), latency:percentile(99),
    lost.connect + lost.read + lost.write + lost.status + lost.timeout))
end
