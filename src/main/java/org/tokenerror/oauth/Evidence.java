package org.tokenerror.oauth;

/**
 * Joins what the client asked and what the servlet answered: all that a rule may look at.
 *
 * @param request the request's facts
 * @param outcome how the servlet's work ended
 */
public record Evidence(RequestFacts request, Outcome outcome) {}
