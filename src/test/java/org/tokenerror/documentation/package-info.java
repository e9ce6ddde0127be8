/** Checks what is said about the project: tables in its documents, tests for its requirements. */
package org.tokenerror.documentation;
