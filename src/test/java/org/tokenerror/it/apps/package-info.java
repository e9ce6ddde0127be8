/** Puts the filter in front of applications made with the frameworks that people use. */
package org.tokenerror.it.apps;
