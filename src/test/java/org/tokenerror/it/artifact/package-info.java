/** Looks at the jars as they come out of the build, without any server. */
package org.tokenerror.it.artifact;
