package org.tokenerror.check.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the values of {@code WWW-Authenticate} by the letter, and goes on behind what is wrong.
 *
 * <p>Every character is looked at a bounded number of times.
 */
final class OffersReader {
  private static final String TOKEN = "!#$%&'*+-.^_`|~";
  private static final String TOKEN68 = "-._~+/";

  private final List<Offers.Offer> offers = new ArrayList<>();
  private boolean grammatical = true;
  private boolean quoted = true;
  private String value = "";
  private int at;

  List<Offers.Offer> offers() {
    return offers;
  }

  boolean isGrammatical() {
    return grammatical;
  }

  boolean isQuoted() {
    return quoted;
  }

  void read(String fieldValue) {
    value = fieldValue;
    at = 0;
    int before = offers.size();
    while (skipSeparators()) {
      readElement(before);
    }
    // RFC 9110, 11.6.1: the field is a list of challenges, of at least one.
    grammatical &= offers.size() > before;
  }

  /** Skips commas and blanks, and tells whether there is something behind them. */
  private boolean skipSeparators() {
    while (at < value.length() && (value.charAt(at) == ',' || isBlank(value.charAt(at)))) {
      at++;
    }
    return at < value.length();
  }

  private void readElement(int firstOfThisField) {
    int start = at;
    skipToken();
    String name = value.substring(start, at);
    if (name.isEmpty()) {
      spoil();
      return;
    }
    int end = at;
    skipBlanks();
    if (is('=')) {
      at++;
      readParameter(name, offers.size() > firstOfThisField);
    } else if (end == value.length() || is(',')) {
      offers.add(new Offers.Offer(name, Optional.empty(), new ArrayList<>()));
    } else if (at > end) {
      // RFC 9110, 11.3: what follows a scheme is behind spaces, not tabs.
      grammatical &= value.substring(end, at).indexOf('\t') < 0;
      readRest(name);
    } else {
      spoil();
    }
  }

  /** Reads what stands behind a scheme and a blank. */
  private void readRest(String scheme) {
    int start = at;
    while (at < value.length() && isToken68(value.charAt(at))) {
      at++;
    }
    int padding = at;
    while (is('=')) {
      at++;
    }
    String text = value.substring(start, at);
    skipBlanks();
    boolean alone = at == value.length() || is(',');
    if (alone && padding > start) {
      offers.add(new Offers.Offer(scheme, Optional.of(text), new ArrayList<>()));
      return;
    }
    at = start;
    offers.add(new Offers.Offer(scheme, Optional.empty(), new ArrayList<>()));
    if (at == value.length()) {
      return;
    }
    skipToken();
    String name = value.substring(start, at);
    skipBlanks();
    if (name.isEmpty() || !is('=')) {
      spoil();
      return;
    }
    at++;
    readParameter(name, true);
  }

  private void readParameter(String name, boolean belongsToAnOffer) {
    skipBlanks();
    boolean quotes = is('"');
    Optional<String> text =
        quotes ? quotedString() : Optional.of(token()).filter(t -> !t.isEmpty());
    skipBlanks();
    boolean ended = at == value.length() || is(',');
    if (text.isEmpty() || !ended) {
      // Behind a blank there is a comma missing, else a quote is not escaped or not there (C6).
      quoted &= !quotes || (text.isPresent() && isBlank(value.charAt(at - 1)));
      spoil();
    }
    if (!belongsToAnOffer) {
      grammatical = false;
      return;
    }
    offers
        .get(offers.size() - 1)
        .parameters()
        .add(new Offers.Parameter(name, text.orElse(""), quotes));
  }

  private String token() {
    int start = at;
    skipToken();
    return value.substring(start, at);
  }

  /** Reads a quoted string; empty if nothing closes it. */
  private Optional<String> quotedString() {
    StringBuilder text = new StringBuilder();
    for (at++; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c == '"') {
        at++;
        return Optional.of(text.toString());
      }
      if (c == '\\' && at + 1 < value.length()) {
        at++;
      }
      text.append(value.charAt(at));
    }
    return Optional.empty();
  }

  private void spoil() {
    grammatical = false;
    skipElement();
  }

  private void skipElement() {
    while (at < value.length() && !is(',')) {
      at++;
    }
  }

  private void skipToken() {
    while (at < value.length() && isTokenCharacter(value.charAt(at))) {
      at++;
    }
  }

  private void skipBlanks() {
    while (at < value.length() && isBlank(value.charAt(at))) {
      at++;
    }
  }

  private boolean is(char c) {
    return at < value.length() && value.charAt(at) == c;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isTokenCharacter(char c) {
    return isAlphaOrDigit(c) || TOKEN.indexOf(c) >= 0;
  }

  private static boolean isToken68(char c) {
    return isAlphaOrDigit(c) || TOKEN68.indexOf(c) >= 0;
  }

  private static boolean isAlphaOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
