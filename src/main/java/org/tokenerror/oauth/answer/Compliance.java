package org.tokenerror.oauth.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tokenerror.http.Json;
import org.tokenerror.http.MediaType;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.said.SaidReader;

/**
 * Finds what keeps a failure from leaving as the servlet answered it (S3).
 *
 * <p>Headers about caching do not count: they are added without touching the answer.
 */
final class Compliance {
  private final StatusPolicy statuses;
  private final ChallengePolicy challenges;
  private final DescriptionSanitizer descriptions;
  private final MemberPolicy members;

  Compliance(AnswerPolicy policy) {
    this.statuses = new StatusPolicy(policy);
    this.challenges = new ChallengePolicy(policy);
    this.descriptions = new DescriptionSanitizer(policy);
    this.members = new MemberPolicy(policy);
  }

  /**
   * Finds the requirements that the servlet's answer fails when it is to say a code.
   *
   * @return their ids in order; empty when the answer may leave as it is
   */
  SortedSet<String> faults(String code, Evidence evidence) {
    SortedSet<String> faults = new TreeSet<>();
    Outcome outcome = evidence.outcome();
    int status = statuses.statusOf(code, evidence);
    if (outcome.status() != status) {
      faults.add(statusFault(outcome.status(), status));
    }
    if (outcome instanceof Outcome.Returned) {
      addWireFaults(outcome, faults);
      addBodyFaults(outcome, code, evidence.request(), faults);
      addHeaderFaults(evidence, faults);
    } else {
      faults.add("A1"); // what the container makes of it is no JSON object
    }
    return faults;
  }

  private static String statusFault(int status, int expected) {
    if (status < 300) {
      return "B2";
    }
    if (status < 400) {
      return "B3";
    }
    if (expected == 401) {
      return "B8";
    }
    if (expected >= 500) {
      return "B20";
    }
    return status == 403 ? "B11" : "B1";
  }

  private static void addWireFaults(Outcome outcome, SortedSet<String> faults) {
    List<String> types = outcome.headers().all("Content-Type");
    Optional<MediaType> type = SaidReader.mediaType(outcome);
    if (types.size() != 1 || type.filter(MediaType::isExactlyJson).isEmpty()) {
      faults.add("A12");
    }
    if (type.flatMap(MediaType::charset).filter(charset -> !isUtf8(charset)).isPresent()) {
      faults.add("A13");
    }
    if (!outcome.headers().all("Content-Encoding").stream()
        .allMatch(coding -> coding.strip().equalsIgnoreCase("identity"))) {
      faults.add("A26");
    }
    if (!outcome.body().isComplete()) {
      faults.add("A17");
    }
    if (!outcome.body().isPlainUtf8()) {
      faults.add("A18");
    }
  }

  private void addBodyFaults(
      Outcome outcome, String code, RequestFacts request, SortedSet<String> faults) {
    Optional<Json.Document> document = outcome.body().json();
    Optional<Json.Obj> object = document.flatMap(Json.Document::object);
    if (object.isEmpty()) {
      faults.add("A1");
      return;
    }
    if (object.get().hasDuplicates()) {
      faults.add("A20");
    } else if (document.filter(Json.Document::strict).isEmpty()) {
      faults.add("A17");
    }
    if (object.get().string("error").isEmpty()) {
      faults.add("A2");
    } else if (object.get().string("error").filter(code::equals).isEmpty()) {
      faults.add("A4");
    }
    if (!OAuthError.isLegalText(code)) {
      faults.add("A3");
    }
    if (!isAbsentOr(
        object.get(), "error_description", text -> descriptions.isSafe(text, request))) {
      faults.add("A6");
    }
    if (!isAbsentOr(object.get(), "error_uri", uri -> ErrorUri.isUsable(uri, request))) {
      faults.add("A9");
    }
    if (!members.isClean(object.get(), request)) {
      faults.add("H1");
    }
  }

  /** A7, A9: a member that is there is a string; null is none. */
  private static boolean isAbsentOr(Json.Obj object, String name, Predicate<String> legal) {
    return object.get(name).isEmpty() || object.string(name).filter(legal).isPresent();
  }

  private void addHeaderFaults(Evidence evidence, SortedSet<String> faults) {
    Outcome outcome = evidence.outcome();
    if (outcome.status() == 401) {
      if (!outcome.headers().contains("WWW-Authenticate")) {
        faults.add("C1");
      } else if (!challenges.isSatisfied(evidence)) {
        faults.add("B10");
      }
    } else if (!challenges.areLegal(evidence)) { // C21: allowed elsewhere
      faults.add("C2");
    }
    if (outcome.status() == 405 && !outcome.headers().contains("Allow")) {
      faults.add("B18");
    }
  }

  private static boolean isUtf8(String charset) {
    String lower = charset.toLowerCase(Locale.ROOT);
    return lower.equals("utf-8") || lower.equals("utf8") || lower.equals("us-ascii");
  }
}
