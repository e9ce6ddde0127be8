package org.tokenerror.oauth.dialect;

import java.util.ArrayList;
import java.util.List;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.said.Said;

/** Finds the codes of a dialect where that dialect puts them. */
sealed interface CodePlace {

  /** Returns what stands in that place. */
  List<String> codes(Said said, Outcome outcome);

  /** Looks at members of the body. */
  record InMember(JsonPath path) implements CodePlace {
    @Override
    public List<String> codes(Said said, Outcome outcome) {
      return said.members().map(path::textsIn).orElseGet(List::of);
    }
  }

  /** Looks at a header field. */
  record InHeader(String name) implements CodePlace {
    @Override
    public List<String> codes(Said said, Outcome outcome) {
      return outcome.headers().all(name);
    }
  }

  /** Looks for a prefix and digits, such as {@code AADSTS50126}, in all that was said. */
  record InText(String prefix) implements CodePlace {
    private static final int LONGEST_TEXT = 65_536;
    private static final int LONGEST_NUMBER = 12;
    private static final int MOST_CODES = 8;

    @Override
    public List<String> codes(Said said, Outcome outcome) {
      List<String> codes = new ArrayList<>();
      said.messages().forEach(message -> collect(message, codes));
      collect(outcome.body().text(), codes);
      return codes;
    }

    private void collect(String text, List<String> codes) {
      String bounded = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
      int at = bounded.indexOf(prefix);
      while (at >= 0 && codes.size() < MOST_CODES) {
        int start = at + prefix.length();
        int end = start;
        while (end < bounded.length()
            && end - start < LONGEST_NUMBER
            && bounded.charAt(end) >= '0'
            && bounded.charAt(end) <= '9') {
          end++;
        }
        if (end > start) {
          codes.add(bounded.substring(at, end));
        }
        at = bounded.indexOf(prefix, end);
      }
    }
  }
}
