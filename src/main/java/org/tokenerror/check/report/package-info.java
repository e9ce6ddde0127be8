/**
 * Tells what a check found out: on a terminal, as JSON, JUnit XML, Markdown or one page of HTML.
 *
 * <p>It judges nothing. What it prints came from elsewhere and is escaped for where it goes.
 */
@NullMarked
package org.tokenerror.check.report;

import org.jspecify.annotations.NullMarked;
