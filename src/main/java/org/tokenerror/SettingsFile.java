package org.tokenerror;

import jakarta.servlet.ServletContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code WEB-INF/token-error-filter.properties}.
 *
 * <p>Unlike {@link Properties} on its own it reads UTF-8, with or without byte order mark, and does
 * not let the second of two equal keys win unnoticed.
 */
final class SettingsFile {
  private static final String PATH = "/WEB-INF/token-error-filter.properties";
  private static final String NAME = SettingsSource.FILE.label();
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private SettingsFile() {}

  /**
   * Returns the lines of an application's file, none when there is no file.
   *
   * @param problems takes a sentence for each thing wrong with the file itself
   */
  static Map<String, String> read(ServletContext context, Consumer<String> problems) {
    try (InputStream stream = context.getResourceAsStream(PATH)) {
      return stream == null ? Map.of() : lines(stream, problems);
    } catch (CharacterCodingException e) {
      problems.accept(NAME + " is not UTF-8");
    } catch (IllegalArgumentException e) {
      problems.accept(NAME + " has a \\u without four hexadecimal digits behind it");
    } catch (IOException e) {
      problems.accept(NAME + " cannot be read: " + Printable.quoted(e.toString()));
    }
    return Map.of();
  }

  private static Map<String, String> lines(InputStream stream, Consumer<String> problems)
      throws IOException {
    Reader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8.newDecoder()));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    Lines lines = new Lines();
    lines.load(reader);
    for (String key : lines.repeated) {
      problems.accept(NAME + " has " + Printable.quoted(key) + " more than once");
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : lines.stringPropertyNames()) {
      values.put(name, lines.getProperty(name, ""));
    }
    return values;
  }

  /** Remembers the keys that are there more than once. */
  private static final class Lines extends Properties {
    private static final long serialVersionUID = 1L;
    private final TreeSet<String> repeated = new TreeSet<>();

    @Override
    public synchronized @Nullable Object put(Object key, Object value) {
      if (containsKey(key)) {
        repeated.add(String.valueOf(key));
      }
      return super.put(key, value);
    }
  }
}
