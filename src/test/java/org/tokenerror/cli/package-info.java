/** Tests the command line as a user sees it: exit codes, standard output and error, files. */
package org.tokenerror.cli;
