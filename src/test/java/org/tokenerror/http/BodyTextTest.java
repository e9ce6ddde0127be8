package org.tokenerror.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTextTest {

  private static final String JSON = "{\"error_description\":\"beh\u00f6rig \u20ac\"}";
  private static final String LATIN = "{\"error_description\":\"beh\u00f6rig\"}";

  private static Headers type(String value) {
    return Headers.of("Content-Type", value);
  }

  private static Headers coding(String value) {
    return Headers.of("Content-Encoding", value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json", "application/json;charset=UTF-8", "application/json;charset=ISO-8859-1",
        "text/html;charset=us-ascii", "x/y;charset=no-such-charset", "x/y;charset=\"\\u0000 ;\"",
        "nonsense", "application/json;charset=UTF-16"
      })
  void takesValidUtf8ForUtf8(String contentType) {
    assertThat(BodyText.decode(JSON.getBytes(UTF_8), type(contentType))).isEqualTo(JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json", "application/json;charset=UTF-8", "x/y;charset=us-ascii",
        "application/json;charset=ISO-8859-1", "application/json;charset=nonsense", ""
      })
  void takesOtherBytesForLatin1(String contentType) {
    assertThat(BodyText.decode(LATIN.getBytes(ISO_8859_1), type(contentType))).isEqualTo(LATIN);
  }

  @Test
  void obeysOtherCharsets() {
    Charset windows1251 = Charset.forName("windows-1251");
    String text = "\u041e\u0448\u0438\u0431\u043a\u0430";

    assertThat(BodyText.decode(text.getBytes(windows1251), type("a/b;charset=windows-1251")))
        .isEqualTo(text);
  }

  @Test
  void recognisesUtf16ByItsZeroBytes() {
    for (String contentType : new String[] {"a/b", "a/b;charset=utf-8", "a/b;charset=utf-16"}) {
      assertThat(BodyText.decode(JSON.getBytes(UTF_16BE), type(contentType))).isEqualTo(JSON);
      assertThat(BodyText.decode(JSON.getBytes(UTF_16LE), type(contentType))).isEqualTo(JSON);
    }
  }

  @Test
  @Tag("A19")
  void keepsTheByteOrderMarkForOthersToNotice() {
    String marked = "\ufeff" + JSON;

    assertThat(BodyText.decode(marked.getBytes(UTF_8), Headers.empty())).isEqualTo(marked);
    assertThat(BodyText.decode(marked.getBytes(UTF_16BE), Headers.empty())).isEqualTo(marked);
    assertThat(BodyText.decode(marked.getBytes(UTF_16LE), type("a/b;charset=ISO-8859-1")))
        .isEqualTo(marked);
  }

  @Test
  void toleratesACharacterCutInTwo() {
    byte[] bytes = JSON.getBytes(UTF_8);
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 3);

    assertThat(BodyText.decode(cut, Headers.empty())).startsWith(LATIN.substring(0, 28));
  }

  @Test
  void decodesNothing() {
    assertThat(BodyText.decode(new byte[0], Headers.empty())).isEmpty();
    assertThat(BodyText.isUtf8(new byte[0], Headers.empty())).isTrue();
  }

  @Test
  @Tag("A18")
  @Tag("A19")
  void tellsUtf8() {
    assertThat(BodyText.isUtf8(JSON.getBytes(UTF_8), type("a/b;charset=ISO-8859-1"))).isTrue();
    assertThat(BodyText.isUtf8(gzip(JSON.getBytes(UTF_8)), coding("gzip"))).isTrue();
    assertThat(BodyText.isUtf8(("\ufeff" + JSON).getBytes(UTF_8), Headers.empty())).isFalse();
    assertThat(BodyText.isUtf8(LATIN.getBytes(ISO_8859_1), Headers.empty())).isFalse();
    assertThat(BodyText.isUtf8("{}".getBytes(UTF_16LE), Headers.empty())).isFalse();
    assertThat(BodyText.isUtf8(new byte[] {(byte) 0xc3}, Headers.empty())).isFalse();
  }

  @Test
  void inflatesWhatIsCoded() {
    byte[] bytes = JSON.getBytes(UTF_8);

    assertThat(BodyText.decode(gzip(bytes), coding("gzip"))).isEqualTo(JSON);
    assertThat(BodyText.decode(gzip(bytes), coding("X-GZIP"))).isEqualTo(JSON);
    assertThat(BodyText.decode(deflate(bytes, false), coding("deflate"))).isEqualTo(JSON);
    assertThat(BodyText.decode(deflate(bytes, true), coding("deflate"))).isEqualTo(JSON);
    assertThat(BodyText.decode(gzip(deflate(bytes, false)), coding("deflate, gzip")))
        .isEqualTo(JSON);
    assertThat(
            BodyText.decode(
                gzip(deflate(bytes, false)), coding("deflate").plus("Content-Encoding", "gzip")))
        .isEqualTo(JSON);
  }

  @Test
  void inflatesGzipThatTheFieldDoesNotMention() {
    assertThat(BodyText.decode(gzip(JSON.getBytes(UTF_8)), Headers.empty())).isEqualTo(JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "UTF-8", "identity", "", "gzip, deflate, ,,"})
  void leavesTextAloneThatIsNotCodedAfterAll(String coding) {
    assertThat(BodyText.decode(JSON.getBytes(UTF_8), coding(coding))).isEqualTo(JSON);
  }

  @Test
  void keepsWhatCouldBeReadOfABrokenStream() {
    byte[] whole = gzip(noise(20_000).getBytes(UTF_8));
    String text = BodyText.decode(Arrays.copyOf(whole, whole.length / 2), coding("gzip"));

    assertThat(text).hasSizeGreaterThan(1_000);
    assertThat(noise(20_000)).startsWith(text);
  }

  @Test
  @Tag("S12")
  void boundsWhatASmallBodyCanBecome() {
    byte[] bomb = gzip(new byte[50_000_000]);

    assertThat(BodyText.decode(bomb, coding("gzip"))).hasSizeLessThanOrEqualTo(256 * 1024);
    assertThat(BodyText.decode(gzip(bomb), coding("gzip, gzip")))
        .hasSizeLessThanOrEqualTo(256 * 1024);
    assertThat(BodyText.decode(deflate(new byte[50_000_000], true), coding("deflate")))
        .hasSizeLessThanOrEqualTo(256 * 1024);
  }

  @Test
  void inflatesAPaddedPageWhole() {
    String padded = " ".repeat(60_000) + JSON;

    assertThat(BodyText.decode(gzip(padded.getBytes(UTF_8)), coding("gzip"))).isEqualTo(padded);
  }

  @Test
  void neverThrows() {
    String[] codings = {"gzip", "deflate", "gzip, deflate", "x", "\""};
    String[] types = {"a/b", "a/b;charset=utf-16", "a/b;charset=ISO-2022-CN", "a/b;charset=\""};
    Cases.run(
        10_000,
        random -> {
          byte[] bytes = Cases.bytes(random);
          if (random.nextBoolean()) {
            bytes = damaged(random, gzip(bytes));
          }
          Headers headers =
              Headers.of(
                  "Content-Encoding", Cases.oneOf(random, codings),
                  "Content-Type", Cases.oneOf(random, types));

          assertThat(BodyText.decode(bytes, headers)).isNotNull();
          BodyText.isUtf8(bytes, headers);
        });
  }

  private static byte[] damaged(Random random, byte[] bytes) {
    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    return Arrays.copyOf(bytes, bytes.length - random.nextInt(4));
  }

  private static String noise(int length) {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) (' ' + random.nextInt(90)));
    }
    return text.toString();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(output)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return output.toByteArray();
  }

  private static byte[] deflate(byte[] bytes, boolean bare) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
    try (OutputStream deflate = new DeflaterOutputStream(output, deflater)) {
      deflate.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      deflater.end();
    }
    return output.toByteArray();
  }
}
