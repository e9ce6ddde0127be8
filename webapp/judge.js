"use strict";

/*
 * Reads raw HTTP answers and says in words how they compare with RFC 6749 section 5.2.
 *
 * It is a simple judge for this page: it checks what a client needs, not every rule.
 */

const STANDARD_CODES = [
  "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client",
  "unsupported_grant_type", "invalid_scope",
];

const OTHER_CODES = [
  "server_error", "temporarily_unavailable", "authorization_pending", "slow_down", "access_denied",
  "expired_token", "invalid_target", "invalid_dpop_proof", "use_dpop_nonce",
];

/** Takes an answer apart: status, header lines, decoded body. One character of raw is one byte. */
async function parseAnswer(raw, limit) {
  const headEnd = raw.indexOf("\r\n\r\n");
  const head = (headEnd < 0 ? raw : raw.slice(0, headEnd)).split("\r\n");
  const answer = {
    raw,
    statusLine: head[0],
    status: Number((/^HTTP\/1\.1 (\d{3})/.exec(head[0]) || [])[1] || 0),
    headers: head.slice(1).map((line) => {
      const colon = line.indexOf(":");
      return { line, name: line.slice(0, colon).toLowerCase(), value: line.slice(colon + 1).trim() };
    }),
    notes: [],
  };
  let body = headEnd < 0 ? "" : raw.slice(headEnd + 4);
  const whole = raw.length < limit;
  if (/\bchunked\b/i.test(header(answer, "transfer-encoding"))) {
    const { data, complete } = dechunk(body);
    body = data;
    answer.cut = !complete && whole;
  }
  if (!whole) {
    answer.notes.push(`only the first ${limit / 1024} KiB are shown`);
  }
  if (answer.cut) {
    answer.notes.push("the connection closed in the middle of the answer");
  }
  let bytes = Uint8Array.from(body, (c) => c.charCodeAt(0));
  if (header(answer, "content-encoding").toLowerCase() === "gzip" && bytes.length > 0) {
    answer.notes.push(`${bytes.length} bytes of gzip, shown decoded`);
    try {
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
      bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    } catch {
      answer.notes.push("which could not be decoded");
    }
  }
  answer.body = new TextDecoder().decode(bytes);
  return answer;
}

function dechunk(body) {
  let data = "";
  let at = 0;
  for (;;) {
    const end = body.indexOf("\r\n", at);
    const size = end < 0 ? NaN : parseInt(body.slice(at, end), 16);
    if (Number.isNaN(size)) {
      return { data, complete: false };
    }
    if (size === 0) {
      return { data, complete: true };
    }
    data += body.slice(end + 2, end + 2 + size);
    at = end + 2 + size + 2;
  }
}

function header(answer, name) {
  return answer.headers.filter((field) => field.name === name).map((field) => field.value).join(", ");
}

/** Returns the parsed JSON object, or undefined. */
function jsonObject(answer) {
  try {
    const value = JSON.parse(answer.body);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isToken(answer) {
  if (answer.status < 200 || answer.status > 299) {
    return false;
  }
  const json = jsonObject(answer);
  if (json) {
    return [json, ...Object.values(json)].some(
        (level) => level !== null && typeof level === "object" && typeof level.access_token === "string");
  }
  return /(^|&)access_token=|<access_token>|^\{.*"access_token":"[^"]+"/s.test(answer.body);
}

/**
 * Judges an answer.
 *
 * expected has: codes (the acceptable ones, best first), statuses (the acceptable ones), scheme
 * (the one the client used, or ""), free (whether any challenge will do).
 */
function judge(answer, expected) {
  if (answer.status === 0) {
    return verdict("bad", "No answer at all: the connection was closed.", []);
  }
  if (isToken(answer)) {
    return verdict("good", "A token: nothing to correct.", []);
  }
  if (expected.token) {
    return verdict("bad", "The request was in order, yet there is no token.", []);
  }
  const checks = [];
  const problems = [];
  const check = (ok, right, wrong, problem) => {
    checks.push({ state: ok ? "ok" : "no", text: ok ? right : wrong });
    if (!ok && problem) {
      problems.push(problem);
    }
    return ok;
  };

  const type = header(answer, "content-type");
  const json = jsonObject(answer);
  const kind = bodyKind(answer, type);
  if (answer.cut) {
    check(false, "", "The answer breaks off", "it breaks off in the middle");
  }
  if (check(Boolean(json), "The body is a JSON object", `The body is ${kind}, not a JSON object`,
      `${kind} instead of JSON`)) {
    check(/^application\/json\s*(;|$)/i.test(type), "Content-Type: application/json",
        `JSON under Content-Type: ${type || "(none)"}`, "the wrong media type");
    judgeMembers(json, expected, check, checks);
  }

  const status = answer.status;
  const code = json && typeof json.error === "string" ? json.error : "";
  const right = expected.statuses.includes(status)
      || (code === "server_error" && status === 500)
      || (code === "temporarily_unavailable" && status === 503);
  check(right, `Status ${status}`,
      `Status ${status} instead of ${expected.statuses.join(" or ")}`,
      status < 300 ? `${status} looks like a success`
      : status < 400 ? "a redirect that no client follows with credentials" : `${status} is the wrong status`);
  judgeChallenge(answer, expected, check);
  if (status === 405) {
    check(header(answer, "allow") !== "", `Allow: ${header(answer, "allow")}`, "405 without Allow",
        "405 without Allow");
  }
  check(/\bno-store\b/i.test(header(answer, "cache-control")), "Cache-Control: no-store",
      "Caches may store it: no Cache-Control: no-store", "");

  if (problems.length > 0) {
    return verdict("bad", `Wrong: ${list(problems)}.`, checks);
  }
  const challenge = header(answer, "www-authenticate");
  const withChallenge = status === 401 ? ` with a ${challenge.split(" ", 1)[0]} challenge` : "";
  return verdict("good", `Right: ${status}${withChallenge} and the code ${code}.`, checks);
}

function judgeMembers(json, expected, check, checks) {
  const code = json.error;
  const known = typeof code === "string" && [...STANDARD_CODES, ...OTHER_CODES].includes(code);
  check(known, `"error" is the code ${code}`,
      code === undefined ? "There is no member \"error\"" : `"error" is ${brief(code)}, which is no code`,
      "no code a client knows");
  if (known && !expected.codes.includes(code)) {
    checks.push({
      state: "so",
      text: `The servlet hid the reason: ${expected.codes[0]} would say more than ${code}`,
    });
  }
  const words = json.error_description;
  if (words !== undefined) {
    check(typeof words === "string" && /^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/.test(words),
        "\"error_description\" has legal characters only",
        "\"error_description\" has characters that the RFC forbids", "illegal characters");
  }
}

function judgeChallenge(answer, expected, check) {
  const challenge = header(answer, "www-authenticate");
  const schemes = challengeSchemes(challenge);
  if (answer.status !== 401) {
    if (expected.scheme && !expected.statuses.some((status) => status !== 401)) {
      check(false, "", `No WWW-Authenticate: ${expected.scheme}`, "no challenge");
    }
    return;
  }
  if (!check(challenge !== "", "", "401 without WWW-Authenticate", "401 without WWW-Authenticate")) {
    return;
  }
  const matches = expected.free || !expected.scheme
      || schemes.includes(expected.scheme.toLowerCase());
  check(matches, `WWW-Authenticate: ${challenge}`,
      `The challenge (${challenge}) does not match the client's scheme ${expected.scheme}`,
      "a challenge for another scheme");
  check(!/\brealm=(?!")/i.test(challenge), "", "The challenge's realm is not quoted",
      "a realm without quotes");
}

/** Lists the schemes of a WWW-Authenticate value, in lower case; good enough for this page. */
function challengeSchemes(value) {
  const unquoted = value.replace(/"(?:[^"\\]|\\.)*"/g, "\"\"");
  return unquoted.split(",")
      .map((part) => /^\s*([!#$%&'*+.^_`|~\w-]+)(\s+[^=\s]|\s*$)/.exec(part))
      .filter((match) => match !== null)
      .map((match) => match[1].toLowerCase());
}

function bodyKind(answer, type) {
  if (answer.body.trim() === "") {
    return "nothing";
  }
  if (/html/i.test(type) || /<html/i.test(answer.body)) {
    return "HTML";
  }
  if (/xml/i.test(type)) {
    return "XML";
  }
  if (/x-www-form-urlencoded/i.test(type)) {
    return "a form";
  }
  return /json/i.test(type) ? "broken JSON" : "plain text";
}

function brief(value) {
  return typeof value === "string" ? `"${value}"` : `an ${Array.isArray(value) ? "array" : typeof value}`;
}

function list(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function verdict(mood, sentence, checks) {
  return { mood, sentence, checks: checks.filter((check) => check.text !== "") };
}
