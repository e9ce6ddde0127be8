package org.tokenerror.retrofit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells of descriptors that an EAR has for its WARs in the place of their {@code web.xml}.
 *
 * <p>It does not edit them: they are outside of the WARs, where an edit would have to be undone.
 */
final class AltDescriptors {
  private static final int LARGEST = 8 << 20;

  private AltDescriptors() {}

  /** Returns a sentence for each, which says what is to be done to it. */
  static List<String> notes(Archive ear) throws IOException, RefusedException {
    List<String> notes = new ArrayList<>();
    for (XmlElement module : EarFile.moduleElements(ear)) {
      Optional<String> war = EarFile.webUri(module);
      Optional<String> descriptor = module.textOf("alt-dd");
      if (war.isPresent() && descriptor.isPresent()) {
        notes.add(
            "for "
                + war.get()
                + " servers read "
                + descriptor.get()
                + " of the EAR (alt-dd) and not its web.xml; it stays as it is"
                + toDo(ear, descriptor.get()));
      }
    }
    return notes;
  }

  private static String toDo(Archive ear, String name) throws IOException {
    try {
      Optional<byte[]> bytes = ear.read(name.startsWith("/") ? name.substring(1) : name, LARGEST);
      if (bytes.isEmpty()) {
        return ", but is not there";
      }
      WebXml webXml = WebXml.of(bytes.get());
      Optional<XmlElement> ordering = webXml.absoluteOrdering();
      if (ordering.isEmpty() || WebXmlEdit.of(webXml).isEmpty()) {
        return ", and needs no edit";
      }
      String tag = ordering.get().prefix() + "name";
      return ", so put <%s>%s</%s> first into its <%s>, or the filter is not in front of all others"
          .formatted(tag, WebXmlEdit.FRAGMENT, tag, ordering.get().qualifiedName());
    } catch (XmlException e) {
      return ", and cannot be read: " + e.getMessage();
    }
  }
}
