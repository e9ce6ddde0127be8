package org.tokenerror.retrofit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tokenerror.retrofit.zip.Bytes;

/**
 * Puts the filter's jar first in the {@code <absolute-ordering>} of a {@code web.xml}.
 *
 * <p>Under such an element containers pass over the initializer of every jar that it does not name,
 * and run the others in its order. All other text stays: comments, encoding, line ends, document
 * type. A {@code web.xml} without such an element needs no edit.
 *
 * @param bytes the new file
 * @param diff the change, as lines of a unified diff
 */
record WebXmlEdit(Bytes bytes, List<String> diff) {
  /** The name of the fragment in the filter's jars. */
  static final String FRAGMENT = "token_error_filter";

  private static final int CONTEXT = 2;

  /** Returns the edit, empty if the filter is in front without it. */
  static Optional<WebXmlEdit> of(WebXml webXml) {
    Optional<XmlElement> ordering = webXml.absoluteOrdering();
    if (ordering.isEmpty() || isFirst(ordering.get())) {
      return Optional.empty();
    }
    String before = webXml.text().text();
    String after = withNameFirst(before, ordering.get());
    return Optional.of(new WebXmlEdit(Bytes.of(webXml.text().encode(after)), diff(before, after)));
  }

  /** Returns the bytes without the filter's name, empty if it is not there. */
  static Optional<byte[]> undone(WebXml webXml) {
    String before = webXml.text().text();
    StringBuilder changed = new StringBuilder(before);
    webXml.absoluteOrdering().ifPresent(ordering -> takeOut(before, ordering, changed));
    return changed.length() == before.length() || !webXml.text().isReversible()
        ? Optional.empty()
        : Optional.of(webXml.text().encode(changed.toString()));
  }

  private static void takeOut(String text, XmlElement ordering, StringBuilder changed) {
    List<XmlElement> children = ordering.children();
    for (int i = children.size() - 1; i >= 0; i--) {
      if (isOurs(children.get(i))) {
        int from = blanksBefore(text, children.get(i).start());
        changed.delete(from, children.get(i).end());
      }
    }
  }

  private static boolean isFirst(XmlElement ordering) {
    return !ordering.children().isEmpty() && isOurs(ordering.children().get(0));
  }

  private static boolean isOurs(XmlElement child) {
    return child.name().equals("name") && child.text().strip().equals(FRAGMENT);
  }

  private static String withNameFirst(String text, XmlElement ordering) {
    String tag = ordering.prefix() + "name";
    String name = "<" + tag + ">" + FRAGMENT + "</" + tag + ">";
    if (ordering.isEmptyTag()) {
      String written = text.substring(ordering.start(), ordering.end());
      String startTag = written.substring(0, written.lastIndexOf('/')).stripTrailing() + ">";
      String endTag = "</" + ordering.qualifiedName() + ">";
      return text.substring(0, ordering.start())
          + startTag
          + name
          + endTag
          + text.substring(ordering.end());
    }
    StringBuilder changed = new StringBuilder(text);
    // a name may stand there once only
    takeOut(text, ordering, changed);
    List<XmlElement> children = ordering.children();
    if (children.isEmpty()) {
      return changed.insert(ordering.contentStart(), name).toString();
    }
    int first = children.get(0).start();
    String blanks = text.substring(blanksBefore(text, first), first);
    return changed.insert(first, name + blanks).toString();
  }

  private static int blanksBefore(String text, int end) {
    int from = end;
    while (from > 0 && text.charAt(from - 1) <= ' ') {
      from--;
    }
    return from;
  }

  private static List<String> diff(String before, String after) {
    List<String> old = lines(before);
    List<String> now = lines(after);
    int same = 0;
    while (same < Math.min(old.size(), now.size()) && old.get(same).equals(now.get(same))) {
      same++;
    }
    int sameAtEnd = 0;
    while (sameAtEnd < Math.min(old.size(), now.size()) - same
        && old.get(old.size() - 1 - sameAtEnd).equals(now.get(now.size() - 1 - sameAtEnd))) {
      sameAtEnd++;
    }
    int from = Math.max(0, same - CONTEXT);
    int oldTo = Math.min(old.size(), old.size() - sameAtEnd + CONTEXT);
    int nowTo = Math.min(now.size(), now.size() - sameAtEnd + CONTEXT);
    List<String> diff = new ArrayList<>();
    diff.add("--- WEB-INF/web.xml");
    diff.add("+++ WEB-INF/web.xml");
    diff.add("@@ -%d,%d +%d,%d @@".formatted(from + 1, oldTo - from, from + 1, nowTo - from));
    old.subList(from, same).forEach(line -> diff.add(" " + line));
    old.subList(same, old.size() - sameAtEnd).forEach(line -> diff.add("-" + line));
    now.subList(same, now.size() - sameAtEnd).forEach(line -> diff.add("+" + line));
    old.subList(old.size() - sameAtEnd, oldTo).forEach(line -> diff.add(" " + line));
    return diff;
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split("\n", -1)).map(String::stripTrailing).toList();
  }
}
