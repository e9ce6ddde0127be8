/**
 * Decides, from what was sent and what came back, which requirements an answer meets.
 *
 * <p>It is a pure function: it sends nothing, reads no file and knows no clock. It is also a second
 * reading of the requirements: of the filter's own judgement it shares the grammar of JSON, media
 * types and forms, and nothing else.
 */
@NullMarked
package org.tokenerror.check.judge;

import org.jspecify.annotations.NullMarked;
