package org.tokenerror.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("D21")
final class ReplayingRequestTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void givesEveryByteAgain() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      int size =
          random.nextBoolean()
              ? random.nextInt(2_000)
              : ReplayingRequest.LIMIT - 2 + random.nextInt(5 + random.nextInt(9_000));
      byte[] body = new byte[size];
      random.nextBytes(body);
      long length = random.nextBoolean() ? size : -1;
      HttpServletRequest request = ReplayingRequest.of(request(FORM, length, body, random));
      if (random.nextInt(4) == 0) {
        assertThat(request.getParameterMap()).containsKey("q");
      }
      assertThat(readInPieces(request.getInputStream(), random))
          .as("seed %s, round %s, size %s", seed, i, size)
          .isEqualTo(body);
      assertThat(request.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void givesEveryParameterInItsOrder() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      Map<String, String> expected = new HashMap<>();
      StringBuilder form = new StringBuilder("z=last&z=not");
      for (int n = random.nextInt(20); n > 0; n--) {
        String name = "n" + n + (char) random.nextInt(0x800);
        String value = Integer.toString(random.nextInt(), 36) + "& =+%\u20ac";
        expected.put(name, value);
        form.append('&').append(encoded(name)).append('=').append(encoded(value));
      }
      byte[] body = form.toString().getBytes(StandardCharsets.US_ASCII);
      HttpServletRequest request = ReplayingRequest.of(request(FORM, body.length, body, random));
      assertThat(request.getParameterValues("z"))
          .as("seed %s", seed)
          .containsExactly("last", "not");
      assertThat(request.getParameter("q")).isEqualTo("1");
      expected.forEach(
          (name, value) ->
              assertThat(request.getParameter(name)).as("seed " + seed).isEqualTo(value));
      assertThat(Collections.list(request.getParameterNames()))
          .hasSize(expected.size() + 2)
          .startsWith("q", "z");
      assertThat(request.getParameter("absent")).isNull();
      assertThat(request.getParameterValues("absent")).isNull();
    }
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "multipart/form-data; boundary=x", "text/plain"})
  void leavesEverythingButFormsAlone(String type) {
    HttpServletRequest bare = request(type, 3, new byte[] {1, 2, 3}, new Random(1));
    assertThat(ReplayingRequest.of(bare)).isSameAs(bare);
  }

  @Test
  void leavesLongBodiesAlone() {
    byte[] body = new byte[ReplayingRequest.LIMIT + 1];
    HttpServletRequest bare = request(FORM, body.length, body, new Random(1));
    assertThat(ReplayingRequest.of(bare)).isSameAs(bare);
  }

  @Test
  void leavesWhatSomebodyElseHasReadAlone() {
    HttpServletRequest bare = request(FORM, 10, new byte[0], new Random(1));
    assertThat(ReplayingRequest.of(bare)).isSameAs(bare);
  }

  @Test
  void tellsTheFormOnlyWhenItIsWhole() {
    HttpServletRequest one = replaying("a=1&a=%32");
    assertThat(ReplayingRequest.in(one).orElseThrow().form().orElseThrow().all("a"))
        .containsExactly("1", "2");
    byte[] body = new byte[ReplayingRequest.LIMIT + 1];
    HttpServletRequest chunked = ReplayingRequest.of(request(FORM, -1, body, new Random(1)));
    assertThat(ReplayingRequest.in(chunked).orElseThrow().form()).isEmpty();
  }

  @Test
  void findsTheParametersOfALongChunkedForm() throws IOException {
    String form = "x=" + "y".repeat(ReplayingRequest.LIMIT + 5_000) + "&z=1";
    byte[] body = form.getBytes(StandardCharsets.US_ASCII);
    HttpServletRequest request = ReplayingRequest.of(request(FORM, -1, body, new Random(1)));
    assertThat(request.getParameter("z")).isEqualTo("1");
    assertThat(request.getInputStream().readAllBytes()).isEqualTo(body);
  }

  @Test
  void readsCharactersAsContainersDo() throws IOException {
    HttpServletRequest latin = replaying("a=\u00c3\u00a4");
    assertThat(latin.getReader().readLine()).isEqualTo("a=\u00c3\u0083\u00c2\u00a4");
    HttpServletRequest utf8 = replaying("a=\u00e4");
    utf8.setCharacterEncoding("UTF-8");
    BufferedReader reader = utf8.getReader();
    assertThat(reader.readLine()).isEqualTo("a=\u00e4");
    assertThat(utf8.getReader()).isSameAs(reader);
    assertThatThrownBy(utf8::getInputStream).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void decodesParametersInTheCharsetTheServletAsksFor() throws IOException {
    HttpServletRequest request = replaying("a=%E4&b=%zz");
    request.setCharacterEncoding("ISO-8859-1");
    assertThat(request.getCharacterEncoding()).isEqualTo("ISO-8859-1");
    assertThat(request.getParameter("a")).isEqualTo("\u00e4");
    assertThat(request.getParameter("b")).isEqualTo("%zz");
    assertThatThrownBy(() -> request.setCharacterEncoding("x-no-such"))
        .isInstanceOf(UnsupportedEncodingException.class);
  }

  @Test
  void refusesASecondWayToTheBody() throws IOException {
    HttpServletRequest request = replaying("a=1");
    request.getInputStream();
    assertThatThrownBy(request::getReader).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> request.getInputStream().setReadListener(new Ignoring()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void failsWhereTheBareStreamFails() throws IOException {
    InputStream breaking =
        new InputStream() {
          private int count;

          @Override
          public int read() throws IOException {
            if (++count > 3) {
              throw new IOException("reset");
            }
            return 'a';
          }

          @Override
          public int read(byte[] array, int offset, int length) throws IOException {
            return super.read(array, offset, length);
          }
        };
    HttpServletRequest request =
        ReplayingRequest.of(request(FORM, 10, new Bare(breaking, new Random(1))));
    ServletInputStream stream = request.getInputStream();
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    assertThatThrownBy(
            () -> {
              for (int b = stream.read(); b >= 0; b = stream.read()) {
                read.write(b);
              }
            })
        .hasMessage("reset");
    assertThat(read.toString(StandardCharsets.US_ASCII)).isEqualTo("aaa");
  }

  private static byte[] readInPieces(ServletInputStream stream, Random random) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      if (random.nextInt(8) == 0) {
        int one = stream.read();
        if (one < 0) {
          return all.toByteArray();
        }
        all.write(one);
      } else {
        byte[] piece = new byte[1 + random.nextInt(3_000)];
        int count = stream.read(piece);
        if (count < 0) {
          return all.toByteArray();
        }
        all.write(piece, 0, count);
      }
    }
  }

  private static HttpServletRequest replaying(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return ReplayingRequest.of(request(FORM, bytes.length, bytes, new Random(1)));
  }

  private static HttpServletRequest request(String type, long length, byte[] body, Random random) {
    return request(type, length, new Bare(new ByteArrayInputStream(body), random));
  }

  /** A container's request with the query {@code q=1}. */
  private static HttpServletRequest request(String type, long length, Bare stream) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ReplayingRequestTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getContentType" -> type;
                  case "getContentLengthLong" -> length;
                  case "getInputStream" -> stream;
                  case "getParameterMap" -> Map.of("q", new String[] {"1"});
                  case "isAsyncStarted" -> false;
                  default -> null;
                });
  }

  private static final class Ignoring implements ReadListener {
    @Override
    public void onDataAvailable() {}

    @Override
    public void onAllDataRead() {}

    @Override
    public void onError(Throwable cause) {}
  }

  /** Gives as many bytes at once as it likes. */
  private static final class Bare extends ServletInputStream {
    private final InputStream bytes;
    private final Random random;

    Bare(InputStream bytes, Random random) {
      this.bytes = bytes;
      this.random = random;
    }

    @Override
    public int read() throws IOException {
      return bytes.read();
    }

    @Override
    public int read(byte[] array, int offset, int length) throws IOException {
      return bytes.read(array, offset, Math.min(length, 1 + random.nextInt(5_000)));
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("not asynchronous");
    }
  }
}
