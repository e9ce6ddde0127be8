/**
 * Plays a legacy token endpoint: its decisions are sound, the way it tells them is not.
 *
 * <p>A newcomer reads {@link org.tokenerror.demo.legacy.LegacyTokenServlet}, which is the whole
 * story in one method, then {@link org.tokenerror.demo.legacy.TokenDesk} for what is decided and
 * the enums behind {@link org.tokenerror.demo.legacy.FailureStyle} for the ways of telling a
 * failure. Nothing here knows the filter: that is the point.
 */
@NullMarked
package org.tokenerror.demo.legacy;

import org.jspecify.annotations.NullMarked;
