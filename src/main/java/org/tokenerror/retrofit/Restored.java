package org.tokenerror.retrofit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tokenerror.retrofit.zip.Bytes;

/** Looks into a retrofitted directory as if its retrofit were taken back already. */
final class Restored implements Archive {
  private final Archive now;
  private final List<String> names;
  private final Set<String> known;
  private final Map<String, Bytes> old = new HashMap<>();

  Restored(Archive now, TreeUndo undo, ChangedSince later) {
    this.now = now;
    undo.originals().forEach(original -> old.put(original.name(), original.content()));
    old.putAll(later.files());
    this.known = new HashSet<>(now.names());
    undo.added().forEach(known::remove);
    known.addAll(old.keySet());
    this.names = new ArrayList<>(known).stream().sorted().toList();
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public boolean has(String name) {
    return known.contains(name);
  }

  @Override
  public InputStream open(String name) throws IOException {
    Bytes content = old.get(name);
    return content == null ? now.open(name) : new ByteArrayInputStream(content.toArray());
  }
}
