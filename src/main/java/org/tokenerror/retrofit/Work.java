package org.tokenerror.retrofit;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Holds what is the same for all parts of one job.
 *
 * @param options what is wanted
 * @param jars what to put in
 * @param nameable whether the filter's settings may name a path
 * @param space where nested archives are unpacked
 * @param out takes the lines of the report
 */
record Work(
    RetrofitOptions options,
    FilterJars jars,
    Predicate<String> nameable,
    Workspace space,
    Consumer<String> out) {

  Work with(RetrofitOptions other) {
    return new Work(other, jars, nameable, space, out);
  }
}
