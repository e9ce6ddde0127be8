package org.tokenerror.oauth.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.said.Said;

/**
 * Holds what is known about one family's failures: its shapes, its codes and where they stand.
 *
 * <p>It is data that a file gave; {@link DialectReader} reads it.
 *
 * @param name the family's name
 * @param shapes its shapes, of which one suffices
 * @param places where it puts its codes, the most telling first
 * @param descriptions where it puts words for the client, the best first
 * @param loose registered codes that it uses for any failure, so that they tell nothing
 * @param table what its codes mean
 */
record Dialect(
    String name,
    List<Recognition> shapes,
    List<CodePlace> places,
    List<JsonPath> descriptions,
    List<OAuthErrorCode> loose,
    CodeTable table) {

  Dialect {
    shapes = List.copyOf(shapes);
    places = List.copyOf(places);
    descriptions = List.copyOf(descriptions);
    loose = List.copyOf(loose);
  }

  /** Tells whether an answer has one of the shapes; the names are those of its own members. */
  boolean speaks(Said said, Set<String> names, Outcome outcome) {
    for (Recognition shape : shapes) {
      if (shape.suits(said, names, outcome)) {
        return true;
      }
    }
    return false;
  }

  /** Finds what the first code means that the table has. */
  Optional<OAuthErrorCode> meaning(Said said, Outcome outcome, RequestFacts request) {
    return places.stream()
        .flatMap(place -> place.codes(said, outcome).stream())
        .map(code -> table.find(code, request))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Finds the words for the client. */
  List<String> words(Said said) {
    List<String> words = new ArrayList<>();
    said.members()
        .ifPresent(members -> descriptions.forEach(path -> words.addAll(path.textsIn(members))));
    words.removeIf(String::isBlank);
    return words;
  }
}
