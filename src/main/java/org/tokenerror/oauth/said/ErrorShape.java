package org.tokenerror.oauth.said;

import java.util.Set;
import org.tokenerror.http.Json;
import org.tokenerror.oauth.EndpointProfile;

/**
 * Recognises the shapes in which a body with status 200 says that there is no token.
 *
 * <p>It looks at the top and one level down, never at words.
 */
public final class ErrorShape {
  /** Members that only a success has, folded. */
  private static final Set<String> SUCCESS =
      Set.of(
          "accesstoken",
          "idtoken",
          "refreshtoken",
          "token",
          "jwt",
          "devicecode",
          "usercode",
          "requesturi",
          "authreqid",
          "active",
          "verificationuri",
          "rpt",
          "credential");

  private static final Set<String> OUTCOMES = Set.of("ok", "success", "succeeded", "issuccess");

  private static final Set<String> NUMBERS =
      Set.of("errcode", "errorcode", "errno", "errorno", "code", "ret", "retcode", "resultcode");

  private static final Set<String> NO = Set.of("error", "fail", "failed", "failure", "false", "ko");

  private static final Set<String> YES =
      Set.of("ok", "success", "successful", "succeeded", "true", "done");

  private static final Set<String> MESSAGES =
      Set.of(
          "errmsg",
          "msg",
          "message",
          "errormessage",
          "errordescription",
          "description",
          "detail",
          "errordesc",
          "error");

  private final Json.Obj object;
  private final Set<String> success;

  /**
   * Looks at an object.
   *
   * @param object the object in the body
   * @param profile what kind of endpoint it comes from
   */
  public ErrorShape(Json.Obj object, EndpointProfile profile) {
    this.object = object;
    this.success = successMembers(profile);
  }

  /** Returns the members, folded, that only a success has at one kind of endpoint. */
  private static Set<String> successMembers(EndpointProfile profile) {
    return switch (profile) {
      case TOKEN, REVOCATION -> Set.of();
      case INTROSPECTION -> Set.of("active");
      case DEVICE_AUTHORIZATION -> Set.of("devicecode", "usercode");
      case PUSHED_AUTHORIZATION -> Set.of("requesturi");
      case BACKCHANNEL_AUTHENTICATION -> Set.of("authreqid");
      case REGISTRATION -> Set.of("clientid", "registrationaccesstoken");
    };
  }

  /**
   * A22, S1: finds a token, or what other endpoints give instead of one.
   *
   * @return true also for an empty object as token; false for null and an empty text
   */
  public boolean hasToken() {
    return object.members().stream()
        .anyMatch(
            member ->
                isToken(member)
                    || (member.value() instanceof Json.Obj inner
                        && inner.members().stream().anyMatch(this::isToken)));
  }

  /**
   * Finds a top-level {@code error} that is a non-empty string, an object, a number or true.
   *
   * @return false for {@code "error":""}, null, false and 0
   */
  public boolean hasErrorMember() {
    return object.get("error").filter(ErrorShape::isSomething).isPresent();
  }

  /**
   * Finds a vendor's way to say no.
   *
   * @return true for {@code "ok":false} and the like, unless another member says yes
   */
  public boolean saysNo() {
    boolean explained = hasMessage();
    if (object.members().stream().anyMatch(ErrorShape::saysYes)) {
      return false;
    }
    return object.members().stream().anyMatch(member -> saysNo(member, explained));
  }

  /** Finds {@code "success":true} and {@code "message":"ok"}, which no number outweighs. */
  private static boolean saysYes(Json.Member member) {
    String name = MemberReader.foldName(member.name());
    return (OUTCOMES.contains(name) && member.value() instanceof Json.Bool bool && bool.value())
        || ((MESSAGES.contains(name) || name.equals("status"))
            && member.value() instanceof Json.Str string
            && YES.contains(MemberReader.foldName(string.value())));
  }

  private static boolean saysNo(Json.Member member, boolean explained) {
    String name = MemberReader.foldName(member.name());
    Json value = member.value();
    if (OUTCOMES.contains(name)) {
      return (value instanceof Json.Bool bool && !bool.value())
          || (value instanceof Json.Str string && NO.contains(string.value()));
    }
    if (name.equals("status") || name.equals("result") || name.equals("message")) {
      return value instanceof Json.Str string && NO.contains(MemberReader.foldName(string.value()));
    }
    if (name.startsWith("error") && (value instanceof Json.Obj || value instanceof Json.Arr)) {
      return isSomething(value);
    }
    return NUMBERS.contains(name) && explained && isFailureNumber(value);
  }

  private boolean hasMessage() {
    return object.members().stream()
        .anyMatch(member -> MESSAGES.contains(MemberReader.foldName(member.name())));
  }

  /** Tells whether a value is neither 0 nor one of 200 to 299, nor a word for success. */
  private static boolean isFailureNumber(Json value) {
    String text = "";
    if (value instanceof Json.Num number) {
      text = number.text();
    } else if (value instanceof Json.Str string) {
      text = string.value().strip();
    }
    boolean fine = (text.length() == 3 && text.charAt(0) == '2') || text.matches("0*");
    return !fine && !YES.contains(MemberReader.foldName(text));
  }

  private boolean isToken(Json.Member member) {
    String name = MemberReader.foldName(member.name());
    return (SUCCESS.contains(name) || success.contains(name))
        && !(member.value() instanceof Json.Null)
        && !(member.value() instanceof Json.Str string && string.value().isEmpty());
  }

  private static boolean isSomething(Json value) {
    if (value instanceof Json.Str string) {
      return !string.value().isBlank();
    }
    if (value instanceof Json.Bool bool) {
      return bool.value();
    }
    if (value instanceof Json.Num number) {
      return !number.text().matches("-?0*");
    }
    if (value instanceof Json.Arr array) {
      return !array.items().isEmpty();
    }
    return value instanceof Json.Obj inner && !inner.members().isEmpty();
  }
}
