package org.tokenerror.testing;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Describes a token request that can be sent to several addresses.
 *
 * @param method e.g. {@code POST}
 * @param query what follows the question mark; empty for nothing
 * @param headerLines lines as they go over the wire, one character per byte
 * @param pairs encoded parameters of the form, one character per byte
 */
public record TokenRequest(
    String method, String query, List<String> headerLines, List<String> pairs) {

  /** Starts with a form that has nothing in it. */
  public static TokenRequest anonymous() {
    return new TokenRequest("POST", "", List.of(), List.of());
  }

  /** Starts with a client that authenticates by the Basic scheme. */
  public static TokenRequest by(String clientId, String secret) {
    return anonymous().line(RawHttp.basic(clientId, secret));
  }

  /** Adds an Authorization field. */
  public TokenRequest authorization(String value) {
    return line("Authorization: " + value);
  }

  public TokenRequest line(String line) {
    return new TokenRequest(method, query, plus(headerLines, line), pairs);
  }

  public TokenRequest grant(String type) {
    return with("grant_type", type);
  }

  /** Adds a parameter of the form. */
  public TokenRequest with(String name, String value) {
    return raw(encode(name) + "=" + encode(value));
  }

  /** Adds to the form what is already encoded, rightly or not. */
  public TokenRequest raw(String pair) {
    return new TokenRequest(method, query, headerLines, plus(pairs, pair));
  }

  public TokenRequest query(String text) {
    return new TokenRequest(method, text, headerLines, pairs);
  }

  public TokenRequest method(String name) {
    return new TokenRequest(name, query, headerLines, pairs);
  }

  /** Chooses the way in which the demo's legacy servlet tells a failure. */
  public TokenRequest failing(String style) {
    return line("X-Demo-Fail: " + style);
  }

  /** Chooses the way in which the demo's legacy servlet hands out a token. */
  public TokenRequest succeeding(String style) {
    return line("X-Demo-Succeed: " + style);
  }

  /** Sends the request; a form unless a line names another Content-Type. */
  public RawAnswer sendTo(RawHttp http, String path) throws IOException {
    return http.send(method, target(path), lines(), body());
  }

  /** Sends the request, and leaves it to the caller to receive the answer. */
  public void sendTo(RawConnection connection, String path) throws IOException {
    connection.send(method, target(path), lines(), body());
  }

  private String target(String path) {
    return query.isEmpty() ? path : path + "?" + query;
  }

  private List<String> lines() {
    boolean typed =
        headerLines.stream().anyMatch(l -> RawHttp.lower(l).startsWith("content-type:"));
    return method.equals("POST") && !typed
        ? plus(headerLines, "Content-Type: application/x-www-form-urlencoded")
        : headerLines;
  }

  private byte[] body() {
    return String.join("&", pairs).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> plus(List<String> list, String item) {
    List<String> longer = new ArrayList<>(list);
    longer.add(item);
    return List.copyOf(longer);
  }
}
