package org.tokenerror.retrofit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tokenerror.retrofit.zip.Bytes;

/**
 * Finds files that somebody has changed after the retrofit, so that undoing it loses nothing.
 *
 * <p>A descriptor keeps such a change and loses the filter's name only; other files stay.
 *
 * @param files the content to have in the end, by the names of such files
 * @param lines what to tell of all files that the undoing is about
 */
record ChangedSince(Map<String, Bytes> files, List<String> lines) {
  private static final int LARGEST = 64 << 20;
  private static final String CHANGED = ", changed since the retrofit";

  /**
   * Compares.
   *
   * @param added names of files that will go
   * @param restored names of files that will get their old content
   * @param digests what the retrofit has written, by the name of the file
   */
  static ChangedSince of(
      Archive now, List<String> added, List<String> restored, Map<String, Bytes> digests)
      throws IOException, RefusedException {
    Map<String, Bytes> files = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (String name : added) {
      if (now.has(name)) {
        boolean changed = changed(now, name, digests).isPresent();
        lines.add("  - " + name + (changed ? CHANGED : ""));
      }
    }
    for (String name : restored) {
      Optional<byte[]> changed = changed(now, name, digests);
      if (changed.isEmpty()) {
        lines.add("  ~ " + name + ", as it was");
      } else {
        Optional<byte[]> edited =
            name.equals(Inspector.WEB_XML) ? withoutFilter(changed.get()) : Optional.empty();
        files.put(name, Bytes.of(edited.orElse(changed.get())));
        lines.add(
            edited.isPresent()
                ? "  ~ " + name + CHANGED + "; only the filter's name is taken out of it"
                : "  = " + name + CHANGED + "; it stays as it is");
      }
    }
    return new ChangedSince(files, lines);
  }

  private static Optional<byte[]> changed(Archive now, String name, Map<String, Bytes> digests)
      throws IOException {
    Optional<Bytes> written = Optional.ofNullable(digests.get(name));
    return written.isEmpty()
        ? Optional.empty()
        : now.read(name, LARGEST).filter(is -> !Bytes.of(is).sha256().equals(written.get()));
  }

  private static Optional<byte[]> withoutFilter(byte[] webXml) throws RefusedException {
    try {
      return WebXmlEdit.undone(WebXml.of(webXml));
    } catch (XmlException e) {
      throw new RefusedException(
          Inspector.WEB_XML
              + " was changed since the retrofit and cannot be read: "
              + e.getMessage());
    }
  }
}
