/**
 * Checks how any token endpoint refuses: {@link org.tokenerror.check.ComplianceCheck} sends some
 * eighty requests, most of them wrong, and judges each answer by the requirements that can be seen
 * from outside.
 *
 * <p>It is not in the filter's jars, changes nothing at the endpoint, and talks to no other
 * address.
 *
 * <pre>
 * ComplianceCheck.of(URI.create("http://127.0.0.1:8080/oauth2/token"))
 *     .client("id", "secret")
 *     .run()
 *     .assertCompliant();
 * </pre>
 *
 * <p>The way of a request: {@code Cases} (what is sent) - {@code wire} (over a socket) - {@code
 * judge} (a pure function) - {@link org.tokenerror.check.CheckResult} - {@code report}.
 */
@NullMarked
package org.tokenerror.check;

import org.jspecify.annotations.NullMarked;
