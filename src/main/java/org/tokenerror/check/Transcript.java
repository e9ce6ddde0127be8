package org.tokenerror.check;

import java.nio.charset.StandardCharsets;
import org.tokenerror.check.judge.Judgement;
import org.tokenerror.check.wire.RawRequest;
import org.tokenerror.check.wire.RawResponse;
import org.tokenerror.check.wire.Reply;
import org.tokenerror.check.wire.Silence;
import org.tokenerror.http.BodyText;
import org.tokenerror.http.Headers;

/**
 * Writes down what was sent and what came back, for people.
 *
 * <p>It keeps no secret, no token and no control character, and not more than a page of anything.
 */
final class Transcript {
  private static final int LONGEST_REQUEST = 600;
  private static final int LONGEST_ANSWER = 2_000;
  private static final int LONGEST_FIELD = 300;

  private final Masker masker;

  Transcript(Masker masker) {
    this.masker = masker;
  }

  String of(RawRequest request) {
    StringBuilder text = new StringBuilder();
    text.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\n");
    append(request.headers(), text);
    String body = new String(request.body(), StandardCharsets.ISO_8859_1);
    return finish(text, body, LONGEST_REQUEST);
  }

  String of(Reply reply, Judgement.Outcome outcome) {
    if (reply instanceof Silence silence) {
      return "(" + silence.detail() + ")";
    }
    RawResponse response = (RawResponse) reply;
    StringBuilder text = new StringBuilder(response.statusLine()).append('\n');
    append(response.headers(), text);
    boolean token =
        outcome == Judgement.Outcome.GRANTED || outcome == Judgement.Outcome.WRONGLY_GRANTED;
    String body =
        token ? "(a token, not kept)" : BodyText.decode(response.body(), response.headers());
    return finish(text, body, LONGEST_ANSWER);
  }

  /** Returns a short text on one line. */
  String line(String text) {
    return cut(printable(masker.mask(text)).replace('\n', ' '), LONGEST_FIELD);
  }

  private void append(Headers headers, StringBuilder text) {
    for (Headers.Field field : headers.fields()) {
      String line = masker.mask(field.name() + ": " + field.value());
      text.append(cut(line, LONGEST_FIELD)).append('\n');
    }
  }

  /** Masks before it cuts, so that no half of a secret is left over. */
  private String finish(StringBuilder head, String body, int longest) {
    String masked = printable(masker.mask(body));
    String text = printable(masker.mask(head.toString()));
    return masked.isEmpty() ? text : text + "\n" + cut(masked, longest);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest
        ? text
        : text.substring(0, longest) + "... (" + text.length() + " characters)";
  }

  private static String printable(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    String lines = text.replace("\r\n", "\n");
    for (int i = 0; i < lines.length(); i++) {
      char c = lines.charAt(i);
      if (c == '\n' || c == '\t' || !isUnprintable(c)) {
        clean.append(c);
      } else {
        clean.append("\\u").append(String.format("%04x", (int) c));
      }
    }
    return clean.toString();
  }

  /** Control characters, and those that turn the direction of what follows. */
  private static boolean isUnprintable(char c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.isSurrogate(c)
        || c == '\uFFFE'
        || c == '\uFFFF';
  }
}
