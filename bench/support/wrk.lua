-- What wrk sends: TARGET is "outbox" (with PERSON and BATCH), "insert", or empty for a plain GET.
-- Every entry gets an id of its own; afterwards one line tells how it went.

local target, person = os.getenv("TARGET"), os.getenv("PERSON")
local batch = tonumber(os.getenv("BATCH") or "1")
local seq = 0

math.randomseed(tonumber(os.getenv("SEED")))

local function digits(n) return string.format("%0" .. n .. "x", math.random(0, 16 ^ n - 1)) end

local function uuid()
  return digits(4) .. digits(4) .. "-" .. digits(4) .. "-4" .. digits(3) .. "-a" .. digits(3)
    .. "-" .. digits(6) .. digits(6)
end

local function entry(at)
  seq = seq + 1
  return string.format(
    '{"v":1,"id":"%s","seq":%d,"verb":"log_win","at":%d000,"offset":%s,"zone":"%s",'
      .. '"fields":{"what":"Fixed the flaky test number %d","kind":"quick"}}',
    uuid(), seq, at, os.getenv("OFFSET"), os.getenv("ZONE"), seq)
end

local function delivery()
  local entries, at = {}, os.time()
  for n = 1, batch do entries[n] = entry(at) end
  return '{"person":"' .. person .. '","entries":[' .. table.concat(entries, ",") .. "]}"
end

local function note()
  seq = seq + 1
  return '{"what":"Fixed the flaky test number ' .. seq .. '","kind":"quick"}'
end

if target ~= "" then
  local make = target == "outbox" and delivery or note
  function request() return wrk.format("POST", nil, nil, make()) end
end

function done(summary, latency)
  local wrong = summary.errors
  io.write(string.format("TOLD %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(99), latency.max,
    wrong.connect + wrong.read + wrong.write + wrong.status + wrong.timeout))
end
