package org.tokenerror.retrofit;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives keys of a settings file other values.
 *
 * <p>All other lines, comments and line ends stay as the bytes they are; the values are not judged.
 */
final class SettingsLines {
  private static final Pattern LINE = Pattern.compile("[^\r\n]*+(?:\r\n|\r|\n|\\z)");
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private SettingsLines() {}

  /** Returns the file with these values, each in the line where its key was, else at the end. */
  static byte[] with(byte[] file, Map<String, String> values) {
    // one character per byte never fails
    String text = new String(file, StandardCharsets.ISO_8859_1);
    String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    Map<String, String> missing = new LinkedHashMap<>(values);
    StringBuilder changed = new StringBuilder(mark);
    for (String line : logicalLines(text.substring(mark.length()))) {
      Optional<String> key = key(line).filter(values::containsKey);
      if (key.isEmpty()) {
        changed.append(line);
      } else if (missing.remove(key.get()) != null) {
        changed.append(line(key.get(), values)).append(endOf(line));
      }
    }
    boolean open = changed.length() > mark.length() && endOf(changed.toString()).isEmpty();
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    for (String key : missing.keySet()) {
      changed.append(open ? end : "").append(line(key, values)).append(end);
      open = false;
    }
    return changed.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String line(String key, Map<String, String> values) {
    byte[] line = (key + "=" + values.get(key)).getBytes(StandardCharsets.UTF_8);
    return new String(line, StandardCharsets.ISO_8859_1);
  }

  /** Splits a text so that a line that goes on in the next one stays together with it. */
  private static List<String> logicalLines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    Matcher matcher = LINE.matcher(text);
    while (matcher.find() && !matcher.group().isEmpty()) {
      boolean begins = line.isEmpty();
      line.append(matcher.group());
      if ((begins && isComment(matcher.group())) || !goesOn(matcher.group())) {
        lines.add(line.toString());
        line.setLength(0);
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  private static boolean isComment(String line) {
    String text = line.strip();
    return text.isEmpty() || text.startsWith("#") || text.startsWith("!");
  }

  private static boolean goesOn(String line) {
    int end = line.length() - endOf(line).length();
    int from = end;
    while (from > 0 && line.charAt(from - 1) == '\\') {
      from--;
    }
    return (end - from) % 2 == 1 && end < line.length();
  }

  private static String endOf(String line) {
    int from = line.length();
    while (from > 0 && line.length() - from < 2 && "\r\n".indexOf(line.charAt(from - 1)) >= 0) {
      from--;
    }
    return line.substring(from);
  }

  private static Optional<String> key(String line) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      // the filter will complain about it
      return Optional.empty();
    }
    return properties.stringPropertyNames().stream().findFirst();
  }
}
