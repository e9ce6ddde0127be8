/**
 * Rewrites zip archives without touching what does not change.
 *
 * <p>An entry that stays is copied as the bytes it is: local header, extra fields, compressed data,
 * data descriptor and whatever lies between it and the next one. Only the offsets in the central
 * directory are counted anew. Libraries that write zip archives write headers of their own, which
 * is why there is none here.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, the ZIP file
 *     format</a>
 */
@NullMarked
package org.tokenerror.retrofit.zip;

import org.jspecify.annotations.NullMarked;
