package org.tokenerror.check;

import org.tokenerror.check.judge.Sent;
import org.tokenerror.check.wire.RawRequest;

/**
 * Holds one request to send, and what it deserves.
 *
 * @param id its name, the same in every run
 * @param group what it is about
 * @param title what is special about it, in a few words
 * @param request what is sent
 * @param sent what the judge has to know about it
 */
record Case(String id, CaseGroup group, String title, RawRequest request, Sent sent) {}
