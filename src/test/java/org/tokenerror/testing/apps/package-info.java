/** Starts real applications on real servers, without the filter and behind it. */
package org.tokenerror.testing.apps;
