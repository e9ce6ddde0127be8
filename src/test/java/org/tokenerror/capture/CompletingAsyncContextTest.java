package org.tokenerror.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tokenerror.oauth.Outcome;

/** Ends asynchronous requests that the container has ended before, because their client is gone. */
@Tag("S12")
class CompletingAsyncContextTest {
  private final HttpServletRequest request = inert(HttpServletRequest.class, Map.of());
  private final HttpServletResponse response = inert(HttpServletResponse.class, Map.of());
  private final CompletingAsyncContext context =
      new CompletingAsyncContext(
          inert(AsyncContext.class, Map.of("complete", new IllegalStateException("is over"))),
          new CapturedExchange(
              request, response, new CaptureOptions(1024, false, false, true), new KeepingJudge()),
          request,
          response,
          true);

  @Test
  void doesNotTellTheApplicationThatOurAnswerCameTooLate() {
    assertThatCode(context::completeAnswered).doesNotThrowAnyException();
    assertThat(context.isSettled()).isTrue();
    assertThatCode(context::complete).doesNotThrowAnyException();
  }

  @Test
  void tellsItThatItsOwnCompletionDid() {
    assertThatThrownBy(context::complete).isInstanceOf(IllegalStateException.class);
  }

  private static final class KeepingJudge implements CapturedExchange.Judge {
    @Override
    public boolean looksLikeFailure(Outcome soFar) {
      return false;
    }

    @Override
    public void end(CapturedExchange exchange, Outcome outcome) throws IOException {
      exchange.release();
    }

    @Override
    public void tooLate() {
      throw new AssertionError("nothing was written");
    }
  }

  private static <T> T inert(Class<T> type, Map<String, RuntimeException> thrown) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              RuntimeException failure = thrown.get(method.getName());
              if (failure != null) {
                throw failure;
              }
              return nothing(method);
            }));
  }

  private static @Nullable Object nothing(Method method) {
    return switch (method.getReturnType().getName()) {
      case "boolean" -> false;
      case "int" -> 200;
      case "java.util.Collection" -> List.of();
      case "java.lang.String" -> "";
      default -> null;
    };
  }
}
