package org.tokenerror.retrofit;

/**
 * Is a path at which a token endpoint seems to be.
 *
 * @param path the path within the context, an asterisk for a variable segment
 * @param where what serves it
 * @param kind how sure it is, and who will see it
 */
record FoundPath(String path, String where, Kind kind) {

  /** Says what is to be done about it. */
  enum Kind {
    /** The filter finds it without being told. */
    KNOWN,
    /** It hands out tokens by its name, but no mapping of a servlet tells the filter. */
    TO_CONFIGURE,
    /** It could be one; only somebody who knows the application can tell. */
    PERHAPS,
    /** Its path holds something that no setting can name, so the filter cannot be told of it. */
    UNNAMEABLE
  }
}
