package org.tokenerror.retrofit;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.tokenerror.retrofit.zip.ZipImage;
import org.tokenerror.retrofit.zip.ZipItem;

/** Looks into a zip archive. */
final class ZipArchive implements Archive {
  private final List<String> names;
  private final Map<String, ZipItem> items = new HashMap<>();

  ZipArchive(ZipImage image) {
    this.names = image.items().stream().map(ZipItem::name).filter(n -> !n.endsWith("/")).toList();
    image.items().forEach(item -> items.put(item.name(), item));
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public boolean has(String name) {
    return items.containsKey(name);
  }

  @Override
  public InputStream open(String name) throws IOException {
    ZipItem item = items.get(name);
    if (item == null) {
      throw new NoSuchElementException(name);
    }
    return item.open();
  }
}
