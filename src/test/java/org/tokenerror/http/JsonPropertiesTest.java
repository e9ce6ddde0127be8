package org.tokenerror.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JsonPropertiesTest {

  private static final String[] NUMBERS = {
    "0", "-0", "12", "-1.5", "1e9", "2.50E-3", "100000000000"
  };
  private static final String[] SPACE = {"", "", "", " ", "\n", "\t", "\r\n "};

  @Test
  @Tag("A17")
  void readsBackEveryTree() {
    Cases.run(
        5_000,
        random -> {
          Json tree = tree(random, 4);
          StringBuilder text = new StringBuilder();
          write(random, tree, text);
          boolean readable =
              tree instanceof Json.Obj || tree instanceof Json.Arr || tree instanceof Json.Str;

          if (readable) {
            boolean unique = !(tree instanceof Json.Obj object && object.hasDuplicates());
            assertThat(Json.parse(text.toString())).contains(new Json.Document(tree, unique));
            assertThat(JsonGrammar.matches(text.toString())).isTrue();
          }
        });
  }

  @Test
  @Tag("A17")
  @Tag("A20")
  void isStrictExactlyAboutTheGrammar() {
    Cases.run(
        30_000,
        random -> {
          StringBuilder text = new StringBuilder();
          write(random, tree(random, 3), text);
          for (int i = random.nextInt(2); i >= 0 && text.length() > 0; i--) {
            mutate(random, text);
          }
          assertStrictExactly(text.toString());
        });
  }

  @Test
  void neverThrowsOnHostileText() {
    Cases.run(
        30_000,
        random -> {
          String text =
              Cases.oneOf(random, new String[] {"", "{", "[", "\"", "{\"a\":"})
                  + Cases.hostileText(random);
          assertStrictExactly(text);
          Optional<Json.Document> lenient = Json.parseLenient(text);
          assertThat(lenient.map(document -> document.root().toJava())).isNotNull();
          assertThat(lenient.isPresent() || Json.parse(text).isEmpty()).isTrue();
        });
  }

  @Test
  @Tag("S12")
  void takesTimeLinearInItsInput() {
    Cases.run(
        60,
        random -> {
          String text =
              Cases.oneOf(random, new String[] {"{", "[", "\"", "{\"a\":"})
                  + Cases.longText(random);
          assertThat(Json.parse(text)).isPresent();
          assertThat(Json.parseLenient("x" + text)).isNotNull();
        });
  }

  private static void assertStrictExactly(String text) {
    Optional<Json.Document> document = Json.parse(text);
    boolean repeated =
        document.flatMap(Json.Document::object).filter(Json.Obj::hasDuplicates).isPresent();
    boolean strict = document.filter(Json.Document::strict).isPresent();
    boolean legal = document.isPresent() && JsonGrammar.matches(text) && !repeated;

    assertThat(strict).as(text).isEqualTo(legal);
  }

  private static void mutate(Random random, StringBuilder text) {
    int at = random.nextInt(text.length());
    String characters = "{}[]:,\"'\\ \t\n\u0000\u00a0\ufeff=x1-0.eEu/\ud83d\ude00truefalsn";
    char c = characters.charAt(random.nextInt(characters.length()));
    switch (random.nextInt(3)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.insert(at, c);
      default -> text.setCharAt(at, c);
    }
  }

  private static Json tree(Random random, int depth) {
    int kinds = depth == 0 ? 5 : 8;
    return switch (random.nextInt(kinds)) {
      case 0, 1 -> new Json.Str(string(random));
      case 2 -> new Json.Num(Cases.oneOf(random, NUMBERS));
      case 3 -> new Json.Bool(random.nextBoolean());
      case 4 -> new Json.Null();
      case 5 -> {
        List<Json> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(tree(random, depth - 1));
        }
        yield new Json.Arr(items);
      }
      default -> {
        List<Json.Member> members = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          members.add(new Json.Member(string(random), tree(random, depth - 1)));
        }
        yield new Json.Obj(members);
      }
    };
  }

  private static String string(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Cases.text(random, 0, 0x80);
      case 1 -> Cases.text(random, 0, 0xd7ff) + "\ud83d\ude00";
      case 2 -> "error";
      default -> Cases.text(random, 'a', 'e');
    };
  }

  private static void write(Random random, Json value, StringBuilder text) {
    text.append(Cases.oneOf(random, SPACE));
    if (value instanceof Json.Obj object) {
      String separator = "{";
      for (Json.Member member : object.members()) {
        text.append(separator).append(Cases.oneOf(random, SPACE));
        writeString(random, member.name(), text);
        text.append(Cases.oneOf(random, SPACE)).append(':');
        write(random, member.value(), text);
        separator = ",";
      }
      text.append(object.members().isEmpty() ? "{" + Cases.oneOf(random, SPACE) + "}" : "}");
    } else if (value instanceof Json.Arr array) {
      String separator = "[";
      for (Json item : array.items()) {
        text.append(separator);
        write(random, item, text);
        separator = ",";
      }
      text.append(array.items().isEmpty() ? "[" + Cases.oneOf(random, SPACE) + "]" : "]");
    } else if (value instanceof Json.Str string) {
      writeString(random, string.value(), text);
    } else if (value instanceof Json.Num number) {
      text.append(number.text());
    } else if (value instanceof Json.Bool bool) {
      text.append(bool.value());
    } else {
      text.append("null");
    }
    text.append(Cases.oneOf(random, SPACE));
  }

  private static void writeString(Random random, String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean escaped = random.nextInt(8) == 0 && !Character.isSurrogate(c);
      if (c < ' ' || c == '"' || c == '\\' || escaped) {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
