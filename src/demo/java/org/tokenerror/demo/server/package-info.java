/** Launches the demo on an embedded server; nothing here goes into the demo's WAR. */
@NullMarked
package org.tokenerror.demo.server;

import org.jspecify.annotations.NullMarked;
