package org.tokenerror.check.judge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tokenerror.check.wire.RawResponse;

/** Judges how the body is framed, and the fields that describe its bytes. */
final class WireChecks {
  private static final Map<RawResponse.Ending, String> ENDINGS =
      Map.of(
          RawResponse.Ending.CUT_SHORT, "the connection closed before the end of the body",
          RawResponse.Ending.SURPLUS, "there are bytes behind the end of the body",
          RawResponse.Ending.TOO_LONG, "the body had no end when enough of it was read",
          RawResponse.Ending.TOO_SLOW, "the body had no end when the time was over");

  private WireChecks() {}

  static Verdict endsWhereItSays(Exchange e) {
    boolean twice =
        e.headers().contains("Content-Length") && e.headers().contains("Transfer-Encoding");
    if (twice || e.headers().all("Content-Length").size() > 1) {
      return Verdict.failed("the length of the body is told twice");
    }
    boolean number =
        e.headers().all("Content-Length").stream().allMatch(value -> value.matches("\\d{1,18}"));
    if (!number) {
      return Verdict.failed("Content-Length is no number");
    }
    if (e.isTooLarge()) {
      return Verdict.notApplicable();
    }
    return Verdict.check(
        e.ending() == RawResponse.Ending.WHOLE, ENDINGS.getOrDefault(e.ending(), ""));
  }

  /** The fields of a body that another body has replaced; nobody asked for a coding or a range. */
  static Verdict describesThisBody(Exchange e) {
    List<String> codings = e.headers().all("Content-Encoding");
    if (!codings.stream().allMatch("identity"::equalsIgnoreCase)) {
      return Verdict.failed("there is a Content-Encoding that nobody asked for");
    }
    if (e.headers().contains("Content-Range")) {
      return Verdict.failed("there is a Content-Range, and no range was asked for");
    }
    boolean file =
        e.headers().all("Content-Disposition").stream()
            .anyMatch(value -> !value.toLowerCase(Locale.ROOT).startsWith("inline"));
    if (file) {
      return Verdict.failed("there is a Content-Disposition, as for a file to save");
    }
    return Verdict.check(
        digestsMatch(e, "Content-MD5", "MD5", "")
            && digestsMatch(e, "Digest", "SHA-256", "sha-256=")
            && digestsMatch(e, "Content-Digest", "SHA-256", "sha-256=:")
            && digestsMatch(e, "Repr-Digest", "SHA-256", "sha-256=:"),
        "there is the digest of another body");
  }

  static Verdict answerToHeadHasNoBody(Exchange e) {
    return Verdict.check(!e.hasBody(), "the answer to HEAD has a body")
        .when(e.sent().method().equals("HEAD"));
  }

  /** A field counts if it starts with the label; then the rest has to be the right value. */
  private static boolean digestsMatch(Exchange e, String name, String algorithm, String label) {
    return e.headers().all(name).stream()
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(label))
        .allMatch(value -> value.substring(label.length()).startsWith(digest(algorithm, e.body())));
  }

  private static String digest(String algorithm, byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes);
      return new String(Base64.getEncoder().encode(digest), StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has " + algorithm, e);
    }
  }
}
