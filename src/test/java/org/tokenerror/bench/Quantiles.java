package org.tokenerror.bench;

import java.util.Arrays;

/** Finds the middle, or another part, of figures that are not sorted. */
final class Quantiles {
  private Quantiles() {}

  /** Returns the figure below which a share of all lies. */
  static double of(double[] figures, double share) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
