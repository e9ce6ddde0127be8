package org.tokenerror.retrofit.zip;

import java.io.IOException;
import java.io.OutputStream;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Writes an archive part by part and counts where they come to stand.
 *
 * @param image whose bytes before the first entry go first
 * @param physical the parts as they follow each other
 * @param directory the same parts in the directory's order
 * @param tail what ends it, but for its numbers
 */
record ZipLayout(ZipImage image, List<Part> physical, List<Part> directory, ZipTail tail) {

  void writeTo(OutputStream out) throws IOException {
    Deflation.Counter counter = new Deflation.Counter(out);
    long base = image.tail().base();
    image.copy(0, image.prefixLength(), counter);
    IdentityHashMap<Part, Long> offsets = new IdentityHashMap<>();
    for (Part part : physical) {
      offsets.put(part, counter.count() - base);
      part.body().writeTo(counter);
    }
    long start = counter.count();
    for (Part part : directory) {
      long offset = offsets.getOrDefault(part, 0L);
      counter.write(part.record().atOffset(offset, part.fresh()));
    }
    long size = counter.count() - start;
    counter.write(tail.with(directory.size(), size, start - base));
  }
}
