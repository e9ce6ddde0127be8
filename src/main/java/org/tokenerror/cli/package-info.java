/**
 * Holds the command line: one command with subcommands, exit codes and nothing else.
 *
 * <p>It does no work of its own; a subcommand reads its options and calls the package that does it.
 * None of this is in the filter's jars.
 */
@NullMarked
package org.tokenerror.cli;

import org.jspecify.annotations.NullMarked;
