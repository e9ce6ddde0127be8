package org.tokenerror.retrofit.zip;

import java.util.Arrays;

/**
 * Holds bytes that do not change.
 *
 * <p>It does not copy what it is given; who gives it bytes lets go of them.
 */
public final class Bytes {
  private final byte[] array;

  private Bytes(byte[] array) {
    this.array = array;
  }

  /**
   * Wraps bytes.
   *
   * @param array not changed any more
   * @return the same bytes as a value
   */
  public static Bytes of(byte[] array) {
    return new Bytes(array);
  }

  /**
   * Returns a copy.
   *
   * @return may be changed
   */
  public byte[] toArray() {
    return array.clone();
  }

  /**
   * Returns their number.
   *
   * @return 0 or more
   */
  public int length() {
    return array.length;
  }

  /**
   * Returns their digest.
   *
   * @return SHA-256
   */
  public Bytes sha256() {
    return of(ZipImage.newDigest().digest(array));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(array, that.array);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(array);
  }

  @Override
  public String toString() {
    return array.length + " bytes";
  }
}
