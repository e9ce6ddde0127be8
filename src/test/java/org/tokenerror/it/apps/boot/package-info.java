/** What a shop adds to its Spring Boot application; the tests put it on its class path. */
package org.tokenerror.it.apps.boot;
