package org.tokenerror.retrofit.zip;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.tokenerror.testing.ZipBytes;

/** Makes archives up, with every oddity that is still an archive. */
final class RandomArchive {
  private RandomArchive() {}

  static byte[] of(long seed) {
    Random random = new Random(seed);
    ZipBytes zip = new ZipBytes();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      byte[] name = name(random, i);
      ZipBytes.Entry entry = zip.add(name, content(random));
      if (name[0] == 'f') {
        entry.notUtf8();
      }
      decorate(entry, random);
    }
    // what is edited later
    decorate(zip.add("edited", content(random)), random);
    decorate(zip.add("removed", content(random)), random);
    if (random.nextBoolean()) {
      zip.comment("a comment with PK\u0005\u0006 in it");
    }
    if (random.nextInt(3) == 0) {
      zip.prefix(
          "#!/bin/sh\nexec java -jar $0\n".getBytes(StandardCharsets.UTF_8), random.nextBoolean());
    }
    if (random.nextInt(3) == 0) {
      zip.wide();
    }
    if (random.nextInt(3) == 0) {
      zip.shuffled(seed | 1);
    }
    return zip.build();
  }

  private static byte[] name(Random random, int i) {
    return switch (random.nextInt(5)) {
      case 0 -> "directory/".getBytes(StandardCharsets.UTF_8);
      case 1 -> new byte[] {'f', (byte) 0x84, (byte) (0x80 + i)};
      case 2 -> "twice".getBytes(StandardCharsets.UTF_8);
      default -> ("grüße/" + i + ".txt").getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] content(Random random) {
    byte[] content = new byte[random.nextInt(3) == 0 ? 0 : random.nextInt(5000)];
    if (random.nextBoolean()) {
      random.nextBytes(content);
    }
    return content;
  }

  private static void decorate(ZipBytes.Entry entry, Random random) {
    if (random.nextInt(3) == 0) {
      entry.stored();
    } else {
      entry.level(random.nextInt(10));
    }
    if (random.nextInt(3) == 0) {
      entry.withDescriptor();
    }
    if (random.nextInt(4) == 0) {
      entry.wide();
    }
    if (random.nextInt(4) == 0) {
      entry.comment("kommentiert");
    }
    if (random.nextInt(4) == 0) {
      byte[] stamp = {0x55, 0x54, 5, 0, 1, 1, 2, 3, 4};
      entry.extras(stamp, random.nextBoolean() ? stamp : new byte[0]);
    }
  }
}
