package org.tokenerror.oauth;

import java.util.Optional;
import java.util.function.Supplier;
import org.tokenerror.http.BodyText;
import org.tokenerror.http.Headers;
import org.tokenerror.http.Json;

/**
 * Tells how the servlet's work on a request ended.
 *
 * <p>An outcome is what the servlet said, not what the container would have made of it: a page that
 * the container renders for {@code sendError} is not part of it.
 */
public sealed interface Outcome {

  /**
   * Returns the HTTP status the client would have got.
   *
   * @return the status
   */
  int status();

  /**
   * Returns the header fields the servlet set.
   *
   * @return the response's header fields
   */
  Headers headers();

  /**
   * Returns what the servlet wrote.
   *
   * @return the body, {@link Body#none()} for all but {@link Returned}
   */
  default Body body() {
    return Body.none();
  }

  /**
   * The servlet returned normally.
   *
   * @param status the HTTP status
   * @param headers the header fields
   * @param body what was written
   */
  record Returned(int status, Headers headers, Body body) implements Outcome {}

  /**
   * The servlet called {@code sendError}.
   *
   * @param status the HTTP status
   * @param message the message, when one was given
   * @param headers the header fields
   */
  record SentError(int status, Optional<String> message, Headers headers) implements Outcome {
    @Override
    public String toString() {
      return "SentError[status=" + status + "]"; // H2: the message may hold anything
    }
  }

  /**
   * The servlet redirected the client, by {@code sendRedirect} or by a 3xx with Location.
   *
   * @param status the HTTP status
   * @param location where to
   * @param headers the header fields
   */
  record Redirected(int status, String location, Headers headers) implements Outcome {
    @Override
    public String toString() {
      return "Redirected[status=" + status + "]";
    }
  }

  /**
   * An exception left the servlet.
   *
   * @param cause the exception
   * @param headers the header fields
   */
  record Threw(Throwable cause, Headers headers) implements Outcome {
    @Override
    public int status() {
      return 500;
    }

    @Override
    public String toString() {
      return "Threw[" + cause.getClass().getName() + "]";
    }
  }

  /**
   * The servlet's asynchronous work took too long.
   *
   * @param headers the header fields
   */
  record TimedOut(Headers headers) implements Outcome {
    @Override
    public int status() {
      return 503;
    }
  }

  /** Holds what a servlet wrote, decoded only when somebody asks. */
  final class Body {
    private final Supplier<String> text;
    private final Supplier<Optional<Json.Document>> json;
    private final boolean complete;
    private final boolean empty;
    private final boolean utf8;

    private Body(Supplier<String> text, boolean complete, boolean empty, boolean utf8) {
      this.text = new Memo<>(text);
      this.json = new Memo<>(() -> Json.parse(text()));
      this.complete = complete;
      this.empty = empty;
      this.utf8 = utf8;
    }

    /**
     * Returns the body of an answer that has none.
     *
     * @return an empty, complete body
     */
    public static Body none() {
      return ofText("", true);
    }

    /**
     * Creates a body of characters.
     *
     * @param text the characters
     * @param complete false when there was more than could be held
     * @return the body
     */
    public static Body ofText(String text, boolean complete) {
      return new Body(() -> text, complete, text.isEmpty(), !text.startsWith("\uFEFF"));
    }

    /**
     * Creates a body of bytes, which are decoded with what the headers say about them.
     *
     * @param bytes the bytes as written; copied
     * @param complete false when there was more than could be held
     * @param headers the response's header fields
     * @return the body
     */
    public static Body ofBytes(byte[] bytes, boolean complete, Headers headers) {
      byte[] copy = bytes.clone();
      return new Body(
          () -> BodyText.decode(copy, headers), complete, copy.length == 0, Utf8.isPlain(copy));
    }

    /**
     * Returns the decoded text.
     *
     * @return the text, as much of it as was held
     */
    public String text() {
      return text.get();
    }

    /**
     * Tells whether nothing was written.
     *
     * @return true when there is not one byte
     */
    public boolean isEmpty() {
      return empty;
    }

    /**
     * Tells whether all that was written is here.
     *
     * @return false when the capture limit cut it
     */
    public boolean isComplete() {
      return complete;
    }

    /**
     * Reads the text as JSON.
     *
     * @return the document, empty when the text does not begin like one
     */
    public Optional<Json.Document> json() {
      return json.get();
    }

    /**
     * Tells whether the bytes are UTF-8 without byte order mark (A18, A19).
     *
     * @return true for a body that was given as text without such a mark
     */
    public boolean isPlainUtf8() {
      return utf8;
    }

    @Override
    public String toString() {
      return "Body[empty=" + empty + ", complete=" + complete + "]"; // H2
    }
  }
}
