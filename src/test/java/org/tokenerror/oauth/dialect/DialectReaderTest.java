package org.tokenerror.oauth.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.DialectException;
import org.tokenerror.oauth.DialectSource;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Exchange;
import org.tokenerror.oauth.decision.FailureClassifier;

@Tag("S11")
@DisplayName("S11: a dialect file")
class DialectReaderTest {

  private static final String HEAD = "{'dialect':'acme','recognise':[{'members':{'/ok':false}}]";

  private static Dialects read(String text) {
    return Dialects.none().with(List.of(new DialectSource("acme.json", text.replace('\'', '"'))));
  }

  @Test
  void needsANameAndAShape() {
    assertThat(read(HEAD + "}").names()).containsExactly("acme");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | `` | is no JSON object",
        "nonsense | `` | is no JSON object",
        "{'dialect':'acme' | `` | is no JSON object",
        "{'recognise':[]} | `` | must have a member \"dialect\"",
        "{'dialect':'acme'} | `` | must have a member \"recognise\"",
        "{'dialect':5,'recognise':[]} | /dialect | must be a string",
        "{'dialect':' ','recognise':[]} | /dialect | must not be blank",
        "{'dialect':'acme','recognise':{}} | /recognise | must be an array",
        "{'dialect':'acme','recognise':[{}]} | /recognise/0 | would recognise every answer",
        "{'dialect':'acme','recognise':[{'member':{}}]} | /recognise/0/member | unknown member",
        "{'dialect':'a','recognise':[{'members':{'ok':1}}]} | /recognise/0/members/ok | JSON"
            + " pointer",
        "{'dialect':'a','recognise':[{'members':{'/a/b':null}}]} | /recognise/0/members/~1a~1b |"
            + " must be a string, a number",
        "{'dialect':'a','recognise':[{'members':{'/a':[]}}]} | /recognise/0/members/~1a | must not"
            + " be empty",
        "{'dialect':'a','recognise':[{'status':[99]}]} | /recognise/0/status/0 | HTTP status",
        "{'dialect':'a','recognise':[],'code':['error']} | /code/0 | JSON pointer, header:NAME",
        "{'dialect':'a','recognise':[],'description':['x']} | /description/0 | JSON pointer",
        "{'dialect':'a','recognise':[],'loose':['oops']} | /loose/0 | no registered OAuth error",
        "{'dialect':'a','recognise':[],'codes':{'x':'invalid_grand'}} | /codes/x | 'invalid_grand'"
            + " is no registered OAuth error code",
        "{'dialect':'a','recognise':[],'codes':{'x/y':7}} | /codes/x~1y | must be a string",
        "{'dialect':'a','recognise':[],'codes':{'x':{'password':'invalid_grant'}}} | /codes/x |"
            + " must have a member \"*\"",
        "{'dialect':'a','recognise':[],'codes':{'x':'invalid_grant','x':'invalid_scope'}} |"
            + " /codes/x | is there twice",
        "{'dialect':'a','recognise':[],'colour':1} | /colour | unknown member; known are about,"
      })
  void isRefusedWithItsNameThePlaceAndTheReason(String text, String pointer, String reason) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            DialectException.class,
            mistake -> {
              assertThat(mistake.file()).isEqualTo("acme.json");
              assertThat(mistake.pointer()).isEqualTo(pointer);
            })
        .hasMessageContaining("acme.json")
        .hasMessageContaining(pointer)
        .hasMessageContaining(reason);
  }

  @Test
  void isRefusedWhenAnotherHasItsName() {
    DialectSource source = new DialectSource("a.json", (HEAD + "}").replace('\'', '"'));
    DialectSource again = new DialectSource("b.json", source.text());
    assertThatThrownBy(() -> Dialects.none().with(List.of(source, again)))
        .isInstanceOf(DialectException.class)
        .hasMessageContaining("b.json, at /dialect");
  }

  @Test
  void matchesEveryItemOfAnArrayAndTheBeginningOfACode() {
    Dialects dialects =
        read(
            "{'dialect':'acme','recognise':[{'members':{'/errs/*/no':'*'},'status':[418]}],"
                + "'code':['/errs/*/no'],'codes':{'E1*':'invalid_scope','E12*':'invalid_grant'}}");
    FailureClassifier classifier =
        new FailureClassifier(List.of(), AnswerPolicy.defaults(), dialects);
    Evidence evidence =
        Exchange.basic().json(418, "{\"errs\":[{},{\"no\":\"none\"},{\"no\":\"e12.7\"}]}");
    assertThat(classifier.classify(evidence).replacement().orElseThrow().error().code())
        .isEqualTo("invalid_grant");
  }
}
