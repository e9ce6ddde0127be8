package org.tokenerror.retrofit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stands for an element and says where in the text it is.
 *
 * @param qualifiedName its name with its prefix, if any
 * @param attributes by their qualified names, in order
 * @param children elements only
 * @param text what is directly in it, without comments, entities resolved
 * @param start where its start tag begins
 * @param contentStart where what is in it begins; the end of the tag in an empty-element tag
 * @param contentEnd where what is in it ends
 * @param end behind its end tag
 */
record XmlElement(
    String qualifiedName,
    Map<String, String> attributes,
    List<XmlElement> children,
    String text,
    int start,
    int contentStart,
    int contentEnd,
    int end) {

  /** Returns the name without prefix. */
  String name() {
    return qualifiedName.substring(qualifiedName.indexOf(':') + 1);
  }

  /** Returns the prefix with its colon, empty if there is none. */
  String prefix() {
    return qualifiedName.substring(0, qualifiedName.indexOf(':') + 1);
  }

  /** Tells whether it is written as one tag. */
  boolean isEmptyTag() {
    return contentEnd == contentStart && contentEnd == end;
  }

  Stream<XmlElement> all(String name) {
    return children.stream().filter(child -> child.name().equals(name));
  }

  Optional<XmlElement> first(String name) {
    return all(name).findFirst();
  }

  /** Returns the trimmed text of the first child of a name. */
  Optional<String> textOf(String name) {
    return first(name).map(child -> child.text().strip());
  }

  /** Returns the trimmed texts of all children of a name. */
  List<String> textsOf(String name) {
    return all(name).map(child -> child.text().strip()).toList();
  }

  /** Returns the namespace that the element itself declares for its prefix. */
  String declaredNamespace() {
    String prefix = prefix();
    String attribute = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix.replace(":", "");
    return attributes.getOrDefault(attribute, "");
  }
}
