package org.tokenerror.check.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says how one answer must fare: exactly which requirements it fails, and some of those that it
 * meets or that do not apply.
 */
record Row(
    String name,
    Sent sent,
    Answers answer,
    Set<String> fails,
    Set<String> meets,
    Set<String> skips) {

  static Row row(String name, Requests request, Answers answer, String fails) {
    return new Row(name, request.sent(), answer, ids(fails), Set.of(), Set.of());
  }

  Row meets(String some) {
    return new Row(name, sent, answer, fails, ids(some), skips);
  }

  Row skips(String some) {
    return new Row(name, sent, answer, fails, meets, ids(some));
  }

  void check() {
    Judgement judgement = Judge.judge(sent, answer.response());
    assertThat(names(judgement, Mark.FAIL)).as("fails").isEqualTo(fails);
    assertThat(names(judgement, Mark.PASS)).as("meets").containsAll(meets);
    Set<String> judged = new TreeSet<>(names(judgement, Mark.FAIL));
    judged.addAll(names(judgement, Mark.PASS));
    assertThat(judged).as("skips").noneMatch(skips::contains);
    assertThat(judgement.findings())
        .as("says what is wrong, and only then")
        .allMatch(finding -> finding.isFailure() != finding.detail().isEmpty());
  }

  private static Set<String> names(Judgement judgement, Mark mark) {
    return judgement.findings().stream()
        .filter(finding -> finding.mark() == mark)
        .map(finding -> finding.requirement().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> ids(String text) {
    return text.isEmpty() ? Set.of() : new TreeSet<>(List.of(text.split(" ", -1)));
  }

  @Override
  public String toString() {
    return name + " fails " + fails;
  }
}
