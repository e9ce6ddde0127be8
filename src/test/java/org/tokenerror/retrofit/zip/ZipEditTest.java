package org.tokenerror.retrofit.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenerror.testing.ZipBytes;

final class ZipEditTest {
  private static final int SEEDS = 300;

  @TempDir private Path directory;

  @Test
  void copiesEveryOtherEntryAsTheBytesItIsAndTakesItAllBack() throws IOException {
    for (long seed = 1; seed <= SEEDS; seed++) {
      byte[] original = RandomArchive.of(seed);
      Path file = write("original", original);
      byte[] changed = edited(file);
      assertThat(entries(write("changed", changed)))
          .as("seed %d", seed)
          .isEqualTo(entriesAsExpected(file));
      assertThat(undone(write("changed", changed))).as("seed %d", seed).isEqualTo(original);
    }
  }

  @Test
  void givesWhatJavaReadsIfItReadTheOriginal() throws IOException {
    int readable = 0;
    for (long seed = 1; seed <= 100; seed++) {
      Path original = write("original", RandomArchive.of(seed));
      if (isReadable(original)) {
        readable++;
        assertReadable(write("changed", edited(original)), seed);
      }
    }
    assertThat(readable).isGreaterThan(75);
  }

  /** Java does not count what stands before a zip64 archive, and some archives do not either. */
  private static boolean isReadable(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      return zip.getEntry("edited") != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static void assertReadable(Path changed, long seed) throws IOException {
    try (ZipFile zip = new ZipFile(changed.toFile(), StandardCharsets.ISO_8859_1)) {
      assertThat(zip.getInputStream(zip.getEntry("new")).readAllBytes())
          .as("seed %d", seed)
          .isEqualTo("a new one".getBytes(StandardCharsets.UTF_8));
      assertThat(zip.getInputStream(zip.getEntry("edited")).readAllBytes())
          .isEqualTo("edited".getBytes(StandardCharsets.UTF_8));
      assertThat(zip.getEntry("removed")).isNull();
      zip.stream().forEach(entry -> assertReadable(zip, entry));
    }
  }

  private static void assertReadable(ZipFile zip, ZipEntry entry) {
    try {
      assertThat((long) zip.getInputStream(entry).readAllBytes().length).isEqualTo(entry.getSize());
    } catch (IOException e) {
      throw new AssertionError(entry.getName(), e);
    }
  }

  @Test
  void keepsEverySharedByteOfAnEntryReplacedInPlace() throws IOException {
    ZipBytes zip = new ZipBytes();
    byte[] stamp = {0x55, 0x54, 5, 0, 1, 1, 2, 3, 4};
    zip.add("edited", "before").withDescriptor().extras(stamp, stamp).comment("mine");
    zip.add("removed", "x");
    Path changed = write("changed", edited(write("original", zip.build())));
    try (ZipImage image = ZipImage.open(changed)) {
      ZipItem item = image.named("edited").get(0);
      assertThat(item.place()).isZero();
      assertThat(item.localExtra()).isEqualTo(stamp);
      assertThat(new String(item.record().bytes(), StandardCharsets.ISO_8859_1)).endsWith("mine");
      assertThat(item.record().dosTime()).isEqualTo(0x5a6e8000L + 77);
    }
  }

  @Test
  void putsAWholeFileInPlaceOfAnEntryAndBack() throws IOException {
    for (int level : new int[] {1, 6, 9}) {
      byte[] inner = new ZipBytes().build();
      byte[] text = "abcdefgh".repeat(level * 1000).getBytes(StandardCharsets.UTF_8);
      ZipBytes zip = new ZipBytes();
      zip.add("first", "1");
      zip.add("inner", text).level(level).withDescriptor();
      zip.add("last", "2");
      Path original = write("original", zip.build());
      ByteArrayOutputStream changed = new ByteArrayOutputStream();
      try (ZipImage image = ZipImage.open(original)) {
        ZipEdit edit = new ZipEdit(image);
        Path content = write("content", inner);
        assertThat(edit.replace(image.named("inner").get(0), content, directory.resolve("w")))
            .isTrue();
        edit.addUndo("undo", "1");
        edit.writeTo(changed);
      }
      ByteArrayOutputStream restored = new ByteArrayOutputStream();
      try (ZipImage image = ZipImage.open(write("changed", changed.toByteArray()))) {
        ZipUndo undo = ZipUndo.find(image, "undo").orElseThrow();
        assertThat(undo.wrapped()).containsExactly("inner");
        undo.giveBack("inner", write("content", text), directory.resolve("w"));
        undo.writeTo(restored);
      }
      assertThat(restored.toByteArray()).isEqualTo(Files.readAllBytes(original));
    }
  }

  @Test
  void keepsWhatOthersAddedBeforeItTakesItsChangesBack() throws IOException {
    Path original = write("original", RandomArchive.of(7));
    Path changed = write("changed", edited(original));
    ByteArrayOutputStream later = new ByteArrayOutputStream();
    try (ZipImage image = ZipImage.open(changed)) {
      ZipEdit edit = new ZipEdit(image);
      edit.add("by somebody else", "!".getBytes(StandardCharsets.UTF_8), true);
      edit.writeTo(later);
    }
    Path restored = write("restored", undone(write("later", later.toByteArray())));
    List<String> expected = new ArrayList<>(names(original));
    expected.add("by somebody else");
    assertThat(names(restored)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void widensAnArchiveThatGetsTooManyEntries() throws IOException {
    ZipBytes zip = new ZipBytes();
    for (int i = 0; i < 65_533; i++) {
      zip.add(Integer.toString(i), new byte[0]).stored();
    }
    zip.add("edited", "x");
    zip.add("removed", "y");
    byte[] original = zip.build();
    Path changed = write("changed", edited(write("original", original)));
    try (ZipFile java = new ZipFile(changed.toFile())) {
      assertThat(java.size()).isEqualTo(65_536);
    }
    assertThat(undone(changed)).isEqualTo(original);
  }

  @Test
  void refusesWhatItCannotTellApart() throws IOException {
    ZipBytes zip = new ZipBytes();
    zip.add("a", "content of a").stored();
    zip.add("b", "content of b").stored();
    byte[] good = zip.build();
    assertBroken(new byte[0], "it is empty");
    assertBroken("hello, world".getBytes(StandardCharsets.UTF_8), "it is no zip archive");
    assertBroken(Arrays.copyOf(good, good.length - 30), "it is cut off");
    assertBroken(Arrays.copyOfRange(good, 20, good.length), "central directory is not there");
    byte[] renamed = good.clone();
    renamed[30] = 'c';
    assertBroken(renamed, "another name in its own header");
    int second = indexOf(good, "PK\u0001\u0002", indexOf(good, "PK\u0001\u0002", 0) + 4);
    byte[] overlapping = good.clone();
    overlapping[second + 42] = 0;
    assertBroken(overlapping, "overlaps with another entry");
    byte[] counted = good.clone();
    counted[good.length - 12] = 7;
    assertBroken(counted, "not as many as it says");
    byte[] longer = good.clone();
    longer[second + 20] = 100;
    assertBroken(longer, "\"b\" overlaps");
    byte[] split = good.clone();
    split[good.length - 18] = 1;
    assertBroken(split, "several disks");
  }

  @Test
  void checksWhatItReads() throws IOException {
    ZipBytes zip = new ZipBytes();
    zip.add("stored", "content").stored();
    zip.add("secret", "content").encrypted();
    byte[] bytes = zip.build();
    bytes[indexOf(bytes, "content", 0)] = 'k';
    try (ZipImage image = ZipImage.open(write("broken", bytes))) {
      assertThatThrownBy(() -> image.named("stored").get(0).read(100))
          .hasMessage("\"stored\" is broken: wrong length or checksum");
      assertThatThrownBy(() -> image.named("stored").get(0).read(3))
          .hasMessage("\"stored\" is said to have 7 bytes, more than 3");
      assertThatThrownBy(() -> image.named("secret").get(0).read(100))
          .hasMessage("\"secret\" is encrypted");
    }
  }

  private void assertBroken(byte[] bytes, String message) throws IOException {
    Path file = write("broken", bytes);
    assertThatThrownBy(() -> ZipImage.open(file))
        .isInstanceOf(ZipFormatException.class)
        .hasMessageContaining(message);
  }

  private static int indexOf(byte[] bytes, String text, int from) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }

  private static byte[] edited(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipImage image = ZipImage.open(file)) {
      ZipEdit edit = new ZipEdit(image);
      edit.replace(image.named("edited").get(0), "edited".getBytes(StandardCharsets.UTF_8));
      edit.remove(image.named("removed").get(0));
      edit.add("new", "a new one".getBytes(StandardCharsets.UTF_8), false);
      edit.addUndo("undo", "1");
      edit.writeTo(out);
    }
    return out.toByteArray();
  }

  private static byte[] undone(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipImage image = ZipImage.open(file)) {
      ZipUndo.find(image, "undo").orElseThrow().writeTo(out);
    }
    return out.toByteArray();
  }

  private static List<String> names(Path file) throws IOException {
    try (ZipImage image = ZipImage.open(file)) {
      return image.items().stream().map(ZipItem::name).toList();
    }
  }

  /** Returns each entry's bytes and its record without its place, in the directory's order. */
  private static List<List<String>> entries(Path file) throws IOException {
    List<List<String>> entries = new ArrayList<>();
    try (ZipImage image = ZipImage.open(file)) {
      for (ZipItem item : image.items()) {
        boolean ours = List.of("edited", "new", "undo").contains(item.name());
        entries.add(
            ours
                ? List.of(item.name())
                : List.of(hex(image.segment(item)), hex(item.record().atOffset(0, false))));
      }
    }
    return entries;
  }

  private static List<List<String>> entriesAsExpected(Path original) throws IOException {
    List<List<String>> entries = new ArrayList<>(entries(original));
    List<String> names = names(original);
    entries.remove(names.indexOf("removed"));
    entries.add(List.of("new"));
    entries.add(List.of("undo"));
    return entries;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
