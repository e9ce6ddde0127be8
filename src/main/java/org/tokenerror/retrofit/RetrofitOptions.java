package org.tokenerror.retrofit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Says how an application is to be retrofitted.
 *
 * @param output where the new application goes; beside the old one if empty
 * @param endpoints what the setting {@code endpoints} is to say; what was found if empty
 * @param mode what the setting {@code mode} is to say; the default if empty
 * @param namespace which jar to take; the one that fits if empty
 * @param dryRun whether to tell only
 * @param upgrade whether to replace a filter that is there already
 * @param allowSigned whether to change an application that is signed
 */
public record RetrofitOptions(
    Optional<Path> output,
    List<String> endpoints,
    Optional<String> mode,
    Optional<Namespace> namespace,
    boolean dryRun,
    boolean upgrade,
    boolean allowSigned) {

  /**
   * Copies the list.
   *
   * @param output where the new application goes; beside the old one if empty
   * @param endpoints what the setting {@code endpoints} is to say; what was found if empty
   * @param mode what the setting {@code mode} is to say; the default if empty
   * @param namespace which jar to take; the one that fits if empty
   * @param dryRun whether to tell only
   * @param upgrade whether to replace a filter that is there already
   * @param allowSigned whether to change an application that is signed
   */
  public RetrofitOptions {
    endpoints = List.copyOf(endpoints);
  }

  /**
   * Returns what holds when nothing is said.
   *
   * @return the options
   */
  public static RetrofitOptions defaults() {
    return new RetrofitOptions(
        Optional.empty(), List.of(), Optional.empty(), Optional.empty(), false, false, false);
  }
}
