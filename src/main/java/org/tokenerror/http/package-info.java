/**
 * Reads and writes the grammar of HTTP messages: field lines, media types, authentication
 * challenges and credentials, form bodies, JSON and the bytes of a body.
 *
 * <p>Two habits hold everywhere here. Reading is lenient: whatever a servlet or a client sends, a
 * parser answers with what it could make of it, in time linear in its input, and never throws.
 * Writing is strict: what leaves obeys the RFC whatever was put in. Nothing here decides what a
 * message <em>means</em> for OAuth, and nothing here knows servlets; the package needs {@code
 * java.base} alone. No {@code toString} shows a value that could be a secret.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110">RFC 9110, HTTP Semantics</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259, JSON</a>
 */
@NullMarked
package org.tokenerror.http;

import org.jspecify.annotations.NullMarked;
