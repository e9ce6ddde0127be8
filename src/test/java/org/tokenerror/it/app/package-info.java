/**
 * Holds small applications that know nothing of the filter, for the integration tests to deploy.
 *
 * <p>Headers of the request tell them what to do, so that its parameters stay those of OAuth.
 */
package org.tokenerror.it.app;
