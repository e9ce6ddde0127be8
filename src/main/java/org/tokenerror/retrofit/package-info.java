/**
 * Puts the filter into packed applications that nobody can build again, and takes it out again.
 *
 * <p>{@link org.tokenerror.retrofit.Retrofitter} reads like what happens: open, inspect, plan,
 * tell, write. Inspecting loads no class of the application and trusts none of its bytes; planning
 * is pure; writing copies every other entry as the bytes it is. Nothing here knows a command line.
 */
@NullMarked
package org.tokenerror.retrofit;

import org.jspecify.annotations.NullMarked;
