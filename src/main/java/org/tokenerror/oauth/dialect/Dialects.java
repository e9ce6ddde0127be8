package org.tokenerror.oauth.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tokenerror.oauth.DialectException;
import org.tokenerror.oauth.DialectSource;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.said.Said;

/**
 * Knows how families of servers say what went wrong.
 *
 * <p>It is used only where a servlet gave no registered code. It does not change after it was
 * created, and it may be used by several threads.
 */
public final class Dialects {
  private final List<Dialect> all;

  private Dialects(List<Dialect> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Returns the dialects that come with the filter.
   *
   * @return one for each file
   */
  public static Dialects builtIn() {
    return BuiltIn.DIALECTS;
  }

  /**
   * Returns no dialect at all.
   *
   * @return an empty collection
   */
  public static Dialects none() {
    return new Dialects(List.of());
  }

  /**
   * Adds a user's own dialects, which are asked before the others.
   *
   * @param sources the files, in the order in which they are to be asked
   * @return a new collection
   * @throws DialectException if a file has a mistake
   */
  public Dialects with(List<DialectSource> sources) {
    if (sources.isEmpty()) {
      return this;
    }
    List<Dialect> more = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (DialectSource source : sources) {
      Dialect dialect = DialectReader.read(source);
      if (!names.add(dialect.name())) {
        throw new DialectException(
            source.name(), "/dialect", "another file has the same name " + dialect.name());
      }
      more.add(dialect);
    }
    all.stream().filter(dialect -> !names.contains(dialect.name())).forEach(more::add);
    return new Dialects(more);
  }

  /** Leaves one family out. */
  Dialects without(String name) {
    return new Dialects(all.stream().filter(dialect -> !dialect.name().equals(name)).toList());
  }

  /**
   * Lists the families.
   *
   * @return their names, in the order in which they are asked
   */
  public List<String> names() {
    return all.stream().map(Dialect::name).toList();
  }

  /** Finds the families whose shape an answer has. */
  List<Dialect> speaking(Said said, Outcome outcome) {
    Set<String> names = new HashSet<>();
    said.members().ifPresent(root -> root.members().forEach(member -> names.add(member.name())));
    List<Dialect> speaking = new ArrayList<>();
    for (Dialect dialect : all) {
      if (dialect.speaks(said, names, outcome)) {
        speaking.add(dialect);
      }
    }
    return speaking;
  }

  /**
   * Listens to an answer as the families do whose shape it has.
   *
   * @param plain what the servlet said, read without any family's knowledge
   * @param outcome how the servlet answered
   * @return what those families make of it
   */
  public Heard hear(Said plain, Outcome outcome) {
    return new Heard(plain, outcome, speaking(plain, outcome));
  }

  @Override
  public String toString() {
    return "Dialects" + names();
  }

  /** Loads the files that come with the filter when they are first needed. */
  private static final class BuiltIn {
    static final Dialects DIALECTS = none().with(DialectResources.all());
  }
}
