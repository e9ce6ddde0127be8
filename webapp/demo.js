"use strict";

/* Builds the request from the three choices, has it sent twice, and shows both answers. */

const FILTERED = "oauth2/token";
const FORM = "application/x-www-form-urlencoded";

/*
 * What goes wrong. form: the grant; code: what the RFC wants to hear; client: who asks.
 */
const CAUSES = {
  "wrong-secret": {
    label: "Wrong client secret", client: ["demo-client", "wrong"], code: "invalid_client",
  },
  "unknown-client": {
    label: "Unknown client", client: ["nobody", "demo-secret"], code: "invalid_client",
  },
  "no-credentials": { label: "No client credentials", auth: "none", code: "invalid_client" },
  "missing-grant-type": { label: "Missing grant_type", form: { scope: "read" }, code: "invalid_request" },
  "unsupported-grant-type": {
    label: "Unsupported grant_type", form: { grant_type: "magic" }, code: "unsupported_grant_type",
  },
  "unauthorized-client": {
    label: "Grant type forbidden for this client", client: ["limited", "limited-secret"],
    code: "unauthorized_client",
  },
  "invalid-scope": {
    label: "Unknown scope", form: { grant_type: "client_credentials", scope: "admin" },
    code: "invalid_scope",
  },
  "unknown-code": codeCause("Unknown authorization code", "no-such-code"),
  "expired-code": codeCause("Expired authorization code", "expired-code"),
  "used-code": codeCause("Authorization code used twice", "used-code"),
  "other-clients-code": codeCause("Another client's authorization code", "other-clients-code"),
  "wrong-redirect-uri": codeCause("Wrong redirect_uri", "good-code", "https://evil.example/callback"),
  "expired-refresh-token": refreshCause("Expired refresh token", "expired-token"),
  "revoked-refresh-token": refreshCause("Revoked refresh token", "revoked-token"),
  "wrong-password": {
    label: "Wrong user password",
    form: { grant_type: "password", username: "alice", password: "rabbit" }, code: "invalid_grant",
  },
  "pending-device": {
    label: "Device code still pending",
    form: { grant_type: "urn:ietf:params:oauth:grant-type:device_code", device_code: "pending-device" },
    code: "authorization_pending",
  },
  "wrong-method": { label: "GET instead of POST", method: "GET", code: "invalid_request" },
  "wrong-media-type": { label: "JSON instead of a form", json: true, code: "invalid_request" },
  "nothing": { label: "Nothing: a token is due", token: true },
};

function codeCause(label, code, redirectUri) {
  const form = { grant_type: "authorization_code", code };
  return {
    label, code: "invalid_grant", form: redirectUri ? { ...form, redirect_uri: redirectUri } : form,
  };
}

function refreshCause(label, token) {
  return {
    label, code: "invalid_grant", form: { grant_type: "refresh_token", refresh_token: token },
  };
}

/* How the client authenticates. fails: the servlet refuses it whatever the secret. */
const AUTHS = {
  "basic": { label: "Basic", scheme: "Basic", header: (id, secret) => `Basic ${btoa(`${id}:${secret}`)}` },
  "body": { label: "In the body (client_secret_post)" },
  "malformed-basic": { label: "Malformed Basic", scheme: "Basic", fails: true, header: () => "Basic not*base64" },
  "bearer": { label: "Bearer", scheme: "Bearer", fails: true, header: () => "Bearer mF_9.B5f-4.1JqM" },
  "dpop": { label: "DPoP", scheme: "DPoP", fails: true, header: () => "DPoP Kz8mXK1EalYznwH-LC-1fBAo" },
  "digest": {
    label: "Digest", scheme: "Digest", fails: true, free: true,
    header: (id) => `Digest username="${id}", realm="clients", nonce="bm9uY2U", uri="/oauth2/token", response="00"`,
  },
  "negotiate": {
    label: "Negotiate", scheme: "Negotiate", fails: true, free: true, header: () => "Negotiate YIIBhgYGKwYBBQUC",
  },
  "unknown": {
    label: "A scheme nobody knows", scheme: "Mystery", fails: true, free: true, header: () => "Mystery abc123",
  },
  "none": { label: "Not at all", fails: true },
};

const byId = (id) => document.getElementById(id);
const chosen = { cause: "wrong-secret", auth: "basic", fail: "send-error-message", succeed: "plain" };
let styles = { failures: [], successes: [] };
let latest = 0;

function authOf(choice) {
  return CAUSES[choice.cause].auth || choice.auth;
}

/** Makes the request: method, header lines, body, and the arguments of curl. */
function build(choice) {
  const cause = CAUSES[choice.cause];
  const auth = AUTHS[authOf(choice)];
  const [id, secret] = cause.client || ["demo-client", "demo-secret"];
  const method = cause.method || "POST";
  const headers = [];
  const curl = [];
  if (auth.header) {
    headers.push(`Authorization: ${auth.header(id, secret)}`);
    curl.push(authOf(choice) === "basic" ? `-u ${quote(`${id}:${secret}`)}` : `-H ${quote(headers[0])}`);
  }
  const wish = cause.token ? `X-Demo-Succeed: ${choice.succeed}` : `X-Demo-Fail: ${choice.fail}`;
  headers.push(wish);
  curl.push(`-H ${quote(wish)}`);
  let body = "";
  if (method !== "GET") {
    const form = { ...(cause.form || { grant_type: "client_credentials" }) };
    if (authOf(choice) === "body") {
      Object.assign(form, { client_id: id, client_secret: secret });
    }
    body = cause.json ? JSON.stringify(form) : new URLSearchParams(form).toString();
    const type = `Content-Type: ${cause.json ? "application/json" : FORM}`;
    headers.push(type);
    if (cause.json) {
      curl.push(`-H ${quote(type)}`);
    }
    curl.push(`-d ${quote(body)}`);
  }
  const url = new URL(FILTERED, document.baseURI).href;
  return { method, headers, body, curl: ["curl -i", ...curl, quote(url)].join(" ") };
}

function quote(text) {
  return /^[\w:/.=@%-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Works out what the RFC asks for here, and a sentence for the page. */
function expect(choice) {
  const cause = CAUSES[choice.cause];
  const auth = AUTHS[authOf(choice)];
  const style = styles.failures.find(({ id }) => id === choice.fail);
  if (cause.token && !auth.fails) {
    return { token: true, sentence: "<strong>Nothing to correct</strong>A token leaves byte for byte as the servlet wrote it." };
  }
  if (!cause.token && style && style.outage) {
    return {
      codes: choice.fail === "server-error"
          ? ["server_error", "temporarily_unavailable", "invalid_client"]
          : ["temporarily_unavailable", "server_error", "invalid_client"],
      statuses: auth.fails ? [500, 503, 401, 400] : [500, 503], scheme: "",
      sentence: "<strong>The server's own fault stays 5xx</strong>A client may try again later; a 400 would tell it to give up.",
    };
  }
  const byHeader = Boolean(auth.scheme);
  if (cause.method) {
    return {
      codes: ["invalid_request", "invalid_client"], statuses: [405, 400], scheme: "",
      sentence: "<strong>405 with <code>Allow: POST</code>, and <code>invalid_request</code></strong>“The client MUST use the HTTP “POST” method when making access token requests.”",
    };
  }
  if (auth.fails || cause.code === "invalid_client") {
    const codes = ["invalid_client", ...(cause.code && cause.code !== "invalid_client" ? [cause.code] : [])];
    if (!byHeader) {
      const bodyOnly = cause.json || cause.code === "invalid_request" ? ["invalid_request"] : [];
      return {
        codes: [...codes, ...bodyOnly], statuses: [400, 401], scheme: "",
        sentence: "<strong>400, or 401 with a challenge, and <code>invalid_client</code></strong>Without an <code>Authorization</code> header both are allowed.",
      };
    }
    const asked = auth.free
        ? "a challenge for a scheme that is supported"
        : `<code>WWW-Authenticate: ${auth.scheme}</code>`;
    return {
      codes, statuses: [401], scheme: auth.scheme, free: auth.free,
      sentence: `<strong>401, ${asked} and <code>invalid_client</code></strong>“If the client attempted to authenticate via the “Authorization” request header field, the authorization server MUST respond with an HTTP 401 (Unauthorized) status code and include the “WWW-Authenticate” response header field matching the authentication scheme used by the client.”`,
    };
  }
  if (cause.json) {
    return {
      codes: ["invalid_request", ...(byHeader ? [] : ["invalid_client"])],
      statuses: byHeader ? [400] : [400, 401], scheme: "",
      sentence: "<strong>400 and <code>invalid_request</code></strong>The parameters of a token request are a form, not JSON.",
    };
  }
  return {
    codes: [cause.code], statuses: [400], scheme: "",
    sentence: `<strong>400 and <code>${cause.code}</code></strong>“The authorization server responds with an HTTP 400 (Bad Request) status code (unless specified otherwise).”`,
  };
}

/** Sketches the answer that the RFC asks for; empty for a token. */
function ideal({ token, codes, statuses, scheme, free }) {
  if (token) {
    return "";
  }
  const status = codes[0] === "temporarily_unavailable" ? 503 : statuses[0];
  return [
    `HTTP/1.1 ${status}`,
    ...(status === 401 ? [`WWW-Authenticate: ${free ? "Basic" : scheme} realm="..."`] : []),
    ...(status === 405 ? ["Allow: POST"] : []),
    "Content-Type: application/json",
    "Cache-Control: no-store",
    "",
    JSON.stringify({ error: codes[0] }),
  ].join("\n");
}

function fill(select, groups, value) {
  select.replaceChildren(...groups.map(([title, options]) => {
    const nodes = options.map(([id, text]) => new Option(text, id, false, id === value));
    if (!title) {
      return nodes;
    }
    const group = document.createElement("optgroup");
    group.label = title;
    group.append(...nodes);
    return [group];
  }).flat());
}

function showChoices() {
  const token = Boolean(CAUSES[chosen.cause].token);
  fill(byId("cause"), [["", Object.entries(CAUSES).map(([id, { label }]) => [id, label])]], chosen.cause);
  fill(byId("auth"), [["", Object.entries(AUTHS).map(([id, { label }]) => [id, label])]], authOf(chosen));
  byId("auth").disabled = Boolean(CAUSES[chosen.cause].auth);
  byId("style-label").textContent = token ? "How the servlet hands the token out" : "How the servlet tells it";
  const option = ({ id, summary }) => [id, `${id} \u2013 ${summary}`];
  if (token) {
    fill(byId("style"), [["", styles.successes.map(option)]], chosen.succeed);
  } else {
    const groups = new Map();
    for (const style of styles.failures) {
      groups.set(style.group, [...(groups.get(style.group) || []), option(style)]);
    }
    fill(byId("style"), [...groups], chosen.fail);
  }
}

function readChoices() {
  chosen.cause = byId("cause").value;
  if (!byId("auth").disabled) {
    chosen.auth = byId("auth").value;
  }
}

/** Shows the raw lines; those that the other answer lacks are marked. */
function showRaw(pre, answer, other, mark) {
  const line = (text, ...classes) => {
    const span = document.createElement("span");
    span.className = classes.filter(Boolean).join(" ");
    span.textContent = text;
    return span;
  };
  const has = (text) => other.statusLine === text || other.headers.some((field) => field.line === text);
  const quietNames = ["date", "connection", "keep-alive"];
  const lines = [];
  if (answer.status === 0) {
    lines.push(line("(no answer)", "note", answer.raw !== other.raw && mark));
  } else {
    lines.push(line(answer.statusLine, "first", !has(answer.statusLine) && mark));
    for (const field of answer.headers) {
      const changed = !quietNames.includes(field.name) && !has(field.line);
      lines.push(line(field.line, changed && mark));
    }
    lines.push(line(""));
    const bodyChanged = answer.body !== other.body && answer.body !== "" && mark;
    lines.push(...answer.body.split(/\r?\n/).map((text) => line(text, bodyChanged)));
  }
  lines.push(...answer.notes.map((note) => line(`(${note})`, "note")));
  pre.replaceChildren(...lines);
}

function showAnswer(id, answer, other, expected, mark) {
  const section = byId(id);
  const { mood, sentence, checks } = judge(answer, expected);
  section.classList.toggle("good", mood === "good");
  section.classList.toggle("bad", mood === "bad");
  section.querySelector(".status").textContent = answer.status || "no answer";
  section.querySelector(".verdict").textContent =
      sentence + (id === "filtered" && mood === "good" ? ` ${comparison(answer, other)}` : "");
  section.querySelector(".checks").replaceChildren(...checks.map(({ state, text }) => {
    const item = document.createElement("li");
    item.className = state;
    item.textContent = text;
    return item;
  }));
  showRaw(section.querySelector(".raw"), answer, other, mark);
}

function comparison(answer, other) {
  const lines = ({ headers, statusLine, raw }, skip) => [
    statusLine,
    ...headers.filter(({ name }) => !skip.includes(name)).map(({ line }) => line),
    raw.slice(raw.indexOf("\r\n\r\n")),
  ].join("\n");
  if (lines(answer, ["date"]) === lines(other, ["date"])) {
    return "Unchanged, byte for byte.";
  }
  const added = ["date", "cache-control", "pragma"];
  return lines(answer, added) === lines(other, added) ? "Only caching headers were added." : "";
}

function showProblem(text) {
  for (const id of ["bare", "filtered"]) {
    const section = byId(id);
    section.classList.remove("good", "bad");
    section.querySelector(".status").textContent = "";
    section.querySelector(".verdict").textContent = text;
    section.querySelector(".checks").replaceChildren();
    section.querySelector(".raw").replaceChildren();
  }
}

async function run() {
  const number = ++latest;
  const expected = expect(chosen);
  const request = build(chosen);
  byId("rule").innerHTML = expected.sentence;
  byId("ideal").textContent = ideal(expected);
  byId("curl").textContent = request.curl;
  history.replaceState(null, "", `#${new URLSearchParams(chosen)}`);
  byId("answers").setAttribute("aria-busy", "true");
  try {
    const form = new URLSearchParams([
      ["method", request.method],
      ...request.headers.map((line) => ["header", line]),
      ["body", request.body],
    ]);
    const response = await fetch("probe", { method: "POST", body: form });
    const result = await response.json();
    if (result.problem) {
      throw new Error(result.problem);
    }
    const bare = await parseAnswer(result.bare, result.limit);
    const filtered = await parseAnswer(result.filtered, result.limit);
    if (number === latest) {
      byId("request").textContent = result.request.replaceAll("\r\n", "\n").trimEnd();
      showAnswer("bare", bare, filtered, expected, "gone");
      showAnswer("filtered", filtered, bare, expected, "new");
    }
  } catch (problem) {
    if (number === latest) {
      showProblem(`The demo server did not answer: ${problem.message}`);
    }
  } finally {
    if (number === latest) {
      byId("answers").setAttribute("aria-busy", "false");
    }
  }
}

function readAddress() {
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const known = {
      cause: Object.hasOwn(CAUSES, value),
      auth: Object.hasOwn(AUTHS, value),
      fail: styles.failures.some(({ id }) => id === value),
      succeed: styles.successes.some(({ id }) => id === value),
    };
    if (known[name]) {
      chosen[name] = value;
    }
  }
}

async function start() {
  styles = await (await fetch("probe")).json();
  readAddress();
  showChoices();
  byId("cause").addEventListener("change", () => { readChoices(); showChoices(); run(); });
  byId("auth").addEventListener("change", () => { readChoices(); run(); });
  byId("style").addEventListener("change", (event) => {
    chosen[CAUSES[chosen.cause].token ? "succeed" : "fail"] = event.target.value;
    run();
  });
  byId("form").addEventListener("submit", (event) => { event.preventDefault(); run(); });
  byId("copy").addEventListener("click", async () => {
    await navigator.clipboard.writeText(byId("curl").textContent);
    byId("copy").textContent = "Copied";
    setTimeout(() => { byId("copy").textContent = "Copy"; }, 1500);
  });
  fetch("checker/", { method: "HEAD" }) // only the demo's own server has it
      .then((page) => { byId("checker").hidden = !page.ok; });
  window.addEventListener("hashchange", () => { readAddress(); showChoices(); run(); });
  await run();
}

start().catch((problem) => showProblem(`The demo server did not answer: ${problem.message}`));
