package org.tokenerror.retrofit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what is to be changed in a web application, or why nothing is.
 *
 * @param changes what to do, in order
 * @param webXml the edit of {@code web.xml} among them
 * @param settings what becomes of the settings file
 * @param version of the filter that is put in
 */
record WarPlan(
    List<Change> changes, Optional<WebXmlEdit> webXml, SettingsPlan settings, String version) {
  private static final String FILTER_NAME = "token-error-filter";
  private static final String FILTER_CLASS = "org.tokenerror.TokenErrorFilter";

  /**
   * Decides.
   *
   * @param kept the settings file of a retrofitted application that is done anew
   */
  static WarPlan of(Inspection app, Work work, Optional<byte[]> kept)
      throws RefusedException, IOException {
    RetrofitOptions options = work.options();
    refuseWhatIsUnclear(app, options);
    refuseWhatIsThere(app, options);
    FilterJar jar = work.jars().of(namespace(app, work));
    List<Change> changes = new ArrayList<>();
    for (JarFacts old : app.filterJars()) {
      changes.add(new Change.Remove(Inspector.LIB + old.name()));
    }
    changes.add(new Change.Add(Inspector.LIB + jar.fileName(), jar.bytes(), false));
    SettingsPlan settings = SettingsPlan.of(app, options, kept, jar.version());
    settings.change().ifPresent(changes::add);
    Optional<WebXmlEdit> edit = edit(app);
    edit.ifPresent(e -> changes.add(new Change.Replace(Inspector.WEB_XML, e.bytes())));
    return new WarPlan(List.copyOf(changes), edit, settings, jar.version());
  }

  private static void refuseWhatIsUnclear(Inspection app, RetrofitOptions options)
      throws RefusedException {
    if (!app.signatures().isEmpty() && !options.allowSigned()) {
      throw new RefusedException(
          "it is signed ("
              + String.join(", ", app.signatures())
              + "); the new files would not be covered, and an edited web.xml would no longer match"
              + " its signature. Servers do not check this unless told to; --allow-signed goes on");
    }
    if (!app.repeated().isEmpty()) {
      throw new RefusedException(
          "it has "
              + app.repeated().get(0)
              + " more than once, and servers may read the one or the other; pack it again");
    }
    if (app.unpackedFilter()) {
      throw new RefusedException(
          "the classes of the filter are in its WEB-INF/classes; take them out first");
    }
    for (WebXml.Mapped filter : app.webXml().map(WebXml::filters).orElse(List.of())) {
      if (filter.type().equals(FILTER_CLASS)) {
        throw new RefusedException(
            "its web.xml declares the filter ("
                + filter.name()
                + "), and an entry there wins over what a jar registers; "
                + (app.filterJars().isEmpty()
                    ? "take the entry out, or put the jar into WEB-INF/lib beside it"
                    : "replace the jar in WEB-INF/lib by hand"));
      }
      if (filter.name().equals(FILTER_NAME)) {
        throw new RefusedException(
            "its web.xml declares another filter by the name of this one, " + FILTER_NAME);
      }
    }
  }

  private static void refuseWhatIsThere(Inspection app, RetrofitOptions options)
      throws RefusedException {
    if (app.filterJars().isEmpty() || options.upgrade()) {
      return;
    }
    JarFacts old = app.filterJars().get(0);
    throw new RefusedException(
        "the filter is there already: "
            + old.name()
            + ", version "
            + old.filterVersion().orElse("")
            + "; --upgrade replaces it");
  }

  private static Namespace namespace(Inspection app, Work work) throws RefusedException {
    Optional<Namespace> asked = work.options().namespace();
    if (asked.isPresent()) {
      return asked.get();
    }
    List<Namespace> found = app.namespaces();
    if (found.isEmpty() && work.otherwise().isPresent()) {
      return work.otherwise().get();
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    String choose = "; say which server it is for by --namespace javax or --namespace jakarta";
    if (found.isEmpty()) {
      throw new RefusedException(
          "nothing in it tells whether it is for javax.servlet or jakarta.servlet" + choose);
    }
    throw new RefusedException(
        "it is for javax.servlet by "
            + evidence(app, Namespace.JAVAX)
            + ", and for jakarta.servlet by "
            + evidence(app, Namespace.JAKARTA)
            + ": a server runs only one of the two"
            + choose);
  }

  /** Names up to three things that speak for a namespace. */
  static String evidence(Inspection app, Namespace namespace) {
    List<String> own = app.ownFor(namespace);
    List<String> all = own.isEmpty() ? app.jarsFor(namespace) : own;
    String first = String.join(", ", all.subList(0, Math.min(3, all.size())));
    return all.size() > 3 ? first + " and " + (all.size() - 3) + " more" : first;
  }

  private static Optional<WebXmlEdit> edit(Inspection app) throws RefusedException {
    Optional<WebXmlEdit> edit = app.webXml().flatMap(WebXmlEdit::of);
    if (edit.isPresent() && !app.webXml().map(WebXml::text).orElseThrow().isReversible()) {
      throw new RefusedException(
          "its web.xml needs an edit, but its encoding does not give back the same bytes");
    }
    return edit;
  }
}
