/**
 * Puts the filter into applications of Spring Boot, whose embedded servers run no initializers.
 *
 * <p>This is the only room that knows Spring, and nothing knows it but Spring Boot, which finds its
 * one public class by the jar's list of auto-configurations. No class of it is ever loaded
 * elsewhere, so Spring is needed by nobody.
 */
@NullMarked
package org.tokenerror.spring;

import org.jspecify.annotations.NullMarked;
