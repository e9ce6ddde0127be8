package org.tokenerror.demo.legacy;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hands a token out, each style in a different shape that must survive untouched.
 *
 * <p>The same request gets the same bytes and headers every time; only the container's {@code Date}
 * differs.
 */
enum SuccessStyle {
  PLAIN("JSON with Content-Length and no-store") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      noStore(response);
      Bodies.send(response, JSON, bytes(answer.json()));
    }
  },
  WRITER("JSON through the writer, no Content-Length") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      noStore(response);
      Bodies.write(response, JSON, answer.json());
    }
  },
  STREAM_SLOW("JSON in pieces, each flushed") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      noStore(response);
      response.setContentType(JSON);
      ServletOutputStream out = response.getOutputStream();
      byte[] body = bytes(answer.json());
      for (int from = 0; from < body.length; from += 20) {
        out.write(body, from, Math.min(20, body.length - from));
        out.flush();
      }
    }
  },
  HUGE("JSON with megabytes of an extra member (parameter megabytes)") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      noStore(response);
      response.setContentType(JSON);
      ServletOutputStream out = response.getOutputStream();
      out.write(bytes("{" + answer.members() + ",\"padding\":\""));
      Bodies.pad(request, out);
      out.write(bytes("\"}"));
    }
  },
  HUGE_LATE_TOKEN("The same, but the token comes after the megabytes") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      noStore(response);
      response.setContentType(JSON);
      ServletOutputStream out = response.getOutputStream();
      out.write(bytes("{\"padding\":\""));
      Bodies.pad(request, out);
      out.write(bytes("\"," + answer.members() + "}"));
    }
  },
  ASYNC("JSON from another thread") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer) {
      AsyncContext context = request.startAsync();
      context.start(
          new Later(
              context,
              () -> {
                PLAIN.send(request, (HttpServletResponse) context.getResponse(), answer);
                context.complete();
              }));
    }
  },
  ASYNC_REDISPATCH("JSON from the second round of an asynchronous dispatch") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      if (request.getDispatcherType() == DispatcherType.ASYNC) {
        PLAIN.send(request, response, answer);
        return;
      }
      AsyncContext context = request.startAsync();
      context.start(new Later(context, context::dispatch));
    }
  },
  GZIP("Compressed JSON with an ETag") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      noStore(response);
      response.setHeader("Content-Encoding", "gzip");
      response.setHeader("Vary", "Accept-Encoding");
      response.setHeader("ETag", "\"t1\"");
      Bodies.send(response, JSON, Bodies.gzip(answer.json()));
    }
  },
  NO_CACHE_HEADERS("JSON without Cache-Control and Pragma") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      Bodies.send(response, JSON, bytes(answer.json()));
    }
  },
  ODD_HEADERS("JSON with cookies, Vary, ETag, CORS and a challenge") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      response.addCookie(new Cookie("first", "1"));
      response.addCookie(new Cookie("second", "2"));
      response.addHeader("Set-Cookie", "third=3; Path=/; SameSite=Lax");
      response.setHeader("Vary", "Origin, Accept-Language");
      response.setHeader("ETag", "W/\"odd\"");
      response.setDateHeader("Last-Modified", 1_709_208_000_000L);
      response.setHeader("Access-Control-Allow-Origin", "https://app.example.org");
      response.setHeader("DPoP-Nonce", "eyJ7S_zG.eyJH0-Z.HX4w-7v");
      response.setHeader("WWW-Authenticate", "Basic realm=\"also others\"");
      response.setHeader("Cache-Control", "private, no-store");
      response.setIntHeader("X-Number", 42);
      Bodies.send(response, "Application/JSON; Charset=\"utf-8\"", bytes(answer.json()));
    }
  },
  CREATED("201 instead of 200") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      response.setStatus(201);
      PLAIN.send(request, response, answer);
    }
  },
  HTML_TYPE("JSON under text/html") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      noStore(response);
      Bodies.send(response, "text/html;charset=UTF-8", bytes(answer.json()));
    }
  },
  HTML_WORDS("JSON with HTML and the word error inside") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      noStore(response);
      String note = ",\"note\":\"<html><title>error</title></html>\",\"error_count\":0}";
      Bodies.send(response, JSON, bytes("{" + answer.members() + note));
    }
  },
  EMPTY_ERROR("JSON with \"error\":\"\" beside the token") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      noStore(response);
      Bodies.send(response, JSON, bytes("{\"error\":\"\"," + answer.members() + "}"));
    }
  },
  NESTED("The token one level down") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      noStore(response);
      Bodies.send(response, JSON, bytes("{\"code\":0,\"data\":" + answer.json() + "}"));
    }
  },
  FORM("A form-encoded token") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      noStore(response);
      Bodies.send(response, "application/x-www-form-urlencoded", bytes(answer.form()));
    }
  },
  XML("A token in XML") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      noStore(response);
      Bodies.send(response, "application/xml;charset=UTF-8", bytes(answer.xml()));
    }
  },
  NO_CONTENT_TYPE("JSON without a Content-Type") {
    @Override
    void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
        throws IOException {
      noStore(response);
      response.getOutputStream().write(bytes(answer.json()));
    }
  };

  private static final String JSON = "application/json";

  private final String summary;

  SuccessStyle(String summary) {
    this.summary = summary;
  }

  abstract void send(HttpServletRequest request, HttpServletResponse response, TokenAnswer answer)
      throws IOException;

  String summary() {
    return summary;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<SuccessStyle> named(String id) {
    return Stream.of(values()).filter(style -> style.id().equals(id)).findFirst();
  }

  private static void noStore(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Pragma", "no-cache");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
