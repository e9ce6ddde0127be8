/**
 * Makes the answer: its status, challenges, description, members, header fields and bytes.
 *
 * <p>This room is for the form of RFC 6749, section 5.2, be it to write it or to find what an
 * answer lacks of it. Which code an answer has is decided elsewhere.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, section 5.2</a>
 */
@NullMarked
package org.tokenerror.oauth.answer;

import org.jspecify.annotations.NullMarked;
